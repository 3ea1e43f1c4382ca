-- How somebody wants to be shown when they win: masked as it stands in the list, by name, or by their number alone.
-- A wish is theirs and not part of any draw: it can change at any time, and it goes when they are erased.

CREATE TYPE "draw_shown" AS ENUM ('masked', 'full', 'number');

CREATE TABLE "draw_wishes" (
    "event_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "shown" "draw_shown" NOT NULL,

    CONSTRAINT "draw_wishes_pkey" PRIMARY KEY ("event_id","registration_id")
);

ALTER TABLE "draw_wishes" ADD CONSTRAINT "draw_wishes_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registrations"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION registrations_forget_wish() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM draw_wishes WHERE event_id = NEW.event_id AND registration_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER registrations_forget_wish AFTER UPDATE OF contact ON registrations
  FOR EACH ROW WHEN (NEW.contact LIKE 'erased:%') EXECUTE FUNCTION registrations_forget_wish();

-- The screens show the wish: they are told of a change as of everything else.
CREATE FUNCTION draw_wishes_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_tell(COALESCE(NEW.event_id, OLD.event_id), 'draw');
  RETURN NULL;
END $$;

CREATE TRIGGER draw_wishes_tell AFTER INSERT OR UPDATE OR DELETE ON draw_wishes
  FOR EACH ROW EXECUTE FUNCTION draw_wishes_tell();
