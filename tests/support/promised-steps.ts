/** What triggers promise, each by its name, for tests/database/promises.spec.ts; SQL as in promises.ts. */

/** The rows of one stop that the statements below are about. */
export const scene = `
events | id = id(a); series_id = id(s)
events | id = id(o); series_id = id(s)
series | id = id(s)
sponsors | series_id = id(s); id = id(g)
sponsors | series_id = id(s); id = id(r); removed_at = now()
gifts | event_id = id(a); id = id(p); series_id = id(s); sponsor_id = id(g); kind = 'prize'; quantity = 4; status = 'pledged'
gifts | event_id = id(a); id = id(q); series_id = id(s); sponsor_id = id(g); kind = 'prize'; quantity = 2; status = 'pledged'
prizes | event_id = id(a); id = id(p)
prizes | event_id = id(a); id = id(q)
prize_units | event_id = id(a); id = id(u); prize_id = id(p); number = 1
prize_units | event_id = id(a); id = id(v); prize_id = id(p); number = 2; status = 'won'
prize_units | event_id = id(a); id = id(h); prize_id = id(p); number = 3; status = 'handed_over'
prize_units | event_id = id(a); id = id(j); prize_id = id(p); number = 4; status = 'handed_over'
prize_units | event_id = id(a); id = id(t); prize_id = id(q); number = 2
prize_unit_steps | event_id = id(a); unit_id = id(v)
prize_codes | event_id = id(a); unit_id = id(h); prize_id = id(p); revealed_at = now()
prize_codes | event_id = id(a); unit_id = id(v); prize_id = id(p)
registrations | event_id = id(a); id = id(b); status = 'confirmed'
registrations | event_id = id(a); id = id(k); status = 'confirmed'; photo_consent_at = now()
registrations | event_id = id(a); id = id(m); status = 'pending'
registrations | event_id = id(a); id = id(1); status = 'waitlisted'; waitlist_position = 1
registrations | event_id = id(a); id = id(2); status = 'waitlisted'; waitlist_position = 2
registrations | event_id = id(a); id = id(3); status = 'waitlisted'; waitlist_position = 3; offered_at = now(); offer_expires_at = now() + interval '1 hour'
registrations | event_id = id(a); id = id(4); status = 'waitlisted'; waitlist_position = 4; offered_at = now(); offer_expires_at = now() - interval '1 hour'
waitlist_counts | event_id = id(a); size = 256; block = 0; waiting = 4
waitlist_counts | event_id = id(a); size = 16384; block = 0; waiting = 4
check_ins | event_id = id(a); id = id(i); registration_id = id(b); outcome = 'duplicate'
draw_sessions | event_id = id(a); id = id(c); closed_at = now()
draw_sessions | event_id = id(a); id = id(d); locked_at = now()
draw_sessions | event_id = id(a); id = id(e); rehearsal = true
draw_sessions | event_id = id(a); id = id(f); kind = 'seats'
draw_prizes | event_id = id(a); session_id = id(d); units = 1; prize_id = id(p)
draw_records | event_id = id(a); session_id = id(d); i = 0; record = jsonb_build_object('i', 0, 'prev', repeat('0', 64), 'type', 'open')
draw_records | event_id = id(a); session_id = id(d); i = 1; type = 'lock'; prev = repeat('a', 64); hash = repeat('b', 64); record = jsonb_build_object('i', 1, 'prev', repeat('a', 64), 'type', 'lock')
draw_entries | event_id = id(a); session_id = id(d); n = 1; registration_id = id(k); tags = '{}'
draw_wins | event_id = id(a); id = id(w); session_id = id(c); prize_unit_id = id(v); registration_id = id(b)
draw_wins | event_id = id(a); id = id(y); session_id = id(c); prize_unit_id = id(h); registration_id = id(k); reminded_at = now()
pictures | series_id = id(s); id = id(p); name = md5(random()::text)
mailings | event_id = id(a); id = id(m); released_at = now()
mailings | event_id = id(a); id = id(n)
activities | id = id(a)
`

