-- The address to which a prize is posted: asked for only when it has to be, sealed, and gone when the prize is on its way.
-- Postgres itself deletes it then, and lets no row promise to stay longer than thirty days.

CREATE TABLE "prize_posts" (
    "event_id" UUID NOT NULL,
    "win_id" UUID NOT NULL,
    "address_sealed" BYTEA,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "keep_until" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp() + interval '30 days',

    CONSTRAINT "prize_posts_pkey" PRIMARY KEY ("event_id","win_id")
);

ALTER TABLE "prize_posts" ADD CONSTRAINT "prize_posts_event_id_win_id_fkey" FOREIGN KEY ("event_id", "win_id") REFERENCES "draw_wins"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "prize_posts_keep_until_idx" ON "prize_posts"("keep_until");

ALTER TABLE prize_posts ADD CONSTRAINT prize_posts_kept_shortly CHECK (keep_until <= asked_at + interval '30 days 1 minute');

-- When it was asked for cannot be moved, or the thirty days would never end; and only a win that waits is posted.
CREATE FUNCTION prize_posts_wait() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.asked_at > clock_timestamp() + interval '1 minute' OR TG_OP = 'UPDATE' AND NEW.asked_at <> OLD.asked_at THEN
    RAISE EXCEPTION 'an address is not kept longer, violates constraint "prize_posts_kept_shortly"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_posts_kept_shortly';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM draw_wins w JOIN prize_units u ON u.event_id = w.event_id AND u.id = w.prize_unit_id
    WHERE w.event_id = NEW.event_id AND w.id = NEW.win_id AND w.taken_back_at IS NULL AND u.status = 'won')
  THEN
    RAISE EXCEPTION 'nothing waits to be posted, violates constraint "prize_posts_wait"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_posts_wait';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER prize_posts_wait BEFORE INSERT OR UPDATE ON prize_posts FOR EACH ROW EXECUTE FUNCTION prize_posts_wait();

CREATE FUNCTION prize_units_forget_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM prize_posts p USING draw_wins w
    WHERE w.event_id = NEW.event_id AND w.prize_unit_id = NEW.id AND p.event_id = w.event_id AND p.win_id = w.id;
  RETURN NULL;
END $$;

CREATE TRIGGER prize_units_forget_address AFTER UPDATE OF status ON prize_units
  FOR EACH ROW WHEN (NEW.status <> 'won') EXECUTE FUNCTION prize_units_forget_address();

CREATE FUNCTION registrations_forget_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM prize_posts p USING draw_wins w
    WHERE w.event_id = NEW.event_id AND w.registration_id = NEW.id AND p.event_id = w.event_id AND p.win_id = w.id;
  RETURN NULL;
END $$;

CREATE TRIGGER registrations_forget_address AFTER UPDATE OF contact ON registrations
  FOR EACH ROW WHEN (NEW.contact LIKE 'erased:%') EXECUTE FUNCTION registrations_forget_address();

-- A win is given once: who has it and for what is not rewritten, and what was taken back stays so.
CREATE FUNCTION draw_wins_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND (NEW.event_id, NEW.id, NEW.session_id, NEW.claim, NEW.prize_unit_id, NEW.registration_id, NEW.one_each, NEW.won_at) =
      (OLD.event_id, OLD.id, OLD.session_id, OLD.claim, OLD.prize_unit_id, OLD.registration_id, OLD.one_each, OLD.won_at)
    AND (OLD.taken_back_at IS NULL OR NEW.taken_back_at = OLD.taken_back_at)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a win is not rewritten, violates constraint "draw_wins_stay"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_wins_stay';
END $$;

CREATE TRIGGER draw_wins_stay BEFORE UPDATE OR DELETE ON draw_wins FOR EACH ROW EXECUTE FUNCTION draw_wins_stay();
