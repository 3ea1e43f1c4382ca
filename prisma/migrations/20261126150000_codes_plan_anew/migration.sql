-- What keeps a connection's plans as large as the registrations are now does the same for the units that codes are bound
-- to: five thousand of them, checked by a plan that was made for ten, took ten seconds instead of a third of one.

CREATE FUNCTION plan_anew() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  grown text := TG_ARGV[0];
  pages bigint := greatest(1, pg_relation_size(grown::regclass) / current_setting('block_size')::int);
BEGIN
  IF pages >= 2 * coalesce(nullif(current_setting('next_stop.planned_for_' || grown, true), ''), '0')::bigint THEN
    DISCARD PLANS;
    PERFORM set_config('next_stop.planned_for_' || grown, pages::text, false);
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER registrations_plan_anew ON registrations;
DROP FUNCTION registrations_plan_anew();

CREATE TRIGGER registrations_plan_anew AFTER INSERT ON registrations
  FOR EACH STATEMENT EXECUTE FUNCTION plan_anew('registrations');

-- Before: what the checks of each row ask is planned by the first row.
CREATE TRIGGER prize_codes_plan_anew BEFORE INSERT ON prize_codes
  FOR EACH STATEMENT EXECUTE FUNCTION plan_anew('prize_units');

-- The unit is asked for by its key alone: asked for by its prize too, it was looked for among all units of the prize.
CREATE OR REPLACE FUNCTION prize_codes_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF (SELECT u.prize_id FROM prize_units u WHERE u.event_id = NEW.event_id AND u.id = NEW.unit_id) = NEW.prize_id THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a code belongs to a unit of its own prize, violates constraint "prize_codes_own_unit"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_codes_own_unit';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.event_id, NEW.unit_id, NEW.prize_id, NEW.sealed, NEW.fingerprint, NEW.created_at) =
    (OLD.event_id, OLD.unit_id, OLD.prize_id, OLD.sealed, OLD.fingerprint, OLD.created_at)
    AND (OLD.revealed_at IS NULL OR NEW.revealed_at = OLD.revealed_at)
  THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND OLD.revealed_at IS NULL AND prize_locked_units(OLD.event_id, OLD.prize_id) = 0 THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a draw of it is locked, violates constraint "prize_codes_frozen"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_codes_frozen';
END $$;
