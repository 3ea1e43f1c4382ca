-- Every server keeps public pages for a moment; it is told at the commit which series to make anew, and no content.
-- What guests and doors do by the hundred tells nothing but that seats were taken or given back: once a transaction.

CREATE FUNCTION activities_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Every slug a series ever had leads to its pages; notifications of the same text are sent once.
  PERFORM pg_notify('changed', 'series ' || s.slug)
  FROM (SELECT DISTINCT series_id FROM new_rows WHERE verb !~ '^(registration|checkin)\.') AS c
  JOIN series_slugs s ON s.series_id = c.series_id;
  RETURN NULL;
END $$;

CREATE TRIGGER activities_tell AFTER INSERT ON activities
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION activities_tell();

CREATE FUNCTION events_tell_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed', 'seats ' || NEW.id || ' ' || s.slug) FROM series s WHERE s.id = NEW.series_id;
  RETURN NULL;
END $$;

CREATE TRIGGER events_tell_seats AFTER UPDATE OF confirmed_count, open_count, held_seats, capacity ON events
  FOR EACH ROW WHEN ((OLD.confirmed_count, OLD.open_count, OLD.held_seats, OLD.capacity) IS DISTINCT FROM
    (NEW.confirmed_count, NEW.open_count, NEW.held_seats, NEW.capacity)) EXECUTE FUNCTION events_tell_seats();
