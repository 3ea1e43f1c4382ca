-- Draw sessions of protocol hat/1: what was planned, who is in the hat, and the log that anybody can recompute.
-- The log and the list are kept true by triggers, because a result is only worth what nobody could have changed.

-- CreateTable
CREATE TABLE "draw_sessions" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rehearsal" BOOLEAN NOT NULL DEFAULT false,
    "plan" JSONB NOT NULL,
    "chain_sealed" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "draw_sessions_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "draw_prizes" (
    "event_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "draw_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "sponsor" TEXT NOT NULL,
    "sponsor_en" TEXT,
    "prize_id" UUID,

    CONSTRAINT "draw_prizes_pkey" PRIMARY KEY ("event_id","session_id","draw_id")
);

-- CreateTable
CREATE TABLE "draw_entries" (
    "event_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "entry_id" TEXT NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "label" TEXT,
    "salt" TEXT,
    "tags" TEXT[],
    "registration_id" UUID,

    CONSTRAINT "draw_entries_pkey" PRIMARY KEY ("event_id","session_id","n")
);

-- CreateTable
CREATE TABLE "draw_records" (
    "event_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "i" INTEGER NOT NULL,
    "prev" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "record" JSONB NOT NULL,

    CONSTRAINT "draw_records_pkey" PRIMARY KEY ("event_id","session_id","i")
);

-- CreateTable
CREATE TABLE "draw_wins" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "claim" TEXT NOT NULL,
    "prize_unit_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "one_each" BOOLEAN NOT NULL,
    "won_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "draw_wins_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "draw_sessions_one_open" ON "draw_sessions"("event_id", "rehearsal") WHERE (closed_at IS NULL);

-- CreateIndex
CREATE INDEX "draw_prizes_event_id_prize_id_idx" ON "draw_prizes"("event_id", "prize_id");

