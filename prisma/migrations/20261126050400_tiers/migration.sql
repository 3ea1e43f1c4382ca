-- Ranks of sponsors, for those events whose organisers want them.
-- A sponsor stands in one tier of an event at most: the key says so.

CREATE TABLE "tiers" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "tiers_pkey" PRIMARY KEY ("event_id","id")
);

CREATE TABLE "tier_sponsors" (
    "event_id" UUID NOT NULL,
    "sponsor_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "tier_id" UUID NOT NULL,

    CONSTRAINT "tier_sponsors_pkey" PRIMARY KEY ("event_id","sponsor_id")
);

CREATE UNIQUE INDEX "tiers_name_free" ON "tiers"("event_id", "name");

ALTER TABLE "tiers" ADD CONSTRAINT "tiers_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "tier_sponsors" ADD CONSTRAINT "tier_sponsors_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "tier_sponsors" ADD CONSTRAINT "tier_sponsors_series_id_sponsor_id_fkey" FOREIGN KEY ("series_id", "sponsor_id") REFERENCES "sponsors"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "tier_sponsors" ADD CONSTRAINT "tier_sponsors_event_id_tier_id_fkey" FOREIGN KEY ("event_id", "tier_id") REFERENCES "tiers"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE tiers ADD CONSTRAINT tiers_name_sane CHECK (char_length(name) BETWEEN 1 AND 80);
