-- The organiser's own questions and what guests answered. A question is never deleted while it has answers, only taken
-- off the form, so that no post under way breaks; what is erased of a person takes the answers along.

CREATE TYPE "question_kind" AS ENUM ('text', 'choice', 'several', 'number', 'link');
CREATE TYPE "question_audience" AS ENUM ('everyone', 'public', 'invited');

-- CreateTable
CREATE TABLE "questions" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "question_kind" NOT NULL,
    "label" TEXT NOT NULL,
    "label_en" TEXT,
    "why" TEXT NOT NULL,
    "why_en" TEXT,
    "options" TEXT[],
    "retired_options" TEXT[],
    "required" BOOLEAN NOT NULL DEFAULT false,
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "audience" "question_audience" NOT NULL DEFAULT 'everyone',
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "questions_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "answers" (
    "event_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "given" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("event_id","registration_id","question_id")
);

-- CreateIndex
CREATE INDEX "answers_event_id_question_id_idx" ON "answers"("event_id", "question_id");

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registrations"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_event_id_question_id_fkey" FOREIGN KEY ("event_id", "question_id") REFERENCES "questions"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Promises --------------------------------------------------------------------------------------

ALTER TABLE questions
  ADD CONSTRAINT questions_label_sane CHECK (char_length(label) BETWEEN 1 AND 200),
  ADD CONSTRAINT questions_say_why CHECK (why <> ''),
  ADD CONSTRAINT questions_options_sane CHECK ((kind IN ('choice', 'several')) = (cardinality(options) > 0) AND cardinality(options) <= 30);
ALTER TABLE answers
  ADD CONSTRAINT answers_given_sane CHECK (cardinality(given) BETWEEN 1 AND 30 AND char_length(array_to_string(given, '')) <= 2000);

-- Whoever is erased, whichever way, leaves no answers and no remark behind.
CREATE FUNCTION registrations_take_answers_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM answers WHERE event_id = NEW.event_id AND registration_id = NEW.id;
  UPDATE registrations SET jump_reason = NULL WHERE event_id = NEW.event_id AND id = NEW.id AND jump_reason IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER registrations_take_answers_along AFTER UPDATE OF contact ON registrations
  FOR EACH ROW WHEN (NEW.contact LIKE 'erased:%') EXECUTE FUNCTION registrations_take_answers_along();
