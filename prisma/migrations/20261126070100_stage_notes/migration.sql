-- What the host has on the big screen between draws: one text an event, until it is taken down.
-- Changing it is told to every open stage like a record of a draw is.

CREATE TABLE "stage_notes" (
    "event_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stage_notes_pkey" PRIMARY KEY ("event_id")
);

ALTER TABLE "stage_notes" ADD CONSTRAINT "stage_notes_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE stage_notes ADD CONSTRAINT stage_notes_readable CHECK (char_length(words) BETWEEN 1 AND 200);

CREATE FUNCTION stage_notes_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    PERFORM live_tell(NEW.event_id, 'stage');
  ELSIF EXISTS (SELECT 1 FROM events e WHERE e.id = OLD.event_id) THEN
    PERFORM live_tell(OLD.event_id, 'stage');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER stage_notes_tell AFTER INSERT OR UPDATE OR DELETE ON stage_notes
  FOR EACH ROW EXECUTE FUNCTION stage_notes_tell();
