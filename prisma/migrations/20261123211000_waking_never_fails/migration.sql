-- Waking the worker is a courtesy: whatever goes wrong in it, a schema that is just being made for one, the message
-- stays and the worker's clock finds it. Only what ends the whole statement (cancelled, deadlocked) is passed on.

CREATE OR REPLACE FUNCTION messages_wake_worker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_regnamespace('graphile_worker') IS NOT NULL THEN
    PERFORM graphile_worker.add_job('send_messages', max_attempts => 1);
  END IF;
  RETURN NULL;
EXCEPTION
  WHEN deadlock_detected THEN RAISE;
  WHEN OTHERS THEN RETURN NULL;
END $$;
