-- A ticket's links went to an address that was put right since: they end, for somebody else may read that mailbox. What was
-- ended for this reason is remembered, because the browser in which its holder registered gets the ticket back, once.

ALTER TABLE "secret_links" ADD COLUMN "moved_at" TIMESTAMPTZ(3);

ALTER TABLE secret_links ADD CONSTRAINT secret_links_moved_are_ended CHECK (moved_at IS NULL OR revoked_at IS NOT NULL);
