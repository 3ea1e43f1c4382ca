-- Who moved a prize's unit, when and how: handed over to whom it belongs, returned to whoever gave it, and back again.
-- Postgres writes it down itself, for every step and whoever takes it, and nobody rewrites it.

-- CreateTable
CREATE TABLE "prize_unit_steps" (
    "event_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "unit_id" UUID NOT NULL,
    "from" "prize_unit_status" NOT NULL,
    "to" "prize_unit_status" NOT NULL,
    "how" TEXT NOT NULL DEFAULT '',
    "by_kind" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "prize_unit_steps_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateIndex
CREATE INDEX "prize_unit_steps_event_id_unit_id_idx" ON "prize_unit_steps"("event_id", "unit_id");

-- AddForeignKey
ALTER TABLE "prize_unit_steps" ADD CONSTRAINT "prize_unit_steps_event_id_unit_id_fkey" FOREIGN KEY ("event_id", "unit_id") REFERENCES "prize_units"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE prize_unit_steps ADD CONSTRAINT prize_unit_steps_how_sane CHECK (how IN ('', 'hand', 'proxy', 'post', 'code'));

-- Which step is allowed says prize_units_step_allowed; here it is only remembered, with the time on the unit itself.
CREATE FUNCTION prize_units_remember_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO prize_unit_steps (event_id, unit_id, "from", "to", how, by_kind, by_id)
  VALUES (NEW.event_id, NEW.id, OLD.status, NEW.status,
    COALESCE(current_setting('app.step_how', true), ''),
    COALESCE(current_setting('app.step_by_kind', true), ''),
    NULLIF(current_setting('app.step_by_id', true), '')::uuid);
  RETURN NULL;
END $$;

CREATE TRIGGER prize_units_remember_step AFTER UPDATE OF status ON prize_units
  FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION prize_units_remember_step();

CREATE FUNCTION prize_unit_steps_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- With the unit itself its history may go: only a unit that never left the stock can.
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM prize_units u WHERE u.event_id = OLD.event_id AND u.id = OLD.unit_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'what happened to a unit is not rewritten, violates constraint "prize_unit_steps_append_only"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_unit_steps_append_only';
END $$;

CREATE TRIGGER prize_unit_steps_append_only BEFORE UPDATE OR DELETE ON prize_unit_steps
  FOR EACH ROW EXECUTE FUNCTION prize_unit_steps_append_only();

-- Somebody's prize, or one that is gone, cannot be struck from the books; nor can a unit become one of another prize.
CREATE FUNCTION prize_units_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.status = 'in_stock' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.event_id, NEW.id, NEW.prize_id, NEW.number) = (OLD.event_id, OLD.id, OLD.prize_id, OLD.number) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a unit that left the stock stays, violates constraint "prize_units_stay"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prize_units_stay';
END $$;

CREATE TRIGGER prize_units_stay BEFORE UPDATE OR DELETE ON prize_units FOR EACH ROW EXECUTE FUNCTION prize_units_stay();
