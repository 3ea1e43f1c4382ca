-- In the hat is a person, not a ticket: crew and a sponsor's own people were left out by who they are, so whoever is handed
-- a ticket after the lock stands outside it. And a ticket that won stays with whoever won: its code may have been seen.

CREATE OR REPLACE FUNCTION registrations_hand_over_bare() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM draw_wins w
    WHERE w.event_id = NEW.event_id AND w.registration_id = NEW.id AND w.taken_back_at IS NULL)
  THEN
    RAISE EXCEPTION 'its holder won a prize, violates constraint "registrations_winners_keep_theirs"' USING ERRCODE = 'check_violation', CONSTRAINT = 'registrations_winners_keep_theirs';
  END IF;
  UPDATE draw_entries e SET label = NULL, salt = NULL, registration_id = NULL FROM draw_sessions s
    WHERE e.event_id = NEW.event_id AND e.registration_id = NEW.id AND s.event_id = e.event_id AND s.id = e.session_id
      AND s.kind = 'prizes';
  DELETE FROM draw_wishes WHERE event_id = NEW.event_id AND registration_id = NEW.id;
  DELETE FROM winner_thanks t USING draw_wins w
    WHERE w.event_id = NEW.event_id AND w.registration_id = NEW.id AND t.event_id = w.event_id AND t.win_id = w.id;
  UPDATE prize_posts p SET address_sealed = NULL FROM draw_wins w
    WHERE w.event_id = NEW.event_id AND w.registration_id = NEW.id AND p.event_id = w.event_id AND p.win_id = w.id;
  RETURN NULL;
END $$;
