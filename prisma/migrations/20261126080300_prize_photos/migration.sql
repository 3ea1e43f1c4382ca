-- A photo of the hand-over, if somebody took one: of people who agreed to photos only, and gone when they no longer do.
-- The prize must be in their hands by then; a mistake that is taken back takes its photo with it.

CREATE TABLE "prize_photos" (
    "event_id" UUID NOT NULL,
    "win_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "picture_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "prize_photos_pkey" PRIMARY KEY ("event_id","win_id")
);

ALTER TABLE "prize_photos" ADD CONSTRAINT "prize_photos_event_id_win_id_fkey" FOREIGN KEY ("event_id", "win_id") REFERENCES "draw_wins"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "prize_photos" ADD CONSTRAINT "prize_photos_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "prize_photos" ADD CONSTRAINT "prize_photos_picture_stays" FOREIGN KEY ("series_id", "picture_id") REFERENCES "pictures"("series_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE INDEX "prize_photos_series_id_picture_id_idx" ON "prize_photos"("series_id", "picture_id");

CREATE FUNCTION prize_photos_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM draw_wins w
    JOIN prize_units u ON u.event_id = w.event_id AND u.id = w.prize_unit_id
    JOIN registrations r ON r.event_id = w.event_id AND r.id = w.registration_id
    WHERE w.event_id = NEW.event_id AND w.id = NEW.win_id AND w.taken_back_at IS NULL AND u.status = 'handed_over'
      AND r.photo_consent_at IS NOT NULL)
  THEN
    RAISE EXCEPTION 'nobody agreed to this photo, violates constraint "prize_photos_agreed"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_photos_agreed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER prize_photos_agreed BEFORE INSERT OR UPDATE ON prize_photos FOR EACH ROW EXECUTE FUNCTION prize_photos_agreed();

CREATE FUNCTION registrations_forget_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM prize_photos p USING draw_wins w
    WHERE w.event_id = NEW.event_id AND w.registration_id = NEW.id AND p.event_id = w.event_id AND p.win_id = w.id;
  RETURN NULL;
END $$;

CREATE TRIGGER registrations_forget_photo AFTER UPDATE OF contact, photo_consent_at ON registrations
  FOR EACH ROW WHEN (NEW.contact LIKE 'erased:%' OR NEW.photo_consent_at IS NULL) EXECUTE FUNCTION registrations_forget_photo();

CREATE FUNCTION prize_units_forget_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM prize_photos p USING draw_wins w
    WHERE w.event_id = NEW.event_id AND w.prize_unit_id = NEW.id AND p.event_id = w.event_id AND p.win_id = w.id;
  RETURN NULL;
END $$;

CREATE TRIGGER prize_units_forget_photo AFTER UPDATE OF status ON prize_units
  FOR EACH ROW WHEN (OLD.status = 'handed_over' AND NEW.status <> 'handed_over') EXECUTE FUNCTION prize_units_forget_photo();
