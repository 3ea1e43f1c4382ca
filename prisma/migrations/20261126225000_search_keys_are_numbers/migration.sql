-- A key of a search is a number, made of its letters and its event, as hash partitions make theirs: Postgres compares and
-- keeps it for a third less than the letters. Two that happen to be the same cost a look, as the words are read as well.

DROP INDEX registrations_searched;
DROP FUNCTION registration_search_keys(uuid, text);

CREATE FUNCTION registration_search_numbers(event uuid, letters text[]) RETURNS bigint[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL UNSAFE AS $$
  SELECT array_agg(hashtextextended(key, uuid_hash_extended(event, 0))) FROM unnest(letters) AS key
$$;

-- Nearly all words are Latin: their beginnings are made in one expression, the shorter ones of a short word twice.
CREATE FUNCTION registration_search_keys(event uuid, searched text) RETURNS bigint[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL UNSAFE COST 1000 AS $$
DECLARE
  mark bigint := uuid_hash_extended(event, 0);
  keys bigint[] := '{}';
  word text;
BEGIN
  FOREACH word IN ARRAY (string_to_array(searched, ' '))[1:12] LOOP
    keys := keys || ARRAY[
      hashtextextended(left(word, 1), mark), hashtextextended(left(word, 2), mark),
      hashtextextended(left(word, 3), mark), hashtextextended(left(word, 4), mark),
      hashtextextended(left(word, 5), mark), hashtextextended(left(word, 6), mark),
      hashtextextended(left(word, 7), mark), hashtextextended(left(word, 8), mark)];
    IF octet_length(word) > char_length(word) THEN
      FOR n IN 2..least(40, char_length(word)) LOOP
        keys := keys || ARRAY[hashtextextended(substr(word, n, 1), mark), hashtextextended(substr(word, n, 2), mark)];
      END LOOP;
    END IF;
  END LOOP;
  RETURN keys;
END $$;

CREATE INDEX registrations_searched ON registrations USING gin (registration_search_keys(event_id, search_text))
  WITH (gin_pending_list_limit = 1024);
