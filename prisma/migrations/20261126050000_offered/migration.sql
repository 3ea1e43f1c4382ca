-- What people offer by themselves from a public board waits for an organiser's word before anybody sees or counts it.
-- On its own: a new value of an enum cannot be used in the transaction that adds it.
ALTER TYPE "gift_status" ADD VALUE 'offered' BEFORE 'pledged';
