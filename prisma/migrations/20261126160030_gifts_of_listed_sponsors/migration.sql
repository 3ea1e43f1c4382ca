-- A gift in the ledger has a giver on the list, and a giver with gifts stays there: also when two stops of a series, whose
-- writes do not wait for each other, enter a gift and take its giver off at once, or a removed gift is brought back.

CREATE FUNCTION gifts_giver_on_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM sponsors s WHERE s.series_id = NEW.series_id AND s.id = NEW.sponsor_id AND s.removed_at IS NULL FOR SHARE;
  IF FOUND THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'its giver is off the list, violates constraint "gifts_giver_on_list"' USING ERRCODE = 'check_violation', CONSTRAINT = 'gifts_giver_on_list';
END $$;

CREATE TRIGGER gifts_giver_on_list_new BEFORE INSERT ON gifts
  FOR EACH ROW WHEN (NEW.removed_at IS NULL) EXECUTE FUNCTION gifts_giver_on_list();
CREATE TRIGGER gifts_giver_on_list_again BEFORE UPDATE OF removed_at, sponsor_id ON gifts
  FOR EACH ROW WHEN (NEW.removed_at IS NULL AND (OLD.removed_at IS NOT NULL OR NEW.sponsor_id <> OLD.sponsor_id))
  EXECUTE FUNCTION gifts_giver_on_list();

CREATE FUNCTION sponsors_with_gifts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM gifts g WHERE g.series_id = NEW.series_id AND g.sponsor_id = NEW.id AND g.removed_at IS NULL) THEN
    RAISE EXCEPTION 'it has gifts, violates constraint "sponsors_with_gifts_stay"' USING ERRCODE = 'check_violation', CONSTRAINT = 'sponsors_with_gifts_stay';
  END IF;
  RETURN NULL;
END $$;

-- After the row is taken: whoever just enters a gift of it is waited for, and seen.
CREATE TRIGGER sponsors_with_gifts_stay AFTER UPDATE OF removed_at ON sponsors
  FOR EACH ROW WHEN (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL) EXECUTE FUNCTION sponsors_with_gifts_stay();
