-- Pages told people to ask the organisers and never said where. What they want printed for that stands beside their name:
-- an address, a number, an account or a link, in one line as they wrote it. Empty: nothing is printed.

ALTER TABLE series ADD COLUMN reach text NOT NULL DEFAULT '';

ALTER TABLE series ADD CONSTRAINT series_reach_is_one_line CHECK (char_length(reach) <= 120 AND reach !~ '[\r\n]');
