/**
 * What the tables promise, each by its name, which begins with the table's, for tests/database/promises.spec.ts. What
 * stands between the bars is SQL, as `meant` in bare-rows.ts reads it.
 */

/** What a row of these tables needs before it can be about anything. */
export const usual = `
events | starts_at = now(); ends_at = now() + interval '1 hour'; capacity = 9
secret_links | registration_id = id(a)
thanks | contact_id = id(a)
needs | kind = 'food'
draw_records | i = (SELECT count(*) FROM draw_records); prev = repeat('0', 64); type = 'open'; hash = repeat('a', 64); record = jsonb_build_object('i', (SELECT count(*) FROM draw_records), 'prev', repeat('0', 64), 'type', 'open')
draw_entries | label = 'x'; salt = bytes(16)
answers | given = ARRAY['x']
pictures | name = repeat('a', 32); fallback = 'jpg'; ink_left = 0; ink_top = 0; ink_width = 1; ink_height = 1; ink_share = 1
questions | kind = 'text'
work_proofs | nonce = bytes(16)
live_marks | topic = 'draw'
winner_thanks | words = 'x'
prize_unit_steps | to = 'won'
prize_codes | sealed = bytes(29)
memberships | event_id = NULL
invitations | event_id = NULL
`

/** A promise, what passes it, and what else it then takes to be refused. */
export const checks = `
people_email_normal | email = 'a@example.com' | email = 'A@example.com'
memberships_role_fits_place | role = 'organizer' | role = 'host'
invitations_role_fits_place | role = 'host'; event_id = id(a) | event_id = NULL
secret_links_open_one_thing | | speaker_id = id(b)
secret_links_desks_expire | | expires_at = now()
secret_links_moved_are_ended | moved_at = now(); revoked_at = now() | revoked_at = NULL
series_slug_sane | slug = 'a-b2' | slug = 'A--b'
series_reach_is_one_line | reach = repeat('x', 120) | reach = concat('x', chr(10), 'y')
events_slug_sane | slug = repeat('x', 60) | slug = repeat('x', 61)
events_number_sane | number = 9999 | number = 0
events_capacity_sane | capacity = 100000 | capacity = 100001
events_end_after_start | | ends_at = now()
events_never_oversold | confirmed_count = 9 | confirmed_count = 10
events_open_seats_fit | open_count = 5; held_seats = 4 | open_count = 6
events_change_says_why | cancelled_at = now(); change_reason = 'x' | change_reason = ''
events_time_zone_sane | time_zone = 'America/Argentina/Salta' | time_zone = 'Asia Shanghai'
events_ballot_has_an_end | entry_mode = 'ballot'; ballot_ends_at = now() | ballot_ends_at = NULL
events_reconfirm_sane | reconfirm_days = 30 | reconfirm_days = 31
events_release_after_asking | reconfirm_days = 1; reconfirm_release_hours = 12 | reconfirm_release_hours = 13
venues_place_on_earth | latitude = -90; longitude = 180 | longitude = 181
talks_duration_sane | duration_minutes = 1440 | duration_minutes = 0
talk_people_one_answer | confirmed_at = now() | declined_at = now()
volunteers_one_answer | confirmed_at = now() | declined_at = now()
registrations_name_sane | name = repeat('x', 200) | name = ''
registrations_waiting_has_position | status = 'waitlisted'; waitlist_position = 1 | waitlist_position = NULL
registrations_code_of_its_hold | status = 'confirmed'; code_id = id(a); hold_id = id(b) | hold_id = NULL
registrations_held_do_not_wait | status = 'confirmed'; hold_id = id(a) | status = 'pending'
registrations_offer_while_waiting | status = 'waitlisted'; waitlist_position = 1; offered_at = now(); offer_expires_at = now() | status = 'confirmed'
registrations_jump_says_why | jump_reason = 'x' | jump_reason = ''
registrations_reconfirmed_when_asked | reconfirm_asked_at = now(); reconfirmed_at = now() | reconfirm_asked_at = NULL
registrations_stand_ins_take_nothing | status = 'cancelled'; shown_as = 'confirmed' | status = 'confirmed'
registrations_shown_place_while_waiting | status = 'cancelled'; shown_as = 'waitlisted'; shown_place = 3 | shown_as = 'confirmed'
registration_counts_never_negative | total = 0 | total = -1
waitlist_counts_never_negative | waiting = 0 | waiting = -1
holds_name_sane | name = repeat('x', 80) | name = repeat('x', 81)
holds_seats_sane | seats = 10000 | seats = 10001
holds_never_overfilled | seats = 2; taken = 2 | taken = 3
invitation_codes_uses_sane | most_uses = 1 | most_uses = 0
invitation_codes_never_overused | most_uses = 2; uses = 2 | uses = 3
questions_label_sane | label = repeat('x', 200) | label = ''
questions_say_why | why = 'x' | why = ''
questions_options_sane | kind = 'choice'; options = ARRAY['x'] | options = '{}'
answers_given_sane | given = ARRAY[repeat('x', 6000)] | given = ARRAY[repeat('x', 6001)]
guest_imports_when_full_known | when_full = 'refused' | when_full = 'x'
guest_imports_one_column_each | head = ARRAY['x']; columns = ARRAY['name'] | columns = '{}'
guest_imports_in_bounds | total = 5000 | total = 5001
guest_import_rows_outcome_known | outcome = 'full' | outcome = 'x'
guest_import_rows_guest_came_of_it | outcome = 'kept'; registration_id = id(a) | registration_id = NULL
gifts_quantity_sane | quantity = 10000 | quantity = 0
gifts_promised_once_counted | promised = 2; counted_at = now() | counted_at = NULL
gifts_promised_sane | promised = 1; counted_at = now() | promised = 0
gifts_value_in_currency | value = 0; currency = 'CNY' | currency = NULL
gifts_way_sane | way = 'parcel' | way = 'x'
needs_quantity_sane | quantity = 1 | quantity = 0
needs_prize_kind_fits | kind = 'prize'; prize_kind = 'thing' | kind = 'food'
asks_answer_has_instant | answer = 'yes'; answered_at = now() | answered_at = NULL
tiers_name_sane | name = repeat('x', 80) | name = ''
sponsor_imports_forgotten | done_at = now(); text = '' | text = 'x'
prizes_admits_sane | admits = 20 | admits = 21
prizes_place_sane | place = 10000 | place = 0
prize_unit_steps_how_sane | how = 'post' | how = 'x'
prize_codes_sealed | | sealed = bytes(28)
prize_codes_fingerprint_sane | | fingerprint = bytes(31)
prize_posts_kept_shortly | asked_at = now(); keep_until = now() + interval '30 days' | keep_until = now() + interval '31 days'
draw_entries_weight_sane | weight = 64 | weight = 65
draw_entries_erased_whole | label = NULL; salt = NULL | label = 'x'
draw_entries_id_sane | | entry_id = bytes(31)
draw_prizes_units_sane | units = 10000 | units = 0
draw_records_hash_sane | | hash = repeat('A', 64)
draw_records_say_where | | record = '{}'
draw_sessions_seats_are_real | kind = 'seats'; rehearsal = false | rehearsal = true
winner_thanks_say_something | name_told_at = now(); words = '' | name_told_at = NULL
winner_thanks_words_sane | words = repeat('x', 300) | words = repeat('x', 301)
live_marks_topic_known | topic = 'stage' | topic = 'x'
stage_notes_readable | words = repeat('x', 200) | words = ''
mailings_says_something | subject = 'x'; text = 'x' | text = ''
messages_rank_sane | rank = 9 | rank = 10
mail_stops_hashed | | address_hash = 'a@example.com'
work_proofs_nonce_sane | | nonce = bytes(15)
thanks_of_one_person | | speaker_id = id(b)
thanks_sent_by_channel | sent_at = now(); channel = 'chat' | channel = NULL
pictures_name_random | | name = 'logo.png'
pictures_hash_sane | | source_hash = bytes(31)
pictures_fallback_sane | fallback = 'png' | fallback = 'svg'
pictures_size_sane | width = 1600; height = 1 | height = 1601
pictures_ink_sane | ink_left = 0.5; ink_width = 0.5 | ink_left = 0.6
`

