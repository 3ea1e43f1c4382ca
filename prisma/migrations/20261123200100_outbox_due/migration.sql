-- When the next try of a message is due stands with the message, so that a killed process forgets nothing: whoever
-- looks next takes what is due. A new message wakes the worker, if its schema is there; without it the clock does.

ALTER TABLE "messages" ADD COLUMN "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE INDEX "messages_next_attempt_at_idx" ON "messages"("next_attempt_at") WHERE (status = 'waiting'::message_status);

CREATE FUNCTION messages_wake_worker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_regnamespace('graphile_worker') IS NOT NULL THEN
    PERFORM graphile_worker.add_job('send_messages', max_attempts => 1);
  END IF;
  RETURN NULL;
EXCEPTION WHEN undefined_function OR undefined_table OR insufficient_privilege THEN
  RETURN NULL;
END $$;

CREATE TRIGGER messages_wake_worker AFTER INSERT ON messages FOR EACH STATEMENT EXECUTE FUNCTION messages_wake_worker();
