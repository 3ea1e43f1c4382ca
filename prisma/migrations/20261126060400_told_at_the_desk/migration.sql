-- How a gift reaches us, as one of three ways, so that parcels can be waited for and codes asked after.
-- Whether its giver would like to know who won it, since when.

ALTER TABLE "gifts" ADD COLUMN "way" TEXT NOT NULL DEFAULT '',
ADD COLUMN "winners_asked_at" TIMESTAMPTZ(3);

ALTER TABLE gifts ADD CONSTRAINT gifts_way_sane CHECK (way IN ('', 'brought', 'parcel', 'mail'));
