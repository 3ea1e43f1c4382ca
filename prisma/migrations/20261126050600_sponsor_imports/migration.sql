-- A pasted table waits here between its preview and being brought in, so that a reload loses nothing.
-- It holds names and numbers of people: its text goes as soon as it was brought in.

CREATE TABLE "sponsor_imports" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "sponsor_imports_pkey" PRIMARY KEY ("event_id","id")
);

ALTER TABLE "sponsor_imports" ADD CONSTRAINT "sponsor_imports_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE sponsor_imports ADD CONSTRAINT sponsor_imports_forgotten CHECK (done_at IS NULL OR text = '');
