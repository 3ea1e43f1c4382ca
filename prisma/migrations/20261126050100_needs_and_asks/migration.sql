-- What a stop lacks, who was asked for it by whom, and what came of that.
-- Nobody is asked for the same need twice by two people, unless one of them knows and says so.

CREATE TYPE "ask_answer" AS ENUM ('yes', 'no', 'silent');

ALTER TABLE "gifts" ADD COLUMN "need_id" UUID;

ALTER TABLE "sponsors" ADD COLUMN     "offered_at" TIMESTAMPTZ(3);

CREATE TABLE "needs" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "kind" "gift_kind" NOT NULL,
    "prize_kind" "prize_kind",
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "note_en" TEXT,
    "quantity" INTEGER,
    "due_at" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "needs_pkey" PRIMARY KEY ("event_id","id")
);

CREATE TABLE "needs_boards" (
    "event_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "needs_boards_pkey" PRIMARY KEY ("event_id")
);

CREATE TABLE "asks" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "need_id" UUID,
    "gift_id" UUID NOT NULL,
    "sponsor_id" UUID NOT NULL,
    "contact_id" UUID,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "ask_answer",
    "answered_at" TIMESTAMPTZ(3),
    "again" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "asks_pkey" PRIMARY KEY ("event_id","id")
);

CREATE INDEX "asks_event_id_gift_id_idx" ON "asks"("event_id", "gift_id");

CREATE INDEX "asks_event_id_asked_at_idx" ON "asks"("event_id", "asked_at");

CREATE INDEX "asks_series_id_sponsor_id_idx" ON "asks"("series_id", "sponsor_id");

CREATE UNIQUE INDEX "asks_nobody_twice" ON "asks"("event_id", "need_id", "sponsor_id") WHERE ((answer IS NULL) AND (NOT again));

CREATE INDEX "gifts_event_id_need_id_idx" ON "gifts"("event_id", "need_id");

ALTER TABLE "needs" ADD CONSTRAINT "needs_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "needs_boards" ADD CONSTRAINT "needs_boards_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "asks" ADD CONSTRAINT "asks_series_id_event_id_fkey" FOREIGN KEY ("series_id", "event_id") REFERENCES "events"("series_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "asks" ADD CONSTRAINT "asks_event_id_need_id_fkey" FOREIGN KEY ("event_id", "need_id") REFERENCES "needs"("event_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "asks" ADD CONSTRAINT "asks_event_id_gift_id_fkey" FOREIGN KEY ("event_id", "gift_id") REFERENCES "gifts"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "asks" ADD CONSTRAINT "asks_series_id_sponsor_id_fkey" FOREIGN KEY ("series_id", "sponsor_id") REFERENCES "sponsors"("series_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "asks" ADD CONSTRAINT "asks_series_id_contact_id_fkey" FOREIGN KEY ("series_id", "contact_id") REFERENCES "sponsor_contacts"("series_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "asks" ADD CONSTRAINT "asks_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "gifts" ADD CONSTRAINT "gifts_event_id_need_id_fkey" FOREIGN KEY ("event_id", "need_id") REFERENCES "needs"("event_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE needs ADD CONSTRAINT needs_quantity_sane CHECK (quantity BETWEEN 1 AND 10000);
ALTER TABLE needs ADD CONSTRAINT needs_prize_kind_fits CHECK ((kind = 'prize') = (prize_kind IS NOT NULL));
ALTER TABLE asks ADD CONSTRAINT asks_answer_has_instant CHECK ((answer IS NULL) = (answered_at IS NULL));

-- The same steps as before, and those of an offer: confirmed, declined, and each of them taken back.
CREATE OR REPLACE FUNCTION gifts_step_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> OLD.status AND (OLD.status::text, NEW.status::text) NOT IN (
    ('draft', 'asked'), ('draft', 'pledged'), ('draft', 'declined'),
    ('asked', 'pledged'), ('asked', 'declined'), ('asked', 'draft'),
    ('offered', 'pledged'), ('offered', 'declined'),
    ('pledged', 'received'), ('pledged', 'declined'), ('pledged', 'asked'), ('pledged', 'draft'), ('pledged', 'offered'),
    ('received', 'thanked'), ('received', 'pledged'),
    ('thanked', 'received'),
    ('declined', 'draft'), ('declined', 'asked'), ('declined', 'pledged'), ('declined', 'offered')
  ) THEN
    RAISE EXCEPTION 'no step from % to %, violates constraint "gifts_step_allowed"', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'gifts_step_allowed';
  END IF;
  RETURN NEW;
END $$;

-- What came of an ask follows from the gift that was asked for, whoever moved it: the latest ask of a gift is answered.
CREATE FUNCTION gifts_answer_asks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  said ask_answer := CASE WHEN NEW.status::text IN ('pledged', 'received', 'thanked') THEN 'yes'
    WHEN NEW.status::text = 'declined' THEN 'no' END;
BEGIN
  UPDATE asks SET answer = said, answered_at = CASE WHEN said IS NULL THEN NULL ELSE clock_timestamp() END
  WHERE event_id = NEW.event_id AND answer IS DISTINCT FROM said
    AND id = (SELECT id FROM asks WHERE event_id = NEW.event_id AND gift_id = NEW.id ORDER BY asked_at DESC, id DESC LIMIT 1);
  RETURN NULL;
END $$;

CREATE TRIGGER gifts_answer_asks AFTER UPDATE OF status ON gifts
  FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION gifts_answer_asks();
