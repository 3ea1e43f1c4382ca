-- A code that its winner has looked at is in their hands for good: taken back as a mistake and drawn once more, it would be
-- given to two people, and whoever is slower holds a code that is used up.

CREATE FUNCTION prize_units_code_seen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM prize_codes c WHERE c.event_id = OLD.event_id AND c.unit_id = OLD.id AND c.revealed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'its code was seen, violates constraint "prize_units_code_seen"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_units_code_seen';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER prize_units_code_seen BEFORE UPDATE OF status ON prize_units
  FOR EACH ROW WHEN (OLD.status = 'handed_over' AND NEW.status <> 'handed_over') EXECUTE FUNCTION prize_units_code_seen();
