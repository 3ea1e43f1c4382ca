-- A list goes in by one statement, and is asked once whether it may: asking for each of a hundred thousand rows took
-- longer than putting them in. Rewriting and deleting stay as they were: row by row, and hardly ever allowed.

CREATE FUNCTION draw_entries_only_before_the_lock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT event_id, session_id FROM added) a
    JOIN draw_records r ON r.event_id = a.event_id AND r.session_id = a.session_id AND r.type = 'lock')
  THEN
    RAISE EXCEPTION 'the list is frozen, violates constraint "draw_entries_frozen"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_entries_frozen';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER draw_entries_only_before_the_lock AFTER INSERT ON draw_entries
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION draw_entries_only_before_the_lock();

DROP TRIGGER draw_entries_frozen ON draw_entries;
CREATE TRIGGER draw_entries_frozen BEFORE UPDATE OR DELETE ON draw_entries
  FOR EACH ROW EXECUTE FUNCTION draw_entries_frozen();
