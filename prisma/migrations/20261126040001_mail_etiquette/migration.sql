-- Three messages an hour to one address, the most needed first, and none to whoever said "this wasn't me": what the
-- sender must know for that stands with the message, and those who want no mail are kept by a keyed hash only.

ALTER TABLE "messages" ADD COLUMN "rank" SMALLINT NOT NULL DEFAULT 1;
-- Whose registration a message is about. No foreign key: the log of what was sent outlives what it was about.
ALTER TABLE "messages" ADD COLUMN "registration_id" UUID;
ALTER TABLE "messages" ADD CONSTRAINT "messages_rank_sane" CHECK ("rank" BETWEEN 0 AND 9);

-- The next one to leave.
CREATE INDEX "messages_rank_next_attempt_at_idx" ON "messages"("rank", "next_attempt_at") WHERE (status = 'waiting'::message_status);
-- What left for an address during the last hour.
CREATE INDEX "messages_recipient_sent_at_idx" ON "messages"("recipient", "sent_at" DESC);
-- What an address is still owed, to find the newest of a kind.
CREATE INDEX "messages_recipient_kind_idx" ON "messages"("recipient", "kind") WHERE (status = 'waiting'::message_status);

-- Addresses that get less or nothing. "all" is everything but what their owners ask for themselves (a way to sign in).
CREATE TYPE "mail_stop_kind" AS ENUM ('all', 'news');

CREATE TABLE "mail_stops" (
    "address_hash" BYTEA NOT NULL,
    "kind" "mail_stop_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_stops_pkey" PRIMARY KEY ("address_hash","kind")
);
ALTER TABLE "mail_stops" ADD CONSTRAINT "mail_stops_hashed" CHECK (octet_length("address_hash") = 32);

-- Set when a mailed link was opened: the address is its holder's. Nothing waits for it.
ALTER TABLE "registrations" ADD COLUMN "contact_proved_at" TIMESTAMPTZ(3);
