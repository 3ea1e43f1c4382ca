-- What was written and sent to everybody whom a stop owes thanks; who is owed follows from the stop itself.
-- A recap is complete only when somebody says so, and is refused while anybody is missing.

CREATE TYPE "thanks_channel" AS ENUM ('mail', 'chat', 'card');

ALTER TABLE "recaps" ADD COLUMN     "completed_at" TIMESTAMPTZ(3);

CREATE TABLE "thanks" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "contact_id" UUID,
    "sponsor_id" UUID,
    "speaker_id" UUID,
    "volunteer_id" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "text_en" TEXT,
    "channel" "thanks_channel",
    "sent_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "thanks_pkey" PRIMARY KEY ("event_id","id")
);

CREATE UNIQUE INDEX "thanks_one_per_contact" ON "thanks"("event_id", "contact_id");

CREATE UNIQUE INDEX "thanks_one_per_sponsor" ON "thanks"("event_id", "sponsor_id");

CREATE UNIQUE INDEX "thanks_one_per_speaker" ON "thanks"("event_id", "speaker_id");

CREATE UNIQUE INDEX "thanks_one_per_volunteer" ON "thanks"("event_id", "volunteer_id");

ALTER TABLE "thanks" ADD CONSTRAINT "thanks_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "thanks" ADD CONSTRAINT "thanks_series_id_contact_id_fkey" FOREIGN KEY ("series_id", "contact_id") REFERENCES "sponsor_contacts"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "thanks" ADD CONSTRAINT "thanks_series_id_sponsor_id_fkey" FOREIGN KEY ("series_id", "sponsor_id") REFERENCES "sponsors"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "thanks" ADD CONSTRAINT "thanks_series_id_speaker_id_fkey" FOREIGN KEY ("series_id", "speaker_id") REFERENCES "speakers"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "thanks" ADD CONSTRAINT "thanks_event_id_volunteer_id_fkey" FOREIGN KEY ("event_id", "volunteer_id") REFERENCES "volunteers"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE thanks
  ADD CONSTRAINT thanks_of_one_person CHECK (num_nonnulls(contact_id, sponsor_id, speaker_id, volunteer_id) = 1),
  ADD CONSTRAINT thanks_sent_by_channel CHECK (sent_at IS NULL OR channel IS NOT NULL);
