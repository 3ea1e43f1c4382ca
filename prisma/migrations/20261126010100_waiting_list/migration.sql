-- Near the start a freed seat is offered with a deadline instead of given: an offered seat is taken from the public pool,
-- offers go out in the order of the queue, and one's place in it is read from counts of blocks, never by counting everybody.

CREATE TYPE "end_cause" AS ENUM ('offer_expired', 'offer_declined', 'not_reconfirmed');

ALTER TABLE "registrations"
  ADD COLUMN "offered_at" TIMESTAMPTZ(3),
  ADD COLUMN "offer_expires_at" TIMESTAMPTZ(3),
  ADD COLUMN "jump_reason" TEXT,
  ADD COLUMN "end_cause" "end_cause";

-- CreateTable
CREATE TABLE "waitlist_counts" (
    "event_id" UUID NOT NULL,
    "size" INTEGER NOT NULL,
    "block" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,

    CONSTRAINT "waitlist_counts_pkey" PRIMARY KEY ("event_id","size","block")
);

-- CreateIndex
CREATE INDEX "registrations_waiting_in_order" ON "registrations"("event_id", "waitlist_position") WHERE (status = 'waitlisted'::registration_status);

-- CreateIndex
CREATE INDEX "registrations_offers_by_deadline" ON "registrations"("event_id", "offer_expires_at") WHERE (offer_expires_at IS NOT NULL);

-- AddForeignKey
ALTER TABLE "waitlist_counts" ADD CONSTRAINT "waitlist_counts_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Promises --------------------------------------------------------------------------------------

ALTER TABLE waitlist_counts ADD CONSTRAINT waitlist_counts_never_negative CHECK (waiting >= 0);
ALTER TABLE registrations
  ADD CONSTRAINT registrations_offer_while_waiting CHECK (offer_expires_at IS NULL OR (status = 'waitlisted' AND offered_at IS NOT NULL)),
  ADD CONSTRAINT registrations_jump_says_why CHECK (jump_reason IS NULL OR char_length(jump_reason) BETWEEN 1 AND 200);

-- A status moves only along these steps; nobody passes those who wait, unless the very step says why.
CREATE OR REPLACE FUNCTION registrations_step_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gets_seat boolean;
BEGIN
  IF NEW.event_id <> OLD.event_id THEN
    RAISE EXCEPTION 'a registration stays at its event, violates constraint "registrations_stay_at_event"' USING ERRCODE = 'check_violation', CONSTRAINT = 'registrations_stay_at_event';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status::text, NEW.status::text) NOT IN (
    ('pending', 'confirmed'), ('pending', 'waitlisted'), ('pending', 'declined'), ('pending', 'cancelled'),
    ('waitlisted', 'confirmed'), ('waitlisted', 'declined'), ('waitlisted', 'cancelled'),
    ('confirmed', 'cancelled'),
    ('declined', 'pending'), ('declined', 'confirmed'), ('declined', 'waitlisted'),
    ('cancelled', 'pending'), ('cancelled', 'confirmed'), ('cancelled', 'waitlisted')
  ) THEN
    RAISE EXCEPTION 'no step from % to %, violates constraint "registrations_step_allowed"', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'registrations_step_allowed';
  END IF;
  IF OLD.status = 'waitlisted' AND NEW.status <> 'waitlisted' THEN
    IF NEW.status = 'confirmed' AND OLD.offer_expires_at <= clock_timestamp() THEN
      RAISE EXCEPTION 'the offer ran out, violates constraint "registrations_offer_in_time"' USING ERRCODE = 'check_violation', CONSTRAINT = 'registrations_offer_in_time';
    END IF;
    NEW.offer_expires_at := NULL;
  END IF;
  gets_seat := OLD.status = 'waitlisted' AND OLD.offer_expires_at IS NULL AND NEW.hold_id IS NULL
    AND (NEW.status = 'confirmed' OR NEW.offer_expires_at IS NOT NULL);
  IF gets_seat AND (NEW.jump_reason IS NULL OR NEW.jump_reason IS NOT DISTINCT FROM OLD.jump_reason)
    AND EXISTS (
      SELECT 1 FROM registrations r
      WHERE r.event_id = OLD.event_id AND r.status = 'waitlisted' AND r.waitlist_position < OLD.waitlist_position
        AND r.offer_expires_at IS NULL)
  THEN
    RAISE EXCEPTION 'someone waits longer, violates constraint "registrations_promoted_in_order"' USING ERRCODE = 'check_violation', CONSTRAINT = 'registrations_promoted_in_order';
  END IF;
  RETURN NEW;
END $$;

