-- What Postgres itself guarantees, also against SQL written by hand.
-- Each constraint is named as the promise it keeps, the code's words for a broken one go by that name.
-- Triggers say that name in their message too, because drivers drop the field that carries it.

-- People ----------------------------------------------------------------------------------------

ALTER TABLE people ADD CONSTRAINT people_email_normal
  CHECK (email = lower(email) AND email !~ '[[:space:][:cntrl:]",;<>()]' AND char_length(email) <= 254);

ALTER TABLE memberships ADD CONSTRAINT memberships_role_fits_place
  CHECK ((role = 'organizer') = (event_id IS NULL));

ALTER TABLE invitations ADD CONSTRAINT invitations_role_fits_place
  CHECK ((role = 'organizer') = (event_id IS NULL));

ALTER TABLE secret_links ADD CONSTRAINT secret_links_open_one_thing
  CHECK (num_nonnulls(registration_id, contact_id, speaker_id, volunteer_id) = 1);

-- Series and events -----------------------------------------------------------------------------

ALTER TABLE series ADD CONSTRAINT series_slug_sane CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(slug) <= 60);

ALTER TABLE events
  ADD CONSTRAINT events_slug_sane CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(slug) <= 60),
  ADD CONSTRAINT events_number_sane CHECK (number BETWEEN 1 AND 9999),
  ADD CONSTRAINT events_end_after_start CHECK (ends_at > starts_at),
  ADD CONSTRAINT events_capacity_sane CHECK (capacity BETWEEN 1 AND 100000),
  ADD CONSTRAINT events_never_oversold CHECK (confirmed_count BETWEEN 0 AND capacity),
  ADD CONSTRAINT events_change_says_why CHECK ((cancelled_at IS NULL AND postponed_at IS NULL) OR change_reason <> ''),
  ADD CONSTRAINT events_time_zone_sane CHECK (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$');

ALTER TABLE venues
  ADD CONSTRAINT venues_place_on_earth CHECK (
    (latitude IS NULL) = (longitude IS NULL)
    AND (latitude IS NULL OR (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)));

-- Programme -------------------------------------------------------------------------------------

ALTER TABLE talks
  ADD CONSTRAINT talks_duration_sane CHECK (duration_minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT talks_one_in_place EXCLUDE USING btree (event_id WITH =, position WITH =)
    WHERE (removed_at IS NULL) DEFERRABLE INITIALLY DEFERRED;

-- Registration ----------------------------------------------------------------------------------

ALTER TABLE registrations
  ADD CONSTRAINT registrations_name_sane CHECK (char_length(name) BETWEEN 1 AND 200),
  ADD CONSTRAINT registrations_waiting_has_position CHECK (status <> 'waitlisted' OR waitlist_position IS NOT NULL);

-- Keeps events.confirmed_count, events_never_oversold then refuses one too many. The update locks the event's row.
CREATE FUNCTION registrations_keep_count() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before int := CASE WHEN TG_OP <> 'INSERT' AND OLD.status = 'confirmed' THEN 1 ELSE 0 END;
  after int := CASE WHEN TG_OP <> 'DELETE' AND NEW.status = 'confirmed' THEN 1 ELSE 0 END;
BEGIN
  IF before <> after THEN
    UPDATE events SET confirmed_count = confirmed_count + (after - before) WHERE id = COALESCE(NEW.event_id, OLD.event_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER registrations_keep_count AFTER INSERT OR UPDATE OF status OR DELETE ON registrations
  FOR EACH ROW EXECUTE FUNCTION registrations_keep_count();

-- A status moves only along these steps.
CREATE FUNCTION registrations_step_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.event_id <> OLD.event_id THEN
    RAISE EXCEPTION 'a registration stays at its event, violates constraint "registrations_stay_at_event"' USING ERRCODE = 'check_violation', CONSTRAINT = 'registrations_stay_at_event';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status::text, NEW.status::text) NOT IN (
    ('pending', 'confirmed'), ('pending', 'waitlisted'), ('pending', 'declined'), ('pending', 'cancelled'),
    ('waitlisted', 'confirmed'), ('waitlisted', 'declined'), ('waitlisted', 'cancelled'),
    ('confirmed', 'cancelled'),
    ('declined', 'pending'), ('declined', 'confirmed'), ('declined', 'waitlisted'),
    ('cancelled', 'pending'), ('cancelled', 'confirmed'), ('cancelled', 'waitlisted')
  ) THEN
    RAISE EXCEPTION 'no step from % to %, violates constraint "registrations_step_allowed"', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'registrations_step_allowed';
  END IF;
  IF OLD.status = 'waitlisted' AND NEW.status = 'confirmed'
    AND COALESCE(current_setting('app.jump_reason', true), '') = ''
    AND EXISTS (
      SELECT 1 FROM registrations r
      WHERE r.event_id = OLD.event_id AND r.status = 'waitlisted' AND r.waitlist_position < OLD.waitlist_position)
  THEN
    RAISE EXCEPTION 'someone waits longer, violates constraint "registrations_promoted_in_order"' USING ERRCODE = 'check_violation', CONSTRAINT = 'registrations_promoted_in_order';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER registrations_step_allowed BEFORE UPDATE ON registrations
  FOR EACH ROW EXECUTE FUNCTION registrations_step_allowed();

-- Only a confirmed registration can be let in, afterwards only "undone" may be added to a scan.
CREATE FUNCTION check_ins_only_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.registration_id, NEW.outcome, NEW.by_person_id, NEW.at) IS DISTINCT FROM
    (OLD.registration_id, OLD.outcome, OLD.by_person_id, OLD.at) THEN
    RAISE EXCEPTION 'a scan is never rewritten, violates constraint "check_ins_never_rewritten"' USING ERRCODE = 'check_violation', CONSTRAINT = 'check_ins_never_rewritten';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.outcome = 'accepted' AND NOT EXISTS (
    SELECT 1 FROM registrations r
    WHERE r.event_id = NEW.event_id AND r.id = NEW.registration_id AND r.status = 'confirmed' FOR SHARE)
  THEN
    RAISE EXCEPTION 'only the confirmed come in, violates constraint "check_ins_only_confirmed"' USING ERRCODE = 'check_violation', CONSTRAINT = 'check_ins_only_confirmed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_ins_only_confirmed BEFORE INSERT OR UPDATE ON check_ins
  FOR EACH ROW EXECUTE FUNCTION check_ins_only_confirmed();

-- Gifts and prizes ------------------------------------------------------------------------------

ALTER TABLE gifts ADD CONSTRAINT gifts_quantity_sane CHECK (quantity BETWEEN 1 AND 10000);
ALTER TABLE prizes ADD CONSTRAINT prizes_admits_sane CHECK (admits BETWEEN 1 AND 20);

CREATE FUNCTION gifts_step_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> OLD.status AND (OLD.status::text, NEW.status::text) NOT IN (
    ('draft', 'asked'), ('draft', 'pledged'), ('draft', 'declined'),
    ('asked', 'pledged'), ('asked', 'declined'), ('asked', 'draft'),
    ('pledged', 'received'), ('pledged', 'declined'), ('pledged', 'asked'), ('pledged', 'draft'),
    ('received', 'thanked'), ('received', 'pledged'),
    ('thanked', 'received'),
    ('declined', 'draft'), ('declined', 'asked'), ('declined', 'pledged')
  ) THEN
    RAISE EXCEPTION 'no step from % to %, violates constraint "gifts_step_allowed"', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'gifts_step_allowed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER gifts_step_allowed BEFORE UPDATE ON gifts FOR EACH ROW EXECUTE FUNCTION gifts_step_allowed();

CREATE FUNCTION prize_units_within_gift() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status AND (OLD.status::text, NEW.status::text) NOT IN (
    ('in_stock', 'won'), ('in_stock', 'returned'), ('won', 'handed_over'), ('won', 'in_stock'), ('won', 'returned'),
    ('handed_over', 'won'), ('returned', 'in_stock')
  ) THEN
    RAISE EXCEPTION 'no step from % to %, violates constraint "prize_units_step_allowed"', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_units_step_allowed';
  END IF;
  IF NEW.number < 1 OR NEW.number > COALESCE(
    (SELECT g.quantity FROM gifts g WHERE g.event_id = NEW.event_id AND g.id = NEW.prize_id FOR SHARE), 10000)
  THEN
    RAISE EXCEPTION 'more units than the gift has, violates constraint "prize_units_within_gift"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_units_within_gift';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER prize_units_within_gift BEFORE INSERT OR UPDATE ON prize_units
  FOR EACH ROW EXECUTE FUNCTION prize_units_within_gift();

-- The log ---------------------------------------------------------------------------------------

CREATE FUNCTION activities_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only, violates constraint "activities_append_only"' USING ERRCODE = 'check_violation', CONSTRAINT = 'activities_append_only';
END $$;

CREATE TRIGGER activities_append_only BEFORE UPDATE OR DELETE ON activities
  FOR EACH ROW EXECUTE FUNCTION activities_append_only();
CREATE TRIGGER activities_append_only_truncate BEFORE TRUNCATE ON activities
  FOR EACH STATEMENT EXECUTE FUNCTION activities_append_only();
