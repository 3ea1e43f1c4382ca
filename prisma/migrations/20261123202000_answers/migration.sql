-- Speakers and volunteers answer from their link, and "I can't" is an answer too: until now it looked like silence.
-- Whoever declined keeps their row, so that the organiser sees it and can ask someone else.

ALTER TABLE talk_people ADD COLUMN declined_at TIMESTAMPTZ(3);
ALTER TABLE volunteers ADD COLUMN declined_at TIMESTAMPTZ(3);

ALTER TABLE talk_people ADD CONSTRAINT talk_people_one_answer CHECK (num_nonnulls(confirmed_at, declined_at) <= 1);
ALTER TABLE volunteers ADD CONSTRAINT volunteers_one_answer CHECK (num_nonnulls(confirmed_at, declined_at) <= 1);
