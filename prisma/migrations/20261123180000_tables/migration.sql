-- The tables as prisma/schema describes them.
-- Generated with: npm run prisma -- migrate diff --from-empty --to-schema prisma/schema --script

-- CreateEnum
CREATE TYPE "message_status" AS ENUM ('waiting', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('organizer', 'editor', 'host', 'door', 'viewer');

-- CreateEnum
CREATE TYPE "prize_kind" AS ENUM ('thing', 'code', 'voucher', 'service');

-- CreateEnum
CREATE TYPE "prize_unit_status" AS ENUM ('in_stock', 'won', 'handed_over', 'returned');

-- CreateEnum
CREATE TYPE "talk_kind" AS ENUM ('talk', 'panel', 'icebreaker', 'break', 'raffle');

-- CreateEnum
CREATE TYPE "stage_role" AS ENUM ('speaker', 'panelist', 'moderator', 'host');

-- CreateEnum
CREATE TYPE "highlight_kind" AS ENUM ('quote', 'questions', 'consensus', 'promise');

-- CreateEnum
CREATE TYPE "registration_status" AS ENUM ('pending', 'confirmed', 'waitlisted', 'declined', 'cancelled');

-- CreateEnum
CREATE TYPE "contact_kind" AS ENUM ('email', 'phone');

-- CreateEnum
CREATE TYPE "check_in_outcome" AS ENUM ('accepted', 'duplicate', 'refused');

-- CreateEnum
CREATE TYPE "sponsor_kind" AS ENUM ('organisation', 'person');

-- CreateEnum
CREATE TYPE "gift_kind" AS ENUM ('venue', 'prize', 'food', 'service', 'travel', 'media', 'hands');

-- CreateEnum
CREATE TYPE "gift_status" AS ENUM ('draft', 'asked', 'pledged', 'received', 'thanked', 'declined');

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "city_en" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "title_en" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "summary_en" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "pigment" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "confirmed_count" INTEGER NOT NULL DEFAULT 0,
    "waitlist_last" INTEGER NOT NULL DEFAULT 0,
    "approval_required" BOOLEAN NOT NULL DEFAULT false,
    "registration_ends_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "postponed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "change_reason" TEXT NOT NULL DEFAULT '',
    "started_from_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "serial" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_slugs" (
    "series_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "event_slugs_pkey" PRIMARY KEY ("series_id","slug")
);

-- CreateTable
CREATE TABLE "venues" (
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "address_en" TEXT,
    "directions" TEXT NOT NULL DEFAULT '',
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "venues_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "activities" (
    "id" UUID NOT NULL,
    "series_id" UUID,
    "event_id" UUID,
    "serial" BIGINT,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "verb" TEXT NOT NULL,
    "subject_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_keys" (
    "actor" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_keys_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "series_id" UUID,
    "event_id" UUID,
    "kind" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "recipient_name" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sealed_link" BYTEA,
    "calendar" TEXT,
    "status" "message_status" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL DEFAULT 'zh',
    "owner_since" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_tokens" (
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "event_id" UUID,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "event_id" UUID,
    "role" "role" NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "secret_links" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "series_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "registration_id" UUID,
    "contact_id" UUID,
    "speaker_id" UUID,
    "volunteer_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "secret_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prizes" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "prize_kind" NOT NULL,
    "admits" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "prizes_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "prize_units" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prize_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "prize_unit_status" NOT NULL DEFAULT 'in_stock',
    "status_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prize_units_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "talks" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "talk_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "summary_en" TEXT,
    "duration_minutes" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "talks_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "speakers" (
    "series_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "organisation_en" TEXT,
    "position" TEXT NOT NULL DEFAULT '',
    "position_en" TEXT,
    "bio" TEXT NOT NULL DEFAULT '',
    "bio_en" TEXT,
    "link" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "phone" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "speakers_pkey" PRIMARY KEY ("series_id","id")
);

-- CreateTable
CREATE TABLE "talk_people" (
    "event_id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "role" "stage_role" NOT NULL,
    "position" INTEGER NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "talk_people_pkey" PRIMARY KEY ("event_id","talk_id","speaker_id")
);

-- CreateTable
CREATE TABLE "recaps" (
    "event_id" UUID NOT NULL,
    "headline" TEXT NOT NULL DEFAULT '',
    "headline_en" TEXT,
    "opening" TEXT NOT NULL DEFAULT '',
    "opening_en" TEXT,
    "icebreaker" TEXT NOT NULL DEFAULT '',
    "icebreaker_en" TEXT,
    "raffle" TEXT NOT NULL DEFAULT '',
    "raffle_en" TEXT,
    "closing" TEXT NOT NULL DEFAULT '',
    "closing_en" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recaps_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "talk_notes" (
    "event_id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "body_en" TEXT,
    "highlight_kind" "highlight_kind",
    "highlights" TEXT NOT NULL DEFAULT '',
    "highlights_en" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "talk_notes_pkey" PRIMARY KEY ("event_id","talk_id")
);

-- CreateTable
CREATE TABLE "registrations" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" "registration_status" NOT NULL,
    "name" TEXT NOT NULL,
    "contact_kind" "contact_kind" NOT NULL,
    "contact" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "ticket_code" TEXT NOT NULL,
    "waitlist_position" INTEGER,
    "notice_version" INTEGER NOT NULL DEFAULT 1,
    "news_consent_at" TIMESTAMPTZ(3),
    "photo_consent_at" TIMESTAMPTZ(3),
    "request_key" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "registrations_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "check_ins" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "outcome" "check_in_outcome" NOT NULL,
    "by_person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "check_ins_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "tagline" TEXT NOT NULL DEFAULT '',
    "tagline_en" TEXT,
    "organizer_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_slugs" (
    "slug" TEXT NOT NULL,
    "series_id" UUID NOT NULL,

    CONSTRAINT "series_slugs_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "sponsors" (
    "series_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "sponsor_kind" NOT NULL DEFAULT 'organisation',
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "link" TEXT NOT NULL DEFAULT '',
    "blurb" TEXT NOT NULL DEFAULT '',
    "blurb_en" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sponsors_pkey" PRIMARY KEY ("series_id","id")
);

-- CreateTable
CREATE TABLE "sponsor_contacts" (
    "series_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sponsor_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "wechat" TEXT NOT NULL DEFAULT '',
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sponsor_contacts_pkey" PRIMARY KEY ("series_id","id")
);

-- CreateTable
CREATE TABLE "gifts" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "sponsor_id" UUID NOT NULL,
    "kind" "gift_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "quantity" INTEGER,
    "status" "gift_status" NOT NULL DEFAULT 'draft',
    "delivery" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "status_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gifts_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "gift_contacts" (
    "series_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "gift_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,

    CONSTRAINT "gift_contacts_pkey" PRIMARY KEY ("event_id","gift_id","contact_id")
);

-- CreateTable
CREATE TABLE "volunteers" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "shift" TEXT NOT NULL DEFAULT '',
    "leads" BOOLEAN NOT NULL DEFAULT false,
    "email" TEXT,
    "phone" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "volunteers_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateIndex
CREATE INDEX "events_series_id_starts_at_idx" ON "events"("series_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "events_series_id_id_key" ON "events"("series_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "events_slug_free" ON "events"("series_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "events_number_free" ON "events"("series_id", "number") WHERE (removed_at IS NULL);

-- CreateIndex
CREATE INDEX "event_slugs_series_id_event_id_idx" ON "event_slugs"("series_id", "event_id");

-- CreateIndex
CREATE INDEX "activities_event_id_at_idx" ON "activities"("event_id", "at" DESC);

-- CreateIndex
CREATE INDEX "activities_series_id_at_idx" ON "activities"("series_id", "at" DESC);

-- CreateIndex
CREATE INDEX "request_keys_created_at_idx" ON "request_keys"("created_at");

-- CreateIndex
CREATE INDEX "messages_event_id_created_at_idx" ON "messages"("event_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "messages_recipient_created_at_idx" ON "messages"("recipient", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "messages_one_per_cause" ON "messages"("kind", "dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE INDEX "accounts_person_id_idx" ON "accounts"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_provider_account_id_key" ON "accounts"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_tokens_email_idx" ON "sign_in_tokens"("email");

-- CreateIndex
CREATE INDEX "memberships_series_id_idx" ON "memberships"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_one_in_series" ON "memberships"("person_id", "series_id") WHERE (event_id IS NULL AND revoked_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "memberships_one_in_event" ON "memberships"("person_id", "event_id") WHERE (event_id IS NOT NULL AND revoked_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_series_id_idx" ON "invitations"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "secret_links_token_hash_key" ON "secret_links"("token_hash");

-- CreateIndex
CREATE INDEX "secret_links_event_id_registration_id_idx" ON "secret_links"("event_id", "registration_id");

-- CreateIndex
CREATE INDEX "secret_links_series_id_contact_id_idx" ON "secret_links"("series_id", "contact_id");

-- CreateIndex
CREATE INDEX "secret_links_series_id_speaker_id_idx" ON "secret_links"("series_id", "speaker_id");

-- CreateIndex
CREATE INDEX "secret_links_event_id_volunteer_id_idx" ON "secret_links"("event_id", "volunteer_id");

-- CreateIndex
CREATE UNIQUE INDEX "prize_units_number_free" ON "prize_units"("event_id", "prize_id", "number");

-- CreateIndex
CREATE INDEX "talk_people_series_id_speaker_id_idx" ON "talk_people"("series_id", "speaker_id");

-- CreateIndex
CREATE INDEX "registrations_event_id_status_created_at_idx" ON "registrations"("event_id", "status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "registrations_one_live_per_person" ON "registrations"("event_id", "contact") WHERE (status = ANY (ARRAY['pending'::registration_status, 'confirmed'::registration_status, 'waitlisted'::registration_status]));

-- CreateIndex
CREATE UNIQUE INDEX "registrations_one_per_request" ON "registrations"("event_id", "request_key");

-- CreateIndex
CREATE UNIQUE INDEX "registrations_ticket_code_free" ON "registrations"("event_id", "ticket_code");

-- CreateIndex
CREATE UNIQUE INDEX "registrations_waitlist_position_free" ON "registrations"("event_id", "waitlist_position");

-- CreateIndex
CREATE INDEX "check_ins_event_id_at_idx" ON "check_ins"("event_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "check_ins_one_accepted_per_ticket" ON "check_ins"("event_id", "registration_id") WHERE (outcome = 'accepted' AND undone_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "series_slug_key" ON "series"("slug");

-- CreateIndex
CREATE INDEX "series_slugs_series_id_idx" ON "series_slugs"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "sponsors_name_free" ON "sponsors"("series_id", "name") WHERE (removed_at IS NULL);

-- CreateIndex
CREATE INDEX "sponsor_contacts_series_id_sponsor_id_idx" ON "sponsor_contacts"("series_id", "sponsor_id");

-- CreateIndex
CREATE INDEX "gifts_series_id_sponsor_id_idx" ON "gifts"("series_id", "sponsor_id");

-- CreateIndex
CREATE UNIQUE INDEX "gifts_series_id_event_id_id_key" ON "gifts"("series_id", "event_id", "id");

-- CreateIndex
CREATE INDEX "gift_contacts_series_id_contact_id_idx" ON "gift_contacts"("series_id", "contact_id");

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_started_from_id_fkey" FOREIGN KEY ("started_from_id") REFERENCES "events"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_slugs" ADD CONSTRAINT "event_slugs_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_slugs" ADD CONSTRAINT "event_slugs_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "venues" ADD CONSTRAINT "venues_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_links" ADD CONSTRAINT "secret_links_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_links" ADD CONSTRAINT "secret_links_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registrations"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_links" ADD CONSTRAINT "secret_links_series_id_contact_id_fkey" FOREIGN KEY ("series_id", "contact_id") REFERENCES "sponsor_contacts"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_links" ADD CONSTRAINT "secret_links_series_id_speaker_id_fkey" FOREIGN KEY ("series_id", "speaker_id") REFERENCES "speakers"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_links" ADD CONSTRAINT "secret_links_event_id_volunteer_id_fkey" FOREIGN KEY ("event_id", "volunteer_id") REFERENCES "volunteers"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prizes" ADD CONSTRAINT "prizes_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prizes" ADD CONSTRAINT "prizes_event_id_id_fkey" FOREIGN KEY ("event_id", "id") REFERENCES "gifts"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prize_units" ADD CONSTRAINT "prize_units_event_id_prize_id_fkey" FOREIGN KEY ("event_id", "prize_id") REFERENCES "prizes"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talks" ADD CONSTRAINT "talks_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_people" ADD CONSTRAINT "talk_people_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_people" ADD CONSTRAINT "talk_people_event_id_talk_id_fkey" FOREIGN KEY ("event_id", "talk_id") REFERENCES "talks"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_people" ADD CONSTRAINT "talk_people_series_id_speaker_id_fkey" FOREIGN KEY ("series_id", "speaker_id") REFERENCES "speakers"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recaps" ADD CONSTRAINT "recaps_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_notes" ADD CONSTRAINT "talk_notes_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_notes" ADD CONSTRAINT "talk_notes_event_id_talk_id_fkey" FOREIGN KEY ("event_id", "talk_id") REFERENCES "talks"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registrations"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_slugs" ADD CONSTRAINT "series_slugs_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sponsors" ADD CONSTRAINT "sponsors_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sponsor_contacts" ADD CONSTRAINT "sponsor_contacts_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sponsor_contacts" ADD CONSTRAINT "sponsor_contacts_series_id_sponsor_id_fkey" FOREIGN KEY ("series_id", "sponsor_id") REFERENCES "sponsors"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_series_id_sponsor_id_fkey" FOREIGN KEY ("series_id", "sponsor_id") REFERENCES "sponsors"("series_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_contacts" ADD CONSTRAINT "gift_contacts_series_id_event_id_gift_id_fkey" FOREIGN KEY ("series_id", "event_id", "gift_id") REFERENCES "gifts"("series_id", "event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_contacts" ADD CONSTRAINT "gift_contacts_series_id_contact_id_fkey" FOREIGN KEY ("series_id", "contact_id") REFERENCES "sponsor_contacts"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

