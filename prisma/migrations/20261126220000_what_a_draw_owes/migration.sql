-- Whether locked draws still find all that they have to give is asked in one place, whatever would take it from them:
-- units that go back to whoever gave them, and units that are struck.

CREATE FUNCTION draw_lacks_units(event uuid, prize uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM draw_prizes d JOIN draw_sessions s ON (s.event_id, s.id) = (d.event_id, d.session_id)
    WHERE d.event_id = event AND d.prize_id = prize AND s.locked_at IS NOT NULL AND s.closed_at IS NULL AND NOT s.rehearsal
      AND d.units > (
        SELECT count(*) FROM prize_units u
        WHERE u.event_id = d.event_id AND u.prize_id = d.prize_id AND (u.status = 'in_stock' OR EXISTS (
          SELECT 1 FROM draw_wins w WHERE w.event_id = u.event_id AND w.prize_unit_id = u.id AND w.session_id = s.id))))
$$;

CREATE OR REPLACE FUNCTION prize_units_promised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (
      SELECT DISTINCT a.event_id, a.prize_id FROM units_after a JOIN units_before b ON (b.event_id, b.id) = (a.event_id, a.id)
      WHERE a.status = 'returned' AND b.status = 'in_stock') went
    WHERE draw_lacks_units(went.event_id, went.prize_id)
  ) THEN
    RAISE EXCEPTION 'a draw still has to give it, violates constraint "prize_units_promised"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_units_promised';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION prize_units_promised_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT event_id, prize_id FROM gone WHERE status = 'in_stock') went
    WHERE draw_lacks_units(went.event_id, went.prize_id)
  ) THEN
    RAISE EXCEPTION 'a draw still has to give it, violates constraint "gifts_frozen_by_draw"' USING ERRCODE = 'check_violation', CONSTRAINT = 'gifts_frozen_by_draw';
  END IF;
  RETURN NULL;
END $$;