-- CreateIndex
CREATE INDEX "draw_entries_event_id_registration_id_idx" ON "draw_entries"("event_id", "registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_entries_id_once" ON "draw_entries"("event_id", "session_id", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_entries_person_once" ON "draw_entries"("event_id", "session_id", "registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_records_event_id_session_id_hash_key" ON "draw_records"("event_id", "session_id", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "draw_wins_claim_key" ON "draw_wins"("claim");

-- CreateIndex
CREATE UNIQUE INDEX "draw_wins_one_live_per_unit" ON "draw_wins"("event_id", "prize_unit_id") WHERE (taken_back_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "draw_wins_one_per_person" ON "draw_wins"("event_id", "registration_id") WHERE (one_each AND (taken_back_at IS NULL));

-- AddForeignKey
ALTER TABLE "draw_sessions" ADD CONSTRAINT "draw_sessions_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_prizes" ADD CONSTRAINT "draw_prizes_event_id_session_id_fkey" FOREIGN KEY ("event_id", "session_id") REFERENCES "draw_sessions"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_prizes" ADD CONSTRAINT "draw_prizes_prize_stays" FOREIGN KEY ("event_id", "prize_id") REFERENCES "prizes"("event_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "draw_entries" ADD CONSTRAINT "draw_entries_event_id_session_id_fkey" FOREIGN KEY ("event_id", "session_id") REFERENCES "draw_sessions"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_entries" ADD CONSTRAINT "draw_entries_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registrations"("event_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "draw_records" ADD CONSTRAINT "draw_records_event_id_session_id_fkey" FOREIGN KEY ("event_id", "session_id") REFERENCES "draw_sessions"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_wins" ADD CONSTRAINT "draw_wins_event_id_session_id_fkey" FOREIGN KEY ("event_id", "session_id") REFERENCES "draw_sessions"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_wins" ADD CONSTRAINT "draw_wins_event_id_prize_unit_id_fkey" FOREIGN KEY ("event_id", "prize_unit_id") REFERENCES "prize_units"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_wins" ADD CONSTRAINT "draw_wins_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registrations"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Promises --------------------------------------------------------------------------------------

ALTER TABLE draw_prizes ADD CONSTRAINT draw_prizes_units_sane CHECK (units BETWEEN 1 AND 10000);
ALTER TABLE draw_entries
  ADD CONSTRAINT draw_entries_weight_sane CHECK (weight BETWEEN 1 AND 64),
  ADD CONSTRAINT draw_entries_erased_whole CHECK (num_nonnulls(label, salt) IN (0, 2)),
  ADD CONSTRAINT draw_entries_id_sane CHECK (entry_id ~ '^[0-9a-f]{64}$');
ALTER TABLE draw_records
  ADD CONSTRAINT draw_records_hash_sane CHECK (hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT draw_records_say_where CHECK (
    (record->>'i')::int = i AND record->>'prev' = prev AND record->>'type' = type);

-- The log of a session: each record stands right behind the last, nothing behind the close, nothing is rewritten.
CREATE FUNCTION draw_records_in_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last draw_records%ROWTYPE;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'the log of a draw is append-only, violates constraint "draw_records_append_only"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_records_append_only';
  END IF;
  SELECT * INTO last FROM draw_records r
    WHERE r.event_id = NEW.event_id AND r.session_id = NEW.session_id ORDER BY r.i DESC LIMIT 1;
  IF NEW.i <> COALESCE(last.i + 1, 0) OR NEW.prev <> COALESCE(last.hash, repeat('0', 64)) OR last.type = 'close'
    OR (NEW.type = 'open') <> (NEW.i = 0)
  THEN
    RAISE EXCEPTION 'not the next record, violates constraint "draw_records_in_line"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_records_in_line';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER draw_records_in_line BEFORE INSERT OR UPDATE OR DELETE ON draw_records
  FOR EACH ROW EXECUTE FUNCTION draw_records_in_line();
CREATE TRIGGER draw_records_append_only_truncate BEFORE TRUNCATE ON draw_records
  FOR EACH STATEMENT EXECUTE FUNCTION draw_records_in_line();

-- The list is frozen by the lock; afterwards an entry can only lose its name and salt, when its person is erased.
CREATE FUNCTION draw_entries_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NOT EXISTS (
    SELECT 1 FROM draw_records r
    WHERE r.event_id = NEW.event_id AND r.session_id = NEW.session_id AND r.type = 'lock')
  THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.event_id, NEW.session_id, NEW.n, NEW.entry_id, NEW.weight, NEW.tags) =
    (OLD.event_id, OLD.session_id, OLD.n, OLD.entry_id, OLD.weight, OLD.tags)
    AND num_nonnulls(NEW.label, NEW.salt, NEW.registration_id) = 0
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the list is frozen, violates constraint "draw_entries_frozen"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_entries_frozen';
END $$;

CREATE TRIGGER draw_entries_frozen BEFORE INSERT OR UPDATE OR DELETE ON draw_entries
  FOR EACH ROW EXECUTE FUNCTION draw_entries_frozen();
CREATE TRIGGER draw_entries_frozen_truncate BEFORE TRUNCATE ON draw_entries
  FOR EACH STATEMENT EXECUTE FUNCTION draw_entries_frozen();

-- Whoever is erased leaves the hat without a name, whichever way they were erased; the leaf stays, meaningless.
CREATE FUNCTION registrations_leave_the_hat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE draw_entries SET label = NULL, salt = NULL, registration_id = NULL
    WHERE event_id = NEW.event_id AND registration_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER registrations_leave_the_hat AFTER UPDATE OF contact ON registrations
  FOR EACH ROW WHEN (NEW.contact LIKE 'erased:%') EXECUTE FUNCTION registrations_leave_the_hat();

-- The plan and the kind of a session never change, its chain is made once, and what was locked or closed stays so.
CREATE FUNCTION draw_sessions_step_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.event_id, NEW.id, NEW.rehearsal, NEW.plan, NEW.created_at) =
    (OLD.event_id, OLD.id, OLD.rehearsal, OLD.plan, OLD.created_at)
    AND (OLD.chain_sealed IS NULL OR NEW.chain_sealed = OLD.chain_sealed)
    AND (OLD.locked_at IS NULL OR NEW.locked_at = OLD.locked_at)
    AND (OLD.closed_at IS NULL OR NEW.closed_at = OLD.closed_at)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a session is not rewritten, violates constraint "draw_sessions_step_allowed"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_sessions_step_allowed';
END $$;

CREATE TRIGGER draw_sessions_step_allowed BEFORE UPDATE OR DELETE ON draw_sessions
  FOR EACH ROW EXECUTE FUNCTION draw_sessions_step_allowed();

-- A rehearsal gives nothing away.
CREATE FUNCTION draw_wins_only_real() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM draw_sessions s WHERE s.event_id = NEW.event_id AND s.id = NEW.session_id AND s.rehearsal) THEN
    RAISE EXCEPTION 'a rehearsal gives nothing away, violates constraint "draw_wins_only_real"' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_wins_only_real';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER draw_wins_only_real BEFORE INSERT OR UPDATE ON draw_wins
  FOR EACH ROW EXECUTE FUNCTION draw_wins_only_real();
