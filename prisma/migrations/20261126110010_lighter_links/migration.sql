-- Nearly every link is a ticket's, and each paid for three indexes that only serve links of sponsors, speakers and
-- volunteers.

DROP INDEX "secret_links_event_id_volunteer_id_idx";
CREATE INDEX "secret_links_event_id_volunteer_id_idx" ON "secret_links"("event_id", "volunteer_id") WHERE (volunteer_id IS NOT NULL);

DROP INDEX "secret_links_series_id_contact_id_idx";
CREATE INDEX "secret_links_series_id_contact_id_idx" ON "secret_links"("series_id", "contact_id") WHERE (contact_id IS NOT NULL);

DROP INDEX "secret_links_series_id_speaker_id_idx";
CREATE INDEX "secret_links_series_id_speaker_id_idx" ON "secret_links"("series_id", "speaker_id") WHERE (speaker_id IS NOT NULL);