-- Keeps events.open_count (seats of the public pool that are confirmed or offered) and the counts of who waits, in blocks
-- of 256 and of 16384 places: a place in the queue is then a sum of at most 61 + 64 + 256 numbers among a million. Whole
-- statements at a time, so that a batch of many registrations costs one update.
CREATE FUNCTION registrations_takes_open(status registration_status, offer timestamptz, hold uuid) RETURNS boolean
  LANGUAGE sql IMMUTABLE AS $$ SELECT hold IS NULL AND (status = 'confirmed' OR offer IS NOT NULL) $$;

CREATE FUNCTION registrations_keep_open_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE events e SET open_count = open_count + d.n
      FROM (SELECT event_id, count(*) AS n FROM added
        WHERE registrations_takes_open(status, offer_expires_at, hold_id) GROUP BY event_id) d
      WHERE e.id = d.event_id;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE events e SET open_count = open_count - d.n
      FROM (SELECT event_id, count(*) AS n FROM gone
        WHERE registrations_takes_open(status, offer_expires_at, hold_id) GROUP BY event_id) d
      WHERE e.id = d.event_id;
  ELSE
    UPDATE events e SET open_count = open_count + d.n
      FROM (
        SELECT event_id, sum(n) AS n FROM (
          SELECT event_id, 1 AS n FROM added WHERE registrations_takes_open(status, offer_expires_at, hold_id)
          UNION ALL SELECT event_id, -1 FROM gone WHERE registrations_takes_open(status, offer_expires_at, hold_id)) both_sides
        GROUP BY event_id HAVING sum(n) <> 0) d
      WHERE e.id = d.event_id;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION registrations_keep_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO waitlist_counts AS c (event_id, size, block, waiting)
      SELECT a.event_id, s.size, a.waitlist_position / s.size, count(*)
      FROM added a CROSS JOIN (VALUES (256), (16384)) s(size) WHERE a.status = 'waitlisted' GROUP BY 1, 2, 3
    ON CONFLICT (event_id, size, block) DO UPDATE SET waiting = c.waiting + EXCLUDED.waiting;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE waitlist_counts c SET waiting = c.waiting - d.n
      FROM (SELECT g.event_id, s.size, g.waitlist_position / s.size AS block, count(*) AS n
        FROM gone g CROSS JOIN (VALUES (256), (16384)) s(size) WHERE g.status = 'waitlisted' GROUP BY 1, 2, 3) d
      WHERE c.event_id = d.event_id AND c.size = d.size AND c.block = d.block;
  ELSE
    -- Adding first: a row that is made by leaving alone would be negative.
    WITH moved AS (
      SELECT x.event_id, s.size, x.waitlist_position / s.size AS block, sum(x.n) AS n
      FROM (
        SELECT event_id, waitlist_position, 1 AS n FROM added WHERE status = 'waitlisted'
        UNION ALL SELECT event_id, waitlist_position, -1 FROM gone WHERE status = 'waitlisted') x
      CROSS JOIN (VALUES (256), (16384)) s(size)
      GROUP BY 1, 2, 3 HAVING sum(x.n) <> 0
    ), left_behind AS (
      UPDATE waitlist_counts c SET waiting = c.waiting + m.n FROM moved m
      WHERE c.event_id = m.event_id AND c.size = m.size AND c.block = m.block
      RETURNING c.event_id, c.size, c.block)
    INSERT INTO waitlist_counts (event_id, size, block, waiting)
      SELECT m.event_id, m.size, m.block, m.n FROM moved m
      WHERE NOT EXISTS (SELECT 1 FROM left_behind l WHERE (l.event_id, l.size, l.block) = (m.event_id, m.size, m.block));
  END IF;
  RETURN NULL;
END $$;

INSERT INTO waitlist_counts (event_id, size, block, waiting)
  SELECT r.event_id, s.size, r.waitlist_position / s.size, count(*)
  FROM registrations r CROSS JOIN (VALUES (256), (16384)) s(size) WHERE r.status = 'waitlisted' GROUP BY 1, 2, 3;

CREATE TRIGGER registrations_keep_open_count_added AFTER INSERT ON registrations
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registrations_keep_open_count();
CREATE TRIGGER registrations_keep_open_count_changed AFTER UPDATE ON registrations
  REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registrations_keep_open_count();
CREATE TRIGGER registrations_keep_open_count_gone AFTER DELETE ON registrations
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION registrations_keep_open_count();
CREATE TRIGGER registrations_keep_waiting_added AFTER INSERT ON registrations
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registrations_keep_waiting();
CREATE TRIGGER registrations_keep_waiting_changed AFTER UPDATE ON registrations
  REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registrations_keep_waiting();
CREATE TRIGGER registrations_keep_waiting_gone AFTER DELETE ON registrations
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION registrations_keep_waiting();
