-- A day before, whoever has a seat is reminded once, so that a seat nobody needs still reaches the queue. What was
-- reminded is kept beside the registration: a job that runs twice sends nothing twice.

ALTER TABLE "registrations" ADD COLUMN "reminded_at" TIMESTAMPTZ(3);
CREATE INDEX "registrations_to_remind" ON "registrations"("event_id", "id") WHERE (status = 'confirmed'::registration_status AND reminded_at IS NULL);
