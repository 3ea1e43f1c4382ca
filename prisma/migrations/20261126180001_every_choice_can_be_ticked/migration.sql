-- Thirty choices of two hundred signs may be asked, so that somebody may tick all of them: with room for two thousand in
-- all, who ticked too many long ones lost the whole form to an error.

ALTER TABLE answers DROP CONSTRAINT answers_given_sane;
ALTER TABLE answers ADD CONSTRAINT answers_given_sane
  CHECK (cardinality(given) BETWEEN 1 AND 30 AND char_length(array_to_string(given, '')) <= 6000);
