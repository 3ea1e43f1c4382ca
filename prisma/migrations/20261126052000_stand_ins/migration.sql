-- Whoever posts a form with an address that is registered already gets a ticket page like anybody new, so that nobody
-- learns who is coming. Behind it stands a row that is cancelled from the first moment: it takes no seat and no place.

ALTER TABLE "registrations" ADD COLUMN "shown_as" "registration_status", ADD COLUMN "shown_place" INTEGER;

ALTER TABLE registrations ADD CONSTRAINT registrations_stand_ins_take_nothing CHECK (
  shown_as IS NULL OR (status = 'cancelled' AND hold_id IS NULL AND code_id IS NULL AND waitlist_position IS NULL));
ALTER TABLE registrations ADD CONSTRAINT registrations_shown_place_while_waiting CHECK (
  shown_place IS NULL OR shown_as = 'waitlisted');
