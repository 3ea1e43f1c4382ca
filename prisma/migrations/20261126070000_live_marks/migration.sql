-- What is new of an event, counted by topic and told to every server at the commit, so that open pages know when to ask.
-- A count and no content: whoever hears it learns nothing but that asking again is worth it.

CREATE TABLE "live_marks" (
    "event_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "mark" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "live_marks_pkey" PRIMARY KEY ("event_id","topic")
);

ALTER TABLE "live_marks" ADD CONSTRAINT "live_marks_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE live_marks ADD CONSTRAINT live_marks_topic_known CHECK (topic IN ('draw', 'rehearsal', 'checkin', 'stage'));

CREATE FUNCTION live_tell(about uuid, what text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  reached bigint;
BEGIN
  INSERT INTO live_marks AS m (event_id, topic) VALUES (about, what)
    ON CONFLICT (event_id, topic) DO UPDATE SET mark = m.mark + 1 RETURNING m.mark INTO reached;
  PERFORM pg_notify('live', about || ' ' || what || ' ' || reached);
END $$;

CREATE FUNCTION draw_records_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_tell(NEW.event_id, CASE WHEN s.rehearsal THEN 'rehearsal' ELSE 'draw' END)
    FROM draw_sessions s WHERE s.event_id = NEW.event_id AND s.id = NEW.session_id;
  RETURN NULL;
END $$;

CREATE TRIGGER draw_records_tell AFTER INSERT ON draw_records FOR EACH ROW EXECUTE FUNCTION draw_records_tell();

-- A whole batch of scans is one piece of news.
CREATE FUNCTION check_ins_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_tell(c.event_id, 'checkin') FROM (SELECT DISTINCT event_id FROM changed) c;
  RETURN NULL;
END $$;

CREATE TRIGGER check_ins_tell_new AFTER INSERT ON check_ins
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION check_ins_tell();
CREATE TRIGGER check_ins_tell_changed AFTER UPDATE ON check_ins
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION check_ins_tell();
