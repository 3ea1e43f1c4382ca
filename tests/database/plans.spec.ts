import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { freshDatabase } from '../support/database'
import { expect, test } from '../support/test'

// checklist: 2

const guests = (eventId: string, count: number) => ({
  text: `INSERT INTO registrations (event_id, id, status, request_key, name, contact_kind, contact, search_text, locale, ticket_code)
    SELECT $1, gen_random_uuid(), 'pending', gen_random_uuid(), 'x', 'email', gen_random_uuid() || '@example.com', 'x', 'zh',
      upper(lpad(to_hex($2::int + n), 6, '0')) FROM generate_series(1, $2::int) n RETURNING id`,
  values: [eventId, count],
})

async function aStop(client: pg.Client) {
  const [series, stop] = [randomUUID(), randomUUID()]
  await client.query(`INSERT INTO series (id, slug, name, organizer_name) VALUES ($1, 'plans', 'x', 'x')`, [series])
  await client.query(
    `INSERT INTO events (id, series_id, number, slug, city, city_en, title, starts_at, ends_at, capacity, pigment)
    VALUES ($1, $2, 1, 'plans', 'x', 'x', 'x', now() + interval '9 days', now() + interval '10 days', 100, 'cinnabar')`,
    [stop, series],
  )
  return { series, stop }
}

/** One connection to a database of its own. */
async function connected(work: (client: pg.Client) => Promise<void>) {
  const database = await freshDatabase()
  const client = new pg.Client({ connectionString: database.url })
  try {
    await client.connect()
    // Its look at the tables, a minute later on a slow machine, would make plans anew as well.
    for (const table of ['registrations', 'prize_units'])
      await client.query(`ALTER TABLE ${table} SET (autovacuum_enabled = off)`)
    await work(client)
  } finally {
    await client.end()
    await database.close()
  }
}

/** How many rows of the guest list Postgres reads in turn to check that ten new links lead to somebody. */
async function readForTen(client: pg.Client, { series, stop }: { series: string; stop: string }, id: string) {
  const readSoFar = async () => {
    const { rows } = await client.query(
      "SELECT seq_tup_read::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'registrations'",
    )
    return rows[0].read as number
  }
  await client.query('BEGIN')
  const before = await readSoFar()
  for (let n = 0; n < 10; n++) {
    await client.query(
      `INSERT INTO secret_links (id, token_hash, series_id, event_id, registration_id)
      VALUES (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, $2, $3)`,
      [series, stop, id],
    )
  }
  const read = (await readSoFar()) - before
  await client.query('COMMIT')
  return read
}

for (const [what, kept] of [
  ['a connection that saw a stop with twenty guests checks the links of thousands one by one', true],
  ['without its trigger it would read all of them for each', false],
] as const) {
  test(what, () =>
    connected(async (client) => {
      const at = await aStop(client)
      if (!kept) await client.query('ALTER TABLE registrations DISABLE TRIGGER registrations_plan_anew')
      const few = (await client.query(guests(at.stop, 20))).rows
      await client.query('ANALYZE registrations')
      expect(await readForTen(client, at, few[19].id), 'few are read in turn').toBeGreaterThan(0)
      const many = (await client.query(guests(at.stop, 4_000))).rows
      const read = await readForTen(client, at, many[3_999].id)
      if (kept) expect(read).toBe(0)
      else expect(read).toBeGreaterThan(4_000)
    }),
  )
}

/** A prize of so many units and a code for each; how many rows of units Postgres read for the codes. */
async function sealed(client: pg.Client, { series, stop }: { series: string; stop: string }, count: number) {
  const [sponsor, prize] = [randomUUID(), randomUUID()]
  await client.query('INSERT INTO sponsors (series_id, id, name) VALUES ($1, $2, $3)', [series, sponsor, sponsor])
  await client.query(
    `INSERT INTO gifts (event_id, id, series_id, sponsor_id, kind, title, quantity, position)
    VALUES ($1, $2, $3, $4, 'prize', 'x', $5, 1)`,
    [stop, prize, series, sponsor, count],
  )
  await client.query("INSERT INTO prizes (event_id, id, kind) VALUES ($1, $2, 'code')", [stop, prize])
  await client.query(
    `INSERT INTO prize_units (event_id, id, prize_id, number)
    SELECT $1, gen_random_uuid(), $2, n FROM generate_series(1, $3::int) n`,
    [stop, prize, count],
  )
  const units =
    "SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'prize_units'"
  await client.query('BEGIN')
  const before = (await client.query(units)).rows[0].read as number
  await client.query(
    `INSERT INTO prize_codes (event_id, unit_id, prize_id, sealed, fingerprint)
    SELECT u.event_id, u.id, u.prize_id, decode(repeat('00', 40), 'hex'), sha256(u.id::text::bytea)
    FROM prize_units u WHERE u.event_id = $1 AND u.prize_id = $2`,
    [stop, prize],
  )
  const read = ((await client.query(units)).rows[0].read as number) - before
  await client.query('COMMIT')
  return read
}

for (const [what, kept] of [
  ['a connection that bound ten codes to units binds thousands, each by a look at its unit alone', true],
  ['without its trigger it would read all units for each code', false],
] as const) {
  test(what, () =>
    connected(async (client) => {
      const at = await aStop(client)
      if (!kept) await client.query('ALTER TABLE prize_codes DISABLE TRIGGER prize_codes_plan_anew')
      await sealed(client, at, 10)
      await client.query('ANALYZE prize_units')
      await sealed(client, at, 10)
      const read = await sealed(client, at, 1_000)
      if (kept) expect(read).toBeLessThan(4 * 1_000)
      else expect(read).toBeGreaterThan(100 * 1_000)
    }),
  )
}
