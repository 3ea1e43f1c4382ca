-- A letter to a group of an event's people: written, looked at, then sent at once or at a time. Who gets it is decided
-- when it leaves, so that nobody who cancelled meanwhile hears of it; from then on its words are what people have read.

CREATE TYPE "mailing_audience" AS ENUM ('registered', 'confirmed', 'waitlisted', 'pending', 'came', 'crew', 'news');

CREATE TABLE "mailings" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "audience" "mailing_audience" NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_en" TEXT,
    "text" TEXT NOT NULL,
    "text_en" TEXT,
    "written_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "send_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "mailings_pkey" PRIMARY KEY ("event_id","id")
);
CREATE INDEX "mailings_send_at_idx" ON "mailings"("send_at") WHERE (released_at IS NULL AND send_at IS NOT NULL);
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_says_something" CHECK (subject <> '' AND text <> '');

ALTER TABLE "messages" ADD COLUMN "mailing_id" UUID;
CREATE INDEX "messages_event_id_mailing_id_idx" ON "messages"("event_id", "mailing_id");

CREATE FUNCTION mailings_never_rewritten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.released_at IS NOT NULL THEN
    RAISE EXCEPTION 'what was sent stays as it was, violates constraint "mailings_never_rewritten"' USING ERRCODE = 'check_violation', CONSTRAINT = 'mailings_never_rewritten';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER mailings_never_rewritten BEFORE UPDATE ON mailings FOR EACH ROW EXECUTE FUNCTION mailings_never_rewritten();
