-- A message may also be withdrawn: a newer one took its place, its reader wants none, or what it tells was undone.
-- Alone in its file, because a new value of an enum can be used only after it was committed.

ALTER TYPE "message_status" ADD VALUE 'withdrawn';
