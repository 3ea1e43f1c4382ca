// The statements of one batch of registrations, as lib/registration and lib/database write them, for those that are
// measured beside the application: a bare server and pgbench.

const letter = `你好：\n\n名额暂时满了，你已经在候补队里。有人让出名额时按先后顺序自动递补，轮到你会马上告诉你。\n\n${'时间、地点和打开票的链接'.repeat(9)}`

/** One transaction for all of `people` ({ id, key, link, message, line, code, name, contact, search }); answers nothing. */
export async function runBatch(client, event, people) {
  const all = (column) => people.map((one) => one[column])
  const ask = (text, values) => client.query(text, values)
  await ask('BEGIN')
  await ask('UPDATE events SET serial = serial + $2::int WHERE id = $1::uuid RETURNING serial', [
    event.id,
    people.length,
  ])
  await ask(
    "SELECT key::text, encode(request_hash, 'hex') AS hash, result FROM request_keys WHERE actor = $1 AND key = ANY ($2::uuid[])",
    ['guest:', all('key')],
  )
  await ask(
    `SELECT published_at, ends_at, capacity, confirmed_count, clock_timestamp() AS now, EXISTS (SELECT 1 FROM registrations r
      WHERE r.event_id = events.id AND r.status = 'waitlisted') AS waits FROM events WHERE id = $1::uuid AND removed_at IS NULL`,
    [event.id],
  )
  await ask(
    `SELECT live.* FROM unnest($2::text[]) AS wanted CROSS JOIN LATERAL (SELECT id, contact FROM registrations
      WHERE event_id = $1::uuid AND contact = wanted AND status IN ('pending', 'confirmed', 'waitlisted') LIMIT 1) AS live`,
    [event.id, all('contact')],
  )
  await ask(
    `SELECT pg_advisory_xact_lock(lock) FROM (SELECT DISTINCT hashtextextended('outbox/' || recipient, 0) AS lock
      FROM unnest($1::text[]) AS recipient ORDER BY lock) AS locks`,
    [all('contact')],
  )
  await ask(
    `SELECT wanted, sent.count FROM unnest($1::text[]) AS wanted CROSS JOIN LATERAL (SELECT count(*)::int FROM messages
      WHERE recipient = wanted AND created_at > clock_timestamp() - interval '1 hour') AS sent WHERE sent.count > 0`,
    [all('contact')],
  )
  await ask(
    `SELECT code FROM unnest($2::text[]) AS code CROSS JOIN LATERAL (
      SELECT FROM registrations WHERE event_id = $1::uuid AND ticket_code = code LIMIT 1) AS there`,
    [event.id, all('code')],
  )
  const json = JSON.stringify(people.map((one, n) => ({ ...one, nth: n + 1 })))
  await insert(ask, event, json)
  await ask('COMMIT')
}

async function insert(ask, event, json) {
  const from = (columns) => `FROM json_to_recordset($2::json) AS row(${columns})`
  await ask(
    `WITH queue AS (
      UPDATE events SET waitlist_last = waitlist_last + json_array_length($2::json) WHERE id = $1::uuid
      RETURNING waitlist_last - json_array_length($2::json) AS last)
    INSERT INTO registrations (event_id, id, status, request_key, name, contact_kind, contact, search_text, locale,
      ticket_code, waitlist_position, notice_version)
    SELECT $1::uuid, id, 'waitlisted', key, name, 'email', contact, search, 'zh', code, (SELECT last FROM queue) + nth, 1
    ${from('id uuid, key uuid, name text, contact text, search text, code text, nth int')}`,
    [event.id, json],
  )
  await ask(
    `INSERT INTO secret_links (id, token_hash, series_id, event_id, registration_id)
    SELECT link, sha256(link::text::bytea), $3::uuid, $1::uuid, id ${from('id uuid, link uuid')}`,
    [event.id, json, event.series],
  )
  await ask(
    `INSERT INTO messages (id, series_id, event_id, kind, dedupe_key, locale, recipient_name, recipient, subject, text, sealed_link)
    SELECT message, $3::uuid, $1::uuid, 'registration-waiting', id::text, 'zh', name, contact, '已进入候补', $4, sha256('x')
    ${from('id uuid, message uuid, name text, contact text')} ON CONFLICT DO NOTHING`,
    [event.id, json, event.series, letter],
  )
  await ask(
    `INSERT INTO activities (id, series_id, event_id, serial, actor_kind, verb, subject_id, details)
    SELECT line, $3::uuid, $1::uuid, nth, 'guest', 'registration.added', id, '{"status": "waitlisted"}'
    ${from('id uuid, line uuid, nth bigint')}`,
    [event.id, json, event.series],
  )
  await ask(
    `INSERT INTO request_keys (actor, key, request_hash, result)
    SELECT 'guest:', key, sha256(key::text::bytea), jsonb_build_object('standIn', false, 'registrationId', id, 'linkId', link,
      'status', 'waitlisted', 'sealed', repeat('x', 76)) FROM json_to_recordset($1::json) AS row(id uuid, key uuid, link uuid)`,
    [json],
  )
}

/** The same rows as a script of pgbench: a hundred registrations in each transaction, on one connection. */
export const pgbenchScript = (event) => `BEGIN;
UPDATE events SET serial = serial + 100, waitlist_last = waitlist_last + 100 WHERE id = '${event.id}';
WITH batch AS MATERIALIZED (
  SELECT gen_random_uuid() AS id, gen_random_uuid() AS key, gen_random_uuid() AS link, e.waitlist_last - 100 + n AS place
  FROM generate_series(1, 100) n, events e WHERE e.id = '${event.id}'
), registered AS (
  INSERT INTO registrations (event_id, id, status, request_key, name, contact_kind, contact, search_text, locale, ticket_code, waitlist_position, notice_version)
  SELECT '${event.id}', id, 'waitlisted', key, '读者', 'email', key || '@example.com',
    format('duzhe%1$s 读者%1$s dz%1$s zhe%1$s example.com', place), 'zh', left(id::text, 12), place, 1 FROM batch
), linked AS (
  INSERT INTO secret_links (id, token_hash, series_id, event_id, registration_id)
  SELECT link, sha256(link::text::bytea), '${event.series}', '${event.id}', id FROM batch
), written AS (
  INSERT INTO messages (id, series_id, event_id, kind, dedupe_key, locale, recipient_name, recipient, subject, text, sealed_link)
  SELECT gen_random_uuid(), '${event.series}', '${event.id}', 'registration-waiting', id::text, 'zh', '读者', key || '@example.com', '已进入候补', '${letter.replaceAll('\n', ' ')}', sha256('x') FROM batch
), told AS (
  INSERT INTO activities (id, series_id, event_id, serial, actor_kind, verb, subject_id, details)
  SELECT gen_random_uuid(), '${event.series}', '${event.id}', place, 'guest', 'registration.added', id, '{"status": "waitlisted"}' FROM batch
)
INSERT INTO request_keys (actor, key, request_hash, result)
SELECT 'guest:', key, sha256(key::text::bytea), jsonb_build_object('standIn', false, 'registrationId', id, 'linkId', link, 'status', 'waitlisted', 'sealed', repeat('x', 76)) FROM batch;
COMMIT;
`
