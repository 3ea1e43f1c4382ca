-- Locking a hundred thousand people in seconds: hashes are stored as the bytes they are, and whose entries they are is
-- asked once a statement, because two foreign keys asked twice a row and took longer than the rest.

ALTER TABLE draw_entries DROP CONSTRAINT draw_entries_id_sane;
ALTER TABLE draw_entries
  ALTER COLUMN entry_id TYPE bytea USING decode(entry_id, 'hex'),
  ALTER COLUMN salt TYPE bytea USING decode(salt, 'hex'),
  ADD CONSTRAINT draw_entries_id_sane CHECK (octet_length(entry_id) = 32 AND octet_length(salt) = 16);

-- An entry is found by its number or its person. That no id stands twice follows from numbers that stand there once, since
-- the number is part of what is hashed; whoever makes the tree refuses it besides.
DROP INDEX "draw_entries_id_once";
DROP INDEX "draw_entries_person_once";
CREATE UNIQUE INDEX "draw_entries_person_once" ON "draw_entries"("registration_id", "session_id", "event_id");

ALTER TABLE draw_entries
  DROP CONSTRAINT draw_entries_event_id_session_id_fkey,
  DROP CONSTRAINT draw_entries_event_id_registration_id_fkey;

-- Sessions are never deleted and keep their id (draw_sessions_step_allowed). Registrations can go: whoever deletes one
-- takes the event's row first, and so does this, so that one of both sees what the other did.
DROP TRIGGER draw_entries_only_before_the_lock ON draw_entries;
DROP FUNCTION draw_entries_only_before_the_lock();

CREATE FUNCTION draw_entries_belong() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hat record;
BEGIN
  FOR hat IN SELECT DISTINCT event_id, session_id FROM added LOOP
    PERFORM FROM events WHERE id = hat.event_id FOR SHARE;
    IF NOT EXISTS (SELECT FROM draw_sessions s WHERE (s.event_id, s.id) = (hat.event_id, hat.session_id)) THEN
      RAISE EXCEPTION 'no such session, violates constraint "draw_entries_of_a_session"' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'draw_entries_of_a_session';
    END IF;
    IF EXISTS (SELECT FROM draw_records r
      WHERE (r.event_id, r.session_id) = (hat.event_id, hat.session_id) AND r.type = 'lock')
    THEN
      RAISE EXCEPTION 'the list is frozen, violates constraint "draw_entries_frozen"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_entries_frozen';
    END IF;
  END LOOP;
  IF EXISTS (
    SELECT FROM added a LEFT JOIN registrations r ON (r.event_id, r.id) = (a.event_id, a.registration_id)
    WHERE a.registration_id IS NOT NULL AND r.id IS NULL)
  THEN
    RAISE EXCEPTION 'nobody of this event, violates constraint "draw_entries_of_a_registration"' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'draw_entries_of_a_registration';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER draw_entries_belong AFTER INSERT ON draw_entries
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION draw_entries_belong();

CREATE FUNCTION registrations_stay_in_the_hat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM events WHERE id = OLD.event_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM draw_entries d WHERE d.event_id = OLD.event_id AND d.registration_id = OLD.id) THEN
    RAISE EXCEPTION 'still in a hat, violates constraint "draw_entries_of_a_registration"' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'draw_entries_of_a_registration';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER registrations_stay_in_the_hat BEFORE DELETE ON registrations
  FOR EACH ROW EXECUTE FUNCTION registrations_stay_in_the_hat();
CREATE TRIGGER registrations_stay_in_the_hat_as_they_are BEFORE UPDATE OF event_id, id ON registrations
  FOR EACH ROW WHEN ((NEW.event_id, NEW.id) IS DISTINCT FROM (OLD.event_id, OLD.id))
  EXECUTE FUNCTION registrations_stay_in_the_hat();
