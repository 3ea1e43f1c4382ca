-- A link to a sponsor's desk opens until half a year after its stop, so that one that lies in an old chat opens nothing.
-- Postgres itself sets the day, with the link and whenever the stop is moved: no code can make a desk that stays open.

ALTER TABLE "secret_links" ADD COLUMN "expires_at" TIMESTAMPTZ(3);

CREATE FUNCTION desk_link_ends(stop uuid, made timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT greatest(ends_at, made) + interval '180 days' FROM events WHERE id = stop
$$;

UPDATE secret_links SET expires_at = desk_link_ends(event_id, now()) WHERE contact_id IS NOT NULL;

ALTER TABLE secret_links ADD CONSTRAINT secret_links_desks_expire CHECK ((contact_id IS NULL) = (expires_at IS NULL));

CREATE FUNCTION secret_links_set_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.expires_at := desk_link_ends(NEW.event_id, clock_timestamp());
  RETURN NEW;
END $$;

CREATE TRIGGER secret_links_set_end BEFORE INSERT ON secret_links
  FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION secret_links_set_end();

CREATE FUNCTION events_move_desk_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE secret_links SET expires_at = greatest(NEW.ends_at, created_at) + interval '180 days'
    WHERE event_id = NEW.id AND contact_id IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER events_move_desk_links AFTER UPDATE OF ends_at ON events
  FOR EACH ROW WHEN (NEW.ends_at <> OLD.ends_at) EXECUTE FUNCTION events_move_desk_links();
