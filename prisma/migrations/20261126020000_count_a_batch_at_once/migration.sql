-- Many registrations come in one statement: they are counted once for the statement, no longer once for each row. The
-- promise stays the same: whatever inserts, confirmed_count follows, and events_never_oversold refuses one too many.

DROP TRIGGER registrations_keep_count ON registrations;

CREATE TRIGGER registrations_keep_count AFTER UPDATE OF status OR DELETE ON registrations
  FOR EACH ROW EXECUTE FUNCTION registrations_keep_count();

CREATE FUNCTION registrations_count_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE events SET confirmed_count = confirmed_count + came.confirmed
  FROM (SELECT event_id, count(*) AS confirmed FROM new_rows WHERE status = 'confirmed' GROUP BY event_id) AS came
  WHERE events.id = came.event_id;
  RETURN NULL;
END $$;

CREATE TRIGGER registrations_count_new AFTER INSERT ON registrations
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registrations_count_new();
