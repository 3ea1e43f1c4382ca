-- What a locked draw still has to give stays in stock also against the ledger: units of a prize are struck when fewer are
-- told of, and where an earlier draw gave some of it, the number that remains says nothing of how many are still there.

CREATE FUNCTION prize_units_promised_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1
    FROM (SELECT DISTINCT event_id, prize_id FROM gone WHERE status = 'in_stock') went
    JOIN draw_prizes d ON (d.event_id, d.prize_id) = (went.event_id, went.prize_id)
    JOIN draw_sessions s ON (s.event_id, s.id) = (d.event_id, d.session_id)
    WHERE s.locked_at IS NOT NULL AND s.closed_at IS NULL AND NOT s.rehearsal
      AND d.units > (
        SELECT count(*) FROM prize_units u
        WHERE u.event_id = d.event_id AND u.prize_id = d.prize_id AND (u.status = 'in_stock' OR EXISTS (
          SELECT 1 FROM draw_wins w WHERE w.event_id = u.event_id AND w.prize_unit_id = u.id AND w.session_id = s.id)))
  ) THEN
    RAISE EXCEPTION 'a draw still has to give it, violates constraint "gifts_frozen_by_draw"' USING ERRCODE = 'check_violation', CONSTRAINT = 'gifts_frozen_by_draw';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER prize_units_promised_gone AFTER DELETE ON prize_units
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION prize_units_promised_gone();
