-- The codes of a prize, one for a unit, encrypted; only a fingerprint tells that one was brought twice.
-- Once a draw of the prize is locked its codes are neither changed nor taken away: somebody may have won them.

-- CreateTable
CREATE TABLE "prize_codes" (
    "event_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "prize_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "prize_codes_pkey" PRIMARY KEY ("event_id","unit_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "prize_codes_once" ON "prize_codes"("event_id", "prize_id", "fingerprint");

-- AddForeignKey
ALTER TABLE "prize_codes" ADD CONSTRAINT "prize_codes_unit_stays" FOREIGN KEY ("event_id", "unit_id") REFERENCES "prize_units"("event_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "prize_codes" ADD CONSTRAINT "prize_codes_prize_stays" FOREIGN KEY ("event_id", "prize_id") REFERENCES "prizes"("event_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AES-256-GCM: 12 bytes nonce, 16 bytes tag, and at least a letter. A code that was not sealed is not taken.
ALTER TABLE prize_codes
  ADD CONSTRAINT prize_codes_sealed CHECK (octet_length(sealed) > 28),
  ADD CONSTRAINT prize_codes_fingerprint_sane CHECK (octet_length(fingerprint) = 32);

CREATE FUNCTION prize_codes_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT 1 FROM prize_units u WHERE u.event_id = NEW.event_id AND u.id = NEW.unit_id AND u.prize_id = NEW.prize_id) THEN
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

CREATE TRIGGER prize_codes_frozen BEFORE INSERT OR UPDATE OR DELETE ON prize_codes FOR EACH ROW EXECUTE FUNCTION prize_codes_frozen();
