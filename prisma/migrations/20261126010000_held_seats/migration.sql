-- Seats that are set aside for speakers, sponsors, crew and friends, and the codes that open them.
-- The public pool is what remains: it has its own count, so that nothing about the others shows in it.

CREATE TYPE "hold_kind" AS ENUM ('speakers', 'sponsors', 'crew', 'friends');
CREATE TYPE "entry_mode" AS ENUM ('open', 'ballot', 'invitation');

ALTER TABLE "events"
  ADD COLUMN "entry_mode" "entry_mode" NOT NULL DEFAULT 'open',
  ADD COLUMN "ballot_ends_at" TIMESTAMPTZ(3),
  ADD COLUMN "ballot_drawn_at" TIMESTAMPTZ(3),
  ADD COLUMN "held_seats" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "open_count" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "holds" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "hold_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "holds_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "invitation_codes" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hold_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "most_uses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_codes_pkey" PRIMARY KEY ("event_id","id")
);

ALTER TABLE "registrations" ADD COLUMN "hold_id" UUID, ADD COLUMN "code_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "invitation_codes_code_free" ON "invitation_codes"("event_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_codes_event_id_hold_id_id_key" ON "invitation_codes"("event_id", "hold_id", "id");

-- CreateIndex
CREATE INDEX "registrations_event_id_hold_id_idx" ON "registrations"("event_id", "hold_id") WHERE (hold_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "holds" ADD CONSTRAINT "holds_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_codes" ADD CONSTRAINT "invitation_codes_event_id_hold_id_fkey" FOREIGN KEY ("event_id", "hold_id") REFERENCES "holds"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_hold_id_fkey" FOREIGN KEY ("event_id", "hold_id") REFERENCES "holds"("event_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_hold_id_code_id_fkey" FOREIGN KEY ("event_id", "hold_id", "code_id") REFERENCES "invitation_codes"("event_id", "hold_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Promises --------------------------------------------------------------------------------------

UPDATE events SET open_count = confirmed_count;

ALTER TABLE events
  ADD CONSTRAINT events_open_seats_fit CHECK (open_count >= 0 AND held_seats >= 0 AND open_count + held_seats <= capacity),
  ADD CONSTRAINT events_ballot_has_an_end CHECK (entry_mode <> 'ballot' OR ballot_ends_at IS NOT NULL);
ALTER TABLE holds
  ADD CONSTRAINT holds_name_sane CHECK (char_length(name) BETWEEN 1 AND 80),
  ADD CONSTRAINT holds_seats_sane CHECK (seats BETWEEN 0 AND 10000),
  ADD CONSTRAINT holds_never_overfilled CHECK (taken BETWEEN 0 AND seats);
ALTER TABLE invitation_codes
  ADD CONSTRAINT invitation_codes_uses_sane CHECK (most_uses BETWEEN 1 AND 10000),
  ADD CONSTRAINT invitation_codes_never_overused CHECK (uses BETWEEN 0 AND most_uses);
ALTER TABLE registrations
  ADD CONSTRAINT registrations_code_of_its_hold CHECK (code_id IS NULL OR hold_id IS NOT NULL),
  ADD CONSTRAINT registrations_held_do_not_wait CHECK (hold_id IS NULL OR status NOT IN ('pending', 'waitlisted'));

-- Keeps events.held_seats: what the holds take away from the public pool, whether somebody sits there already or not.
CREATE FUNCTION holds_keep_count() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change int := CASE WHEN TG_OP = 'DELETE' THEN 0 ELSE NEW.seats END - CASE WHEN TG_OP = 'INSERT' THEN 0 ELSE OLD.seats END;
BEGIN
  IF change <> 0 THEN
    UPDATE events SET held_seats = held_seats + change WHERE id = COALESCE(NEW.event_id, OLD.event_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER holds_keep_count AFTER INSERT OR UPDATE OF seats OR DELETE ON holds
  FOR EACH ROW EXECUTE FUNCTION holds_keep_count();

-- Keeps holds.taken and invitation_codes.uses: the confirmed of each.
CREATE FUNCTION registrations_keep_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.status = 'confirmed' AND OLD.hold_id IS NOT NULL THEN
    UPDATE holds SET taken = taken - 1 WHERE event_id = OLD.event_id AND id = OLD.hold_id;
    UPDATE invitation_codes SET uses = uses - 1 WHERE event_id = OLD.event_id AND id = OLD.code_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.status = 'confirmed' AND NEW.hold_id IS NOT NULL THEN
    UPDATE holds SET taken = taken + 1 WHERE event_id = NEW.event_id AND id = NEW.hold_id;
    UPDATE invitation_codes SET uses = uses + 1 WHERE event_id = NEW.event_id AND id = NEW.code_id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER registrations_keep_holds_added AFTER INSERT ON registrations
  FOR EACH ROW WHEN (NEW.hold_id IS NOT NULL) EXECUTE FUNCTION registrations_keep_holds();
CREATE TRIGGER registrations_keep_holds_changed AFTER UPDATE OF status, hold_id, code_id ON registrations
  FOR EACH ROW WHEN (NEW.hold_id IS NOT NULL OR OLD.hold_id IS NOT NULL) EXECUTE FUNCTION registrations_keep_holds();
CREATE TRIGGER registrations_keep_holds_gone AFTER DELETE ON registrations
  FOR EACH ROW WHEN (OLD.hold_id IS NOT NULL) EXECUTE FUNCTION registrations_keep_holds();
