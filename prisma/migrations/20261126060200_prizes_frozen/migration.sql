-- Once the list of a draw is locked, what is drawn is promised to everybody in it: the prize keeps its name, its giver and
-- its kind, stays in the ledger, and has at least as many units as the draw gives away. More may still come.

CREATE FUNCTION prize_locked_units(event uuid, prize uuid) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT COALESCE(max(p.units), 0) FROM draw_prizes p
  JOIN draw_sessions s ON s.event_id = p.event_id AND s.id = p.session_id
  WHERE p.event_id = event AND p.prize_id = prize AND s.locked_at IS NOT NULL AND NOT s.rehearsal
$$;

CREATE FUNCTION gifts_frozen_by_draw() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  locked int;
BEGIN
  IF (NEW.kind, NEW.title, NEW.sponsor_id) = (OLD.kind, OLD.title, OLD.sponsor_id)
    AND NEW.title_en IS NOT DISTINCT FROM OLD.title_en
    AND NEW.removed_at IS NOT DISTINCT FROM OLD.removed_at
    AND COALESCE(NEW.quantity, 0) >= COALESCE(OLD.quantity, 0)
    AND (NEW.status = OLD.status OR NEW.status::text IN ('pledged', 'received', 'thanked'))
  THEN
    RETURN NEW;
  END IF;
  locked := prize_locked_units(OLD.event_id, OLD.id);
  IF locked = 0 OR (
    (NEW.kind, NEW.title, NEW.sponsor_id) = (OLD.kind, OLD.title, OLD.sponsor_id)
    AND NEW.title_en IS NOT DISTINCT FROM OLD.title_en
    AND (NEW.removed_at IS NULL OR OLD.removed_at IS NOT NULL)
    AND COALESCE(NEW.quantity, 0) >= locked
    AND (NEW.status = OLD.status OR NEW.status::text IN ('pledged', 'received', 'thanked')))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a draw of it is locked, violates constraint "gifts_frozen_by_draw"' USING ERRCODE = 'check_violation', CONSTRAINT = 'gifts_frozen_by_draw';
END $$;

CREATE TRIGGER gifts_frozen_by_draw BEFORE UPDATE ON gifts FOR EACH ROW EXECUTE FUNCTION gifts_frozen_by_draw();

CREATE FUNCTION prizes_frozen_by_draw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.kind, NEW.admits) = (OLD.kind, OLD.admits) OR prize_locked_units(OLD.event_id, OLD.id) = 0 THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'a draw of it is locked, violates constraint "gifts_frozen_by_draw"' USING ERRCODE = 'check_violation', CONSTRAINT = 'gifts_frozen_by_draw';
END $$;

CREATE TRIGGER prizes_frozen_by_draw BEFORE UPDATE OR DELETE ON prizes FOR EACH ROW EXECUTE FUNCTION prizes_frozen_by_draw();
