-- Who has been at earlier stops may count for more in the hat, when the plan says so before the day: never changed later.
-- Whoever leaves a prize behind is reminded once, and Postgres remembers that they were.

CREATE TYPE "draw_weigh" AS ENUM ('equal', 'stops');

ALTER TABLE "draw_sessions" ADD COLUMN "weigh" "draw_weigh" NOT NULL DEFAULT 'equal';
ALTER TABLE "draw_wins" ADD COLUMN "reminded_at" TIMESTAMPTZ(3);

CREATE FUNCTION draw_sessions_weigh_alike() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what counts how much is not rewritten, violates constraint "draw_sessions_weigh_alike"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_sessions_weigh_alike';
END $$;

CREATE TRIGGER draw_sessions_weigh_alike BEFORE UPDATE ON draw_sessions
  FOR EACH ROW WHEN (NEW.weigh <> OLD.weigh) EXECUTE FUNCTION draw_sessions_weigh_alike();

-- Reminded once: nobody is reminded again and again, and a deadline that was named does not move.
CREATE FUNCTION draw_wins_remind_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'they were reminded already, violates constraint "draw_wins_remind_once"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_wins_remind_once';
END $$;

CREATE TRIGGER draw_wins_remind_once BEFORE UPDATE OF reminded_at ON draw_wins
  FOR EACH ROW WHEN (OLD.reminded_at IS NOT NULL AND NEW.reminded_at IS DISTINCT FROM OLD.reminded_at)
  EXECUTE FUNCTION draw_wins_remind_once();