/** A promise, what two rows share that may not, and what sets the second apart enough. */
export const uniques = `
people_email_key | email = 'a@example.com' | email = 'b@example.com'
accounts_provider_provider_account_id_key | provider = 'x'; provider_account_id = '1' | provider = 'y'
sessions_token_hash_key | token_hash = bytes(32) | token_hash = bytes(31)
invitations_token_hash_key | token_hash = bytes(32); role = 'organizer' | token_hash = bytes(31)
secret_links_token_hash_key | token_hash = bytes(32) | token_hash = bytes(31)
memberships_one_in_series | person_id = id(a); series_id = id(b); role = 'organizer' | revoked_at = now()
memberships_one_in_event | person_id = id(a); event_id = id(b); role = 'host' | revoked_at = now()
series_slug_key | slug = 'a' | slug = 'b'
events_slug_free | series_id = id(a); slug = 'a' | series_id = id(b)
events_number_free | series_id = id(a); number = 7 | removed_at = now()
registrations_one_live_per_person | event_id = id(a); contact = 'x'; status = 'pending' | status = 'cancelled'
registrations_one_per_request | event_id = id(a); request_key = id(b) | event_id = id(b)
registrations_ticket_code_free | event_id = id(a); ticket_code = 'X' | event_id = id(b)
registrations_waitlist_position_free | event_id = id(a); waitlist_position = 1 | waitlist_position = 2
check_ins_one_accepted_per_ticket | event_id = id(a); registration_id = id(b); outcome = 'accepted' | outcome = 'duplicate'
invitation_codes_code_free | event_id = id(a); code_hash = bytes(32) | event_id = id(b)
guest_imports_one_per_request | event_id = id(a); request_key = id(b) | event_id = id(b)
sponsors_name_free | series_id = id(a); name = 'x' | removed_at = now()
asks_nobody_twice | event_id = id(a); need_id = id(b); sponsor_id = id(c) | again = true
tiers_name_free | event_id = id(a); name = 'x' | event_id = id(b)
prize_units_number_free | event_id = id(a); prize_id = id(b); number = 1 | number = 2
prize_codes_once | event_id = id(a); prize_id = id(b); fingerprint = bytes(32) | prize_id = id(c)
draw_entries_person_once | event_id = id(a); session_id = id(b); registration_id = id(c) | session_id = id(c)
draw_records_event_id_session_id_hash_key | event_id = id(a); session_id = id(b) | hash = repeat('b', 64)
draw_sessions_one_open | event_id = id(a) | closed_at = now()
draw_wins_claim_key | claim = 'x' | claim = 'y'
draw_wins_one_live_per_unit | event_id = id(a); prize_unit_id = id(b) | taken_back_at = now()
draw_wins_one_per_person | event_id = id(a); registration_id = id(b); one_each = true | taken_back_at = now()
messages_one_per_cause | kind = 'x'; dedupe_key = 'y' | kind = 'z'
thanks_one_per_contact | event_id = id(a); contact_id = id(b) | event_id = id(b)
thanks_one_per_sponsor | event_id = id(a); contact_id = NULL; sponsor_id = id(b) | event_id = id(b)
thanks_one_per_speaker | event_id = id(a); contact_id = NULL; speaker_id = id(b) | event_id = id(b)
thanks_one_per_volunteer | event_id = id(a); contact_id = NULL; volunteer_id = id(b) | event_id = id(b)
pictures_name_free | | name = repeat('b', 32)
pictures_same_once | series_id = id(a); source_hash = bytes(32); name = md5(random()::text) | series_id = id(b)
`