/** A promise, what may be done there (the control), and one or more that it refuses. */
export const steps = `
activities_append_only | INSERT INTO activities (id, actor_kind, verb) VALUES (id(z), 'system', 'x') | UPDATE activities SET verb = 'y' WHERE id = id(a) | DELETE FROM activities WHERE id = id(a)
check_ins_never_rewritten | UPDATE check_ins SET undone_at = now() WHERE at(i) | UPDATE check_ins SET outcome = 'accepted' WHERE at(i)
check_ins_only_confirmed | INSERT INTO check_ins (event_id, id, registration_id, outcome, by_person_id) VALUES (id(a), id(z), id(k), 'accepted', id(z)) | INSERT INTO check_ins (event_id, id, registration_id, outcome, by_person_id) VALUES (id(a), id(z), id(m), 'accepted', id(z))
registrations_step_allowed | UPDATE registrations SET status = 'confirmed' WHERE at(m) | UPDATE registrations SET status = 'pending' WHERE at(b) | UPDATE registrations SET status = 'declined' WHERE at(b)
registrations_stay_at_event | UPDATE registrations SET name = 'y' WHERE at(b) | UPDATE registrations SET event_id = id(o) WHERE at(b)
registrations_offer_in_time | UPDATE registrations SET status = 'confirmed' WHERE at(3) | UPDATE registrations SET status = 'confirmed' WHERE at(4)
registrations_promoted_in_order | UPDATE registrations SET status = 'confirmed' WHERE at(1) | UPDATE registrations SET status = 'confirmed' WHERE at(2) | UPDATE registrations SET offered_at = now(), offer_expires_at = now() + interval '1 hour' WHERE at(2)
registrations_winners_keep_theirs | UPDATE registrations SET request_key = id(z) WHERE at(m) | UPDATE registrations SET request_key = id(z) WHERE at(b)
sponsors_with_gifts_stay | UPDATE sponsors SET name = 'y' WHERE id = id(g) | UPDATE sponsors SET removed_at = now() WHERE id = id(g)
gifts_step_allowed | UPDATE gifts SET status = 'received' WHERE at(q) | UPDATE gifts SET status = 'thanked' WHERE at(q)
gifts_giver_on_list | INSERT INTO gifts (event_id, id, series_id, sponsor_id, kind, title, position) VALUES (id(a), id(z), id(s), id(g), 'food', 'x', 9) | INSERT INTO gifts (event_id, id, series_id, sponsor_id, kind, title, position) VALUES (id(a), id(z), id(s), id(r), 'food', 'x', 9) | UPDATE gifts SET sponsor_id = id(r) WHERE at(q)
gifts_frozen_by_draw | UPDATE gifts SET note = 'y' WHERE at(p) | UPDATE gifts SET title = 'y' WHERE at(p) | UPDATE gifts SET quantity = NULL WHERE at(p) | UPDATE prizes SET admits = 2 WHERE at(p) | DELETE FROM prize_units WHERE at(u)
prize_units_within_gift | INSERT INTO prize_units (event_id, id, prize_id, number) VALUES (id(a), id(z), id(q), 1) | INSERT INTO prize_units (event_id, id, prize_id, number) VALUES (id(a), id(z), id(q), 3)
prize_units_step_allowed | UPDATE prize_units SET status = 'handed_over' WHERE at(v) | UPDATE prize_units SET status = 'handed_over' WHERE at(u)
prize_units_stay | DELETE FROM prize_units WHERE at(t) | DELETE FROM prize_units WHERE at(v) | UPDATE prize_units SET number = 1 WHERE at(t)
prize_units_code_seen | UPDATE prize_units SET status = 'won' WHERE at(j) | UPDATE prize_units SET status = 'won' WHERE at(h)
prize_units_promised | UPDATE prize_units SET status = 'returned' WHERE at(t) | UPDATE prize_units SET status = 'returned' WHERE at(u)
prize_unit_steps_append_only | INSERT INTO prize_unit_steps (event_id, unit_id, "from", "to") VALUES (id(a), id(u), 'in_stock', 'won') | UPDATE prize_unit_steps SET how = 'post' WHERE unit_id = id(v) | DELETE FROM prize_unit_steps WHERE unit_id = id(v)
prize_codes_own_unit | INSERT INTO prize_codes (event_id, unit_id, prize_id, sealed, fingerprint) VALUES (id(a), id(t), id(q), bytes(29), bytes(32)) | INSERT INTO prize_codes (event_id, unit_id, prize_id, sealed, fingerprint) VALUES (id(a), id(t), id(p), bytes(29), bytes(32))
prize_codes_frozen | UPDATE prize_codes SET revealed_at = now() WHERE unit_id = id(v) | UPDATE prize_codes SET sealed = bytes(30) WHERE unit_id = id(v) | DELETE FROM prize_codes WHERE unit_id = id(v) | UPDATE prize_codes SET revealed_at = NULL WHERE unit_id = id(h)
prize_posts_wait | INSERT INTO prize_posts (event_id, win_id) VALUES (id(a), id(w)) | INSERT INTO prize_posts (event_id, win_id) VALUES (id(a), id(y))
prize_posts_kept_shortly | INSERT INTO prize_posts (event_id, win_id) VALUES (id(a), id(w)) | INSERT INTO prize_posts (event_id, win_id, asked_at) VALUES (id(a), id(w), now() + interval '1 day')
prize_photos_agreed | INSERT INTO prize_photos (event_id, win_id, series_id, picture_id) VALUES (id(a), id(y), id(s), id(p)) | INSERT INTO prize_photos (event_id, win_id, series_id, picture_id) VALUES (id(a), id(w), id(s), id(p))
winner_thanks_of_live_win | INSERT INTO winner_thanks (event_id, win_id, series_id, words) VALUES (id(a), id(w), id(s), 'x') | INSERT INTO winner_thanks (event_id, win_id, series_id, words) VALUES (id(a), id(z), id(s), 'x')
draw_wins_stay | UPDATE draw_wins SET taken_back_at = now() WHERE at(w) | UPDATE draw_wins SET registration_id = id(k) WHERE at(w) | DELETE FROM draw_wins WHERE at(w)
draw_wins_remind_once | UPDATE draw_wins SET reminded_at = now() WHERE at(w) | UPDATE draw_wins SET reminded_at = now() + interval '1 day' WHERE at(y)
draw_wins_only_real | INSERT INTO draw_wins (event_id, id, session_id, claim, prize_unit_id, registration_id, one_each) VALUES (id(a), id(z), id(d), 'z', id(u), id(m), false) | INSERT INTO draw_wins (event_id, id, session_id, claim, prize_unit_id, registration_id, one_each) VALUES (id(a), id(z), id(e), 'z', id(u), id(m), false) | INSERT INTO draw_wins (event_id, id, session_id, claim, prize_unit_id, registration_id, one_each) VALUES (id(a), id(z), id(f), 'z', id(u), id(m), false)
draw_sessions_step_allowed | UPDATE draw_sessions SET closed_at = now() WHERE at(d) | UPDATE draw_sessions SET plan = '[]' WHERE at(d) | UPDATE draw_sessions SET locked_at = NULL WHERE at(d) | DELETE FROM draw_sessions WHERE at(d)
draw_sessions_weigh_alike | UPDATE draw_sessions SET weigh = 'equal' WHERE at(d) | UPDATE draw_sessions SET weigh = 'stops' WHERE at(d)
draw_records_in_line | INSERT INTO draw_records SELECT event_id, session_id, 2, hash, repeat('c', 64), 'arm', jsonb_build_object('i', 2, 'prev', hash, 'type', 'arm') FROM draw_records WHERE session_id = id(d) AND i = 1 | INSERT INTO draw_records SELECT event_id, session_id, 3, hash, repeat('c', 64), 'arm', jsonb_build_object('i', 3, 'prev', hash, 'type', 'arm') FROM draw_records WHERE session_id = id(d) AND i = 1 | INSERT INTO draw_records SELECT event_id, session_id, 2, hash, repeat('c', 64), 'arm', jsonb_build_object('i', 2, 'prev', hash, 'type', 'arm') FROM draw_records WHERE session_id = id(d) AND i = 0
draw_records_append_only | SELECT FROM draw_records | UPDATE draw_records SET type = 'arm' WHERE session_id = id(d) AND i = 1 | DELETE FROM draw_records WHERE session_id = id(d) AND i = 1
draw_entries_frozen | UPDATE draw_entries SET label = NULL, salt = NULL, registration_id = NULL WHERE session_id = id(d) | UPDATE draw_entries SET weight = 2 WHERE session_id = id(d) | DELETE FROM draw_entries WHERE session_id = id(d) | INSERT INTO draw_entries (event_id, session_id, n, entry_id) VALUES (id(a), id(d), 2, bytes(32))
draw_entries_of_a_session | INSERT INTO draw_entries (event_id, session_id, n, entry_id) VALUES (id(a), id(f), 1, bytes(32)) | INSERT INTO draw_entries (event_id, session_id, n, entry_id) VALUES (id(a), id(z), 1, bytes(32))
draw_entries_of_a_registration | INSERT INTO draw_entries (event_id, session_id, n, entry_id, registration_id) VALUES (id(a), id(f), 1, bytes(32), id(m)) | INSERT INTO draw_entries (event_id, session_id, n, entry_id, registration_id) VALUES (id(a), id(f), 1, bytes(32), id(z)) | DELETE FROM registrations WHERE at(k) | UPDATE registrations SET id = id(z) WHERE at(k)
mailings_never_rewritten | UPDATE mailings SET text = 'y' WHERE at(n) | UPDATE mailings SET text = 'y' WHERE at(m)
`
