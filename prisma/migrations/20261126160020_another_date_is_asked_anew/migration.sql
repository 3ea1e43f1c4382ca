-- A stop that moves to a later date asks "still coming?" and reminds anew: an old "yes" says nothing of the new date, and
-- nobody may lose a seat by a silence to a question about another day. What is due by then already was not long ago.

CREATE FUNCTION events_ask_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.starts_at - interval '24 hours' > clock_timestamp() THEN
    UPDATE registrations SET reminded_at = NULL WHERE event_id = NEW.id AND reminded_at IS NOT NULL;
  END IF;
  IF NEW.starts_at - make_interval(days => COALESCE(NEW.reconfirm_days, 0)) > clock_timestamp() THEN
    UPDATE registrations SET reconfirm_asked_at = NULL, reconfirmed_at = NULL
      WHERE event_id = NEW.id AND status = 'confirmed' AND reconfirm_asked_at IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER events_ask_anew AFTER UPDATE OF starts_at ON events
  FOR EACH ROW WHEN (NEW.starts_at > OLD.starts_at) EXECUTE FUNCTION events_ask_anew();
