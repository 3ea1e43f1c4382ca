-- A thousand messages a second enter the outbox while a stop goes on sale, and each paid for two indexes that only serve
-- messages that left, and letters to a group.

DROP INDEX "messages_event_id_mailing_id_idx";
CREATE INDEX "messages_event_id_mailing_id_idx" ON "messages"("event_id", "mailing_id") WHERE (mailing_id IS NOT NULL);

DROP INDEX "messages_recipient_sent_at_idx";
CREATE INDEX "messages_recipient_sent_at_idx" ON "messages"("recipient", "sent_at" DESC) WHERE (sent_at IS NOT NULL);
