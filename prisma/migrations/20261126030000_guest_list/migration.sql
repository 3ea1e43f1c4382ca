-- The guest list stays as fast with a million people as with a thousand: counts are kept instead of counted,
-- and a search looks its words up among the keys of its own event, without any extension.

-- How many stand under each status. Kept by statement, so that a batch of registrations costs one row.
CREATE TABLE "registration_counts" (
    "event_id" UUID NOT NULL,
    "status" "registration_status" NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "registration_counts_pkey" PRIMARY KEY ("event_id","status")
);

ALTER TABLE "registration_counts" ADD CONSTRAINT "registration_counts_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE registration_counts ADD CONSTRAINT registration_counts_never_negative CHECK (total >= 0);

INSERT INTO registration_counts (event_id, status, total)
SELECT event_id, status, count(*) FROM registrations GROUP BY event_id, status;

CREATE FUNCTION registration_counts_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO registration_counts AS kept (event_id, status, total)
  SELECT event_id, status, count(*) FROM added GROUP BY event_id, status ORDER BY event_id, status
  ON CONFLICT (event_id, status) DO UPDATE SET total = kept.total + excluded.total;
  RETURN NULL;
END $$;

-- An event that goes takes its counts with it, before or after its registrations: hence only an update.
CREATE FUNCTION registration_counts_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE registration_counts kept SET total = kept.total - fewer.total
  FROM (SELECT event_id, status, count(*) AS total FROM gone GROUP BY event_id, status) fewer
  WHERE kept.event_id = fewer.event_id AND kept.status = fewer.status;
  RETURN NULL;
END $$;

CREATE FUNCTION registration_counts_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH moved AS (
    SELECT event_id, status, sum(step) AS step FROM (
      SELECT event_id, status, 1 AS step FROM now_there UNION ALL SELECT event_id, status, -1 FROM was_there) steps
    GROUP BY event_id, status HAVING sum(step) <> 0),
  fewer AS (
    UPDATE registration_counts kept SET total = kept.total + moved.step FROM moved
    WHERE moved.step < 0 AND kept.event_id = moved.event_id AND kept.status = moved.status)
  INSERT INTO registration_counts AS kept (event_id, status, total)
  SELECT event_id, status, step FROM moved WHERE step > 0
  ON CONFLICT (event_id, status) DO UPDATE SET total = kept.total + excluded.total;
  RETURN NULL;
END $$;

CREATE TRIGGER registration_counts_added AFTER INSERT ON registrations
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registration_counts_added();
CREATE TRIGGER registration_counts_gone AFTER DELETE ON registrations
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION registration_counts_gone();
CREATE TRIGGER registration_counts_moved AFTER UPDATE ON registrations
  REFERENCING OLD TABLE AS was_there NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION registration_counts_moved();

-- Ids are in order of time, so one index serves a status in order and page after page.
DROP INDEX "registrations_event_id_status_created_at_idx";
CREATE INDEX "registrations_event_id_status_id_idx" ON "registrations"("event_id", "status", "id");

-- One guest's own history out of a long log.
CREATE INDEX "activities_event_id_subject_id_idx" ON "activities"("event_id", "subject_id");

-- By name means by pinyin: what is searched begins with it.
CREATE INDEX registrations_by_name ON registrations (event_id, left(search_text, 40), id);

-- What a search looks up: the beginnings of every word, and of words in other scripts than Latin every character and
-- every two. The event's own mark comes first, so that a small event never pays for a large neighbour.
CREATE FUNCTION registration_search_keys(event uuid, searched text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
  mark text := right(event::text, 6) || ':';
  keys text[] := '{}';
  word text;
BEGIN
  FOREACH word IN ARRAY (string_to_array(searched, ' '))[1:12] LOOP
    FOR n IN 1..least(8, char_length(word)) LOOP
      keys := keys || (mark || left(word, n));
    END LOOP;
    IF octet_length(word) > char_length(word) THEN
      FOR n IN 2..least(40, char_length(word)) LOOP
        keys := keys || (mark || substr(word, n, 1)) || (mark || substr(word, n, 2));
      END LOOP;
    END IF;
  END LOOP;
  RETURN keys;
END $$;

CREATE INDEX registrations_searched ON registrations USING gin (registration_search_keys(event_id, search_text))
  WITH (gin_pending_list_limit = 1024);
