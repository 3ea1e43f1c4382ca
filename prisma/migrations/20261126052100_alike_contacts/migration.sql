-- "ada+list@example.com" is "ada@example.com" to whoever reads the mail. Only the few addresses with such a label are
-- indexed under the address without it, so that registering costs nothing more.

CREATE FUNCTION registration_contact_without_label(contact text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(contact, '\+[^@]*@', '@')
$$;

CREATE INDEX registrations_labelled_contacts ON registrations (event_id, registration_contact_without_label(contact))
  WHERE contact_kind = 'email' AND strpos(contact, '+') > 1;
