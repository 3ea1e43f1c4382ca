-- Lists of guests brought along from elsewhere: what was read, what became of each line, and the way to take all of it
-- back. Lines hold what somebody else's file said about people, so they go when the person is erased, or after 30 days.

CREATE TABLE "guest_imports" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "head" TEXT[],
    "columns" TEXT[],
    "when_full" TEXT NOT NULL DEFAULT 'waiting',
    "notify" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "by_person_id" UUID NOT NULL,
    "request_key" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_imports_pkey" PRIMARY KEY ("event_id","id")
);
CREATE TABLE "guest_import_rows" (
    "event_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" TEXT[],
    "outcome" TEXT,
    "registration_id" UUID,

    CONSTRAINT "guest_import_rows_pkey" PRIMARY KEY ("event_id","import_id","number")
);
CREATE UNIQUE INDEX "guest_imports_one_per_request" ON "guest_imports"("event_id", "request_key");
CREATE INDEX "guest_import_rows_event_id_registration_id_idx" ON "guest_import_rows"("event_id", "registration_id");
ALTER TABLE "guest_imports" ADD CONSTRAINT "guest_imports_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "guest_import_rows" ADD CONSTRAINT "guest_import_rows_event_id_import_id_fkey" FOREIGN KEY ("event_id", "import_id") REFERENCES "guest_imports"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE guest_imports
  ADD CONSTRAINT guest_imports_when_full_known CHECK (when_full IN ('waiting', 'refused')),
  ADD CONSTRAINT guest_imports_one_column_each CHECK (cardinality(columns) = cardinality(head)),
  ADD CONSTRAINT guest_imports_in_bounds CHECK (total BETWEEN 0 AND 5000);
ALTER TABLE guest_import_rows
  ADD CONSTRAINT guest_import_rows_outcome_known
    CHECK (outcome IN ('confirmed', 'waitlisted', 'known', 'full', 'away', 'wrong', 'undone', 'kept')),
  ADD CONSTRAINT guest_import_rows_guest_came_of_it
    CHECK ((registration_id IS NOT NULL) = (COALESCE(outcome, '') IN ('confirmed', 'waitlisted', 'kept')));

-- Whoever is forgotten among the guests is forgotten here as well.
CREATE FUNCTION guest_import_rows_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE guest_import_rows SET cells = '{}' WHERE event_id = NEW.event_id AND registration_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER guest_import_rows_forget AFTER UPDATE OF contact ON registrations
  FOR EACH ROW WHEN (NEW.contact LIKE 'erased:%') EXECUTE FUNCTION guest_import_rows_forget();
