-- Whoever is handed a ticket agreed to nothing yet: how the giver wanted to be shown when drawn, what they said to whoever
-- gave a prize and where it was to be posted go with them. A ticket that changes hands gets another request key.

CREATE FUNCTION registrations_hand_over_bare() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM draw_wishes WHERE event_id = NEW.event_id AND registration_id = NEW.id;
  DELETE FROM winner_thanks t USING draw_wins w
    WHERE w.event_id = NEW.event_id AND w.registration_id = NEW.id AND t.event_id = w.event_id AND t.win_id = w.id;
  UPDATE prize_posts p SET address_sealed = NULL FROM draw_wins w
    WHERE w.event_id = NEW.event_id AND w.registration_id = NEW.id AND p.event_id = w.event_id AND p.win_id = w.id;
  RETURN NULL;
END $$;

CREATE TRIGGER registrations_hand_over_bare AFTER UPDATE OF request_key ON registrations
  FOR EACH ROW WHEN (NEW.request_key <> OLD.request_key) EXECUTE FUNCTION registrations_hand_over_bare();
