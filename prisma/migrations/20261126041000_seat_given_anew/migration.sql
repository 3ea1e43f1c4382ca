-- Whoever is given a seat anew has said "yes" by it: a question "still coming?" that was put to them before they left, or
-- while they had another seat, is not owed an answer any more, or the next minute would take the new seat away again.

CREATE FUNCTION registrations_seat_given_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.reconfirm_asked_at := NULL;
  NEW.reconfirmed_at := NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER registrations_seat_given_anew BEFORE UPDATE OF status ON registrations
  FOR EACH ROW WHEN (NEW.status = 'confirmed' AND OLD.status <> 'confirmed') EXECUTE FUNCTION registrations_seat_given_anew();
