-- Pictures that people upload: logos and photos of prizes. The row is what the rest refers to, the bytes lie in storage
-- under a random name; what something refers to cannot be swept away, whoever does the sweeping.

-- CreateTable
CREATE TABLE "pictures" (
    "series_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source_hash" BYTEA NOT NULL,
    "fallback" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "ink_left" DOUBLE PRECISION NOT NULL,
    "ink_top" DOUBLE PRECISION NOT NULL,
    "ink_width" DOUBLE PRECISION NOT NULL,
    "ink_height" DOUBLE PRECISION NOT NULL,
    "ink_share" DOUBLE PRECISION NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pictures_pkey" PRIMARY KEY ("series_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pictures_name_free" ON "pictures"("name");

-- CreateIndex
CREATE UNIQUE INDEX "pictures_same_once" ON "pictures"("series_id", "source_hash");

-- AlterTable
ALTER TABLE "sponsors" ADD COLUMN "logo_id" UUID;

-- AlterTable
ALTER TABLE "gifts" ADD COLUMN "photo_id" UUID;

-- CreateIndex
CREATE INDEX "sponsors_series_id_logo_id_idx" ON "sponsors"("series_id", "logo_id");

-- CreateIndex
CREATE INDEX "gifts_series_id_photo_id_idx" ON "gifts"("series_id", "photo_id");

-- AddForeignKey
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sponsors" ADD CONSTRAINT "sponsors_logo_stays" FOREIGN KEY ("series_id", "logo_id") REFERENCES "pictures"("series_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_photo_stays" FOREIGN KEY ("series_id", "photo_id") REFERENCES "pictures"("series_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "pictures"
  ADD CONSTRAINT "pictures_name_random" CHECK (name ~ '^[0-9a-f]{32}$'),
  ADD CONSTRAINT "pictures_hash_sane" CHECK (octet_length(source_hash) = 32),
  ADD CONSTRAINT "pictures_fallback_sane" CHECK (fallback IN ('jpg', 'png')),
  ADD CONSTRAINT "pictures_size_sane" CHECK (width BETWEEN 1 AND 1600 AND height BETWEEN 1 AND 1600),
  ADD CONSTRAINT "pictures_ink_sane" CHECK (
    ink_left >= 0 AND ink_top >= 0 AND ink_width > 0 AND ink_height > 0 AND ink_share > 0 AND ink_share <= 1
    AND ink_left + ink_width <= 1.000001 AND ink_top + ink_height <= 1.000001);
