-- "Still coming?" some days before the start: asked once of each seat of the public pool, answered by one press; seats
-- without an answer may go back at a time that the question names.

ALTER TABLE "events" ADD COLUMN "reconfirm_days" INTEGER, ADD COLUMN "reconfirm_release_hours" INTEGER;

ALTER TABLE "registrations" ADD COLUMN "reconfirm_asked_at" TIMESTAMPTZ(3), ADD COLUMN "reconfirmed_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "registrations_asked_again" ON "registrations"("event_id", "reconfirm_asked_at") WHERE (status = 'confirmed'::registration_status);

ALTER TABLE events
  ADD CONSTRAINT events_reconfirm_sane CHECK (reconfirm_days IS NULL OR reconfirm_days BETWEEN 1 AND 30),
  ADD CONSTRAINT events_release_after_asking CHECK (
    reconfirm_release_hours IS NULL OR (reconfirm_days IS NOT NULL AND reconfirm_release_hours BETWEEN 1 AND reconfirm_days * 24 - 12));
ALTER TABLE registrations
  ADD CONSTRAINT registrations_reconfirmed_when_asked CHECK (reconfirmed_at IS NULL OR reconfirm_asked_at IS NOT NULL);
