-- The worker makes its tables, and locks them, in another order than a job is put in: who registered in the first second of
-- an empty database could wait for it while it waited for them. While it holds this lock nobody wakes it; it looks anyway.

CREATE OR REPLACE FUNCTION messages_wake_worker() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Times of messages are kept in milliseconds; those of this transaction have its own.
  own timestamptz := date_trunc('milliseconds', transaction_timestamp());
BEGIN
  IF to_regnamespace('graphile_worker') IS NULL
    OR NOT pg_try_advisory_xact_lock_shared(hashtextextended('worker/schema', 0))
  THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM messages WHERE status = 'waiting'
      AND next_attempt_at > own - interval '1 second' AND next_attempt_at < own) THEN
    PERFORM graphile_worker.add_job('send_messages', max_attempts => 1);
  ELSIF NOT EXISTS (SELECT FROM graphile_worker.jobs
      WHERE task_identifier = 'send_messages' AND run_at > clock_timestamp() + interval '500 milliseconds') THEN
    PERFORM graphile_worker.add_job('send_messages', run_at => clock_timestamp() + interval '1 second', max_attempts => 1);
  END IF;
  RETURN NULL;
EXCEPTION
  WHEN deadlock_detected THEN RAISE;
  WHEN OTHERS THEN RETURN NULL;
END $$;
