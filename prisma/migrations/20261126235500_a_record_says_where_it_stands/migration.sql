-- A record of a draw without a number, a predecessor or a type was let through: what is not known is not false.

ALTER TABLE draw_records DROP CONSTRAINT draw_records_say_where;
ALTER TABLE draw_records ADD CONSTRAINT draw_records_say_where CHECK (
  ((record->>'i')::int = i AND record->>'prev' = prev AND record->>'type' = type) IS TRUE);
