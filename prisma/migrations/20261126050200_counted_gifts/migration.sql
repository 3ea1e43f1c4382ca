-- What came in is counted against what was promised; what a gift is worth is known to organisers only.
-- A parcel is found by its number.

ALTER TABLE "gifts" ADD COLUMN "counted_at" TIMESTAMPTZ(3),
ADD COLUMN "currency" TEXT,
ADD COLUMN "parcel" TEXT NOT NULL DEFAULT '',
ADD COLUMN "promised" INTEGER,
ADD COLUMN "value" INTEGER;

ALTER TABLE gifts
  ADD CONSTRAINT gifts_promised_once_counted CHECK (promised IS NULL OR counted_at IS NOT NULL),
  ADD CONSTRAINT gifts_promised_sane CHECK (promised BETWEEN 1 AND 10000),
  ADD CONSTRAINT gifts_value_in_currency CHECK ((value IS NULL) = (currency IS NULL) AND value >= 0 AND currency ~ '^[A-Z]{3}$');
