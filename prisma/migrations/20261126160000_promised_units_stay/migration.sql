-- While a locked draw is not closed, what it still has to give stays in stock: whoever is drawn on stage gets it.
-- What is left over, and everything once the draw is closed, goes back to whoever gave it.

CREATE FUNCTION prize_units_promised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1
    FROM (
      SELECT DISTINCT a.event_id, a.prize_id FROM units_after a JOIN units_before b ON (b.event_id, b.id) = (a.event_id, a.id)
      WHERE a.status = 'returned' AND b.status = 'in_stock'
    ) went
    JOIN draw_prizes d ON (d.event_id, d.prize_id) = (went.event_id, went.prize_id)
    JOIN draw_sessions s ON (s.event_id, s.id) = (d.event_id, d.session_id)
    WHERE s.locked_at IS NOT NULL AND s.closed_at IS NULL AND NOT s.rehearsal
      AND d.units > (
        SELECT count(*) FROM prize_units u
        WHERE u.event_id = d.event_id AND u.prize_id = d.prize_id AND (u.status = 'in_stock' OR EXISTS (
          SELECT 1 FROM draw_wins w WHERE w.event_id = u.event_id AND w.prize_unit_id = u.id AND w.session_id = s.id)))
  ) THEN
    RAISE EXCEPTION 'a draw still has to give it, violates constraint "prize_units_promised"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_units_promised';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER prize_units_promised AFTER UPDATE ON prize_units
  REFERENCING OLD TABLE AS units_before NEW TABLE AS units_after
  FOR EACH STATEMENT EXECUTE FUNCTION prize_units_promised();
