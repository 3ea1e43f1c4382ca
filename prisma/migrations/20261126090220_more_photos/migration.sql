-- Photos of speakers and of a stop, kept like logos and photos of prizes: what something refers to cannot be swept away.
-- A photo is of the same series as what shows it; the keys say so.

ALTER TABLE "speakers" ADD COLUMN "photo_id" UUID;
ALTER TABLE "events" ADD COLUMN "photo_id" UUID;

CREATE INDEX "speakers_series_id_photo_id_idx" ON "speakers"("series_id", "photo_id");
CREATE INDEX "events_series_id_photo_id_idx" ON "events"("series_id", "photo_id");

ALTER TABLE "speakers" ADD CONSTRAINT "speakers_photo_stays" FOREIGN KEY ("series_id", "photo_id") REFERENCES "pictures"("series_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "events" ADD CONSTRAINT "events_photo_stays" FOREIGN KEY ("series_id", "photo_id") REFERENCES "pictures"("series_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
