-- What the winner of a prize tells whoever gave it: words, a picture, their name, each only because they sent it.
-- It belongs to the win and to the person: when a prize is taken back or somebody is erased, Postgres deletes it.

CREATE TABLE "winner_thanks" (
    "event_id" UUID NOT NULL,
    "win_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "photo_id" UUID,
    "name_told_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_out_at" TIMESTAMPTZ(3),

    CONSTRAINT "winner_thanks_pkey" PRIMARY KEY ("event_id","win_id")
);

CREATE INDEX "winner_thanks_series_id_photo_id_idx" ON "winner_thanks"("series_id", "photo_id");

ALTER TABLE "winner_thanks" ADD CONSTRAINT "winner_thanks_event_id_win_id_fkey" FOREIGN KEY ("event_id", "win_id") REFERENCES "draw_wins"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "winner_thanks" ADD CONSTRAINT "winner_thanks_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "winner_thanks" ADD CONSTRAINT "winner_thanks_photo_stays" FOREIGN KEY ("series_id", "photo_id") REFERENCES "pictures"("series_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE winner_thanks
  ADD CONSTRAINT winner_thanks_say_something CHECK (words <> '' OR photo_id IS NOT NULL OR name_told_at IS NOT NULL),
  ADD CONSTRAINT winner_thanks_words_sane CHECK (char_length(words) <= 300);

CREATE FUNCTION winner_thanks_of_live_win() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM draw_wins w WHERE w.event_id = NEW.event_id AND w.id = NEW.win_id AND w.taken_back_at IS NULL) THEN
    RAISE EXCEPTION 'nothing was won, violates constraint "winner_thanks_of_live_win"' USING ERRCODE = 'check_violation', CONSTRAINT = 'winner_thanks_of_live_win';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER winner_thanks_of_live_win BEFORE INSERT OR UPDATE ON winner_thanks
  FOR EACH ROW EXECUTE FUNCTION winner_thanks_of_live_win();

CREATE FUNCTION draw_wins_forget_thanks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM winner_thanks t WHERE t.event_id = NEW.event_id AND t.win_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER draw_wins_forget_thanks AFTER UPDATE OF taken_back_at ON draw_wins
  FOR EACH ROW WHEN (NEW.taken_back_at IS NOT NULL) EXECUTE FUNCTION draw_wins_forget_thanks();

CREATE FUNCTION registrations_forget_thanks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM winner_thanks t USING draw_wins w
    WHERE w.event_id = NEW.event_id AND w.registration_id = NEW.id AND t.event_id = w.event_id AND t.win_id = w.id;
  RETURN NULL;
END $$;

CREATE TRIGGER registrations_forget_thanks AFTER UPDATE OF contact ON registrations
  FOR EACH ROW WHEN (NEW.contact LIKE 'erased:%') EXECUTE FUNCTION registrations_forget_thanks();
