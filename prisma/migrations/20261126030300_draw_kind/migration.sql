-- A draw can give seats instead of prizes: the entries of a stop's ballot, ranked by the same engine and checked the same.
-- What a session draws never changes, a ballot is never a rehearsal, and one of each kind may be open at a time.

CREATE TYPE "draw_kind" AS ENUM ('prizes', 'seats');

ALTER TABLE "draw_sessions" ADD COLUMN "kind" "draw_kind" NOT NULL DEFAULT 'prizes';
ALTER TABLE draw_sessions ADD CONSTRAINT draw_sessions_seats_are_real CHECK (kind = 'prizes' OR NOT rehearsal);

DROP INDEX "draw_sessions_one_open";
CREATE UNIQUE INDEX "draw_sessions_one_open" ON "draw_sessions"("event_id", "rehearsal", "kind") WHERE (closed_at IS NULL);

CREATE OR REPLACE FUNCTION draw_sessions_step_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.event_id, NEW.id, NEW.kind, NEW.rehearsal, NEW.plan, NEW.created_at) =
    (OLD.event_id, OLD.id, OLD.kind, OLD.rehearsal, OLD.plan, OLD.created_at)
    AND (OLD.chain_sealed IS NULL OR NEW.chain_sealed = OLD.chain_sealed)
    AND (OLD.locked_at IS NULL OR NEW.locked_at = OLD.locked_at)
    AND (OLD.closed_at IS NULL OR NEW.closed_at = OLD.closed_at)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a session is not rewritten, violates constraint "draw_sessions_step_allowed"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_sessions_step_allowed';
END $$;

-- A ballot gives seats and no prize.
CREATE OR REPLACE FUNCTION draw_wins_only_real() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM draw_sessions s
    WHERE s.event_id = NEW.event_id AND s.id = NEW.session_id AND (s.rehearsal OR s.kind = 'seats'))
  THEN
    RAISE EXCEPTION 'a rehearsal or a ballot gives no prize away, violates constraint "draw_wins_only_real"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_wins_only_real';
  END IF;
  RETURN NEW;
END $$;
