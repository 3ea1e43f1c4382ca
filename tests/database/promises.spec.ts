import { expect, test } from '@playwright/test'
import pg from 'pg'
import { checks, uniques, usual } from '../support/promises'

let client: pg.Client
/** For each table, what a column that must have a value gets when nothing is said of it. */
let likely: Map<string, Map<string, string>>

test.beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query<Record<'table' | 'name' | 'type' | 'first', string>>(`
    SELECT table_name AS table, column_name AS name, udt_name AS type,
      (SELECT enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = udt_name
        ORDER BY enumsortorder LIMIT 1) AS first
    FROM information_schema.columns
    WHERE table_schema = 'public' AND is_nullable = 'NO' AND column_default IS NULL`)
  const values: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    text: "'x' || left(md5(random()::text), 8)",
    bytea: "decode(md5(random()::text) || md5(random()::text), 'hex')",
    timestamptz: 'now()',
    jsonb: "'{}'",
    bool: 'false',
    int4: '1 + (random() * 19)::int',
    float8: '0.5',
  }
  likely = new Map(rows.map(({ table }) => [table, new Map()]))
  for (const { table, name, type, first } of rows)
    likely.get(table)?.set(name, first ? `'${first}'` : (values[type] ?? ''))
  for (const [table = '', set = ''] of linesOf(usual))
    for (const [name, value] of assigned(set)) likely.get(table)?.set(name, value)
  // Checks and uniqueness alone: nothing needs to be there for a row to point at, and no trigger has a say.
  await client.query('SET session_replication_role = replica')
})
test.afterAll(() => client.end())

const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

const assigned = (text: string): [string, string][] =>
  text
    .split(/;\s*/)
    .filter(Boolean)
    .map((one) => {
      const [, name = '', value = ''] = /^(\w+) = (.+)$/.exec(one) ?? []
      const meant = value
        .replace(/\bid\((\w)\)/g, "md5('$1')::uuid")
        .replace(/\bbytes\((\d+)\)/g, "decode(repeat('07', $1), 'hex')")
      return [name, meant]
    })

/** A promise is called after its table. */
const tableOf = (name: string) =>
  [...likely.keys()].filter((table) => name.startsWith(`${table}_`)).toSorted((a, b) => b.length - a.length)[0] ?? ''

/** Puts a row in; answers the name of the promise that refuses it, or "in". Whatever is refused leaves nothing behind. */
async function put(table: string, ...sets: string[]): Promise<string> {
  const row = new Map([...(likely.get(table) ?? []), ...sets.flatMap(assigned)])
  const [names, values] = [[...row.keys()].map((name) => `"${name}"`), [...row.values()]]
  await client.query('SAVEPOINT before')
  try {
    await client.query(`INSERT INTO "${table}" (${names}) VALUES (${values})`)
    return 'in'
  } catch (error) {
    await client.query('ROLLBACK TO before')
    return (error instanceof pg.DatabaseError && error.constraint) || String(error)
  }
}

async function each(text: string, put: (table: string, one: string, other: string) => Promise<string[]>) {
  const found: unknown[] = []
  const lines = linesOf(text)
  for (const [name = '', one = '', other = ''] of lines) {
    await client.query('BEGIN')
    found.push([name, ...(await put(tableOf(name), one, other))])
    await client.query('ROLLBACK')
  }
  return { found, names: lines.map(([name = '']) => name) }
}

test('every check refuses what breaks it, by its name, and nothing less', async () => {
  const { found, names } = await each(checks, async (table, passes, breaks) => [
    await put(table, passes),
    await put(table, passes, breaks),
  ])
  expect(found).toEqual(names.map((name) => [name, 'in', name]))
})

test('whatever may be there once is refused the second time, by name, and let in when it is another', async () => {
  const { found, names } = await each(uniques, async (table, shared, apart) => [
    await put(table, shared),
    await put(table, shared),
    await put(table, shared, apart),
  ])
  expect(found).toEqual(names.map((name) => [name, 'in', name, 'in']))
})

test('no promise of the tables is missing here', async () => {
  const named = async (sql: string) => (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name)
  const inTables = await named(`
    SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND conrelid <> 0`)
  expect(
    linesOf(checks)
      .map(([name]) => name)
      .toSorted(),
  ).toEqual(inTables.toSorted())
  // What holds the whole key of a row is there for others to point at.
  const once = await named(`
    SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_index p ON p.indrelid = i.indrelid AND p.indisprimary
    WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND NOT i.indisprimary
      AND NOT (i.indkey::int2[] @> p.indkey::int2[])`)
  expect(
    linesOf(uniques)
      .map(([name]) => name)
      .toSorted(),
  ).toEqual(once.toSorted())
})

test('what points from one row of an event to another says which event, on both sides', async () => {
  const { rows } = await client.query<{ name: string }>(`
    WITH columns AS (
      SELECT attrelid AS rel, attname AS name, attnum AS n FROM pg_attribute
      WHERE attname IN ('event_id', 'series_id') AND NOT attisdropped)
    SELECT conname AS name FROM pg_constraint f
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND EXISTS (
      SELECT 1 FROM columns a JOIN columns b ON b.name = a.name
      WHERE a.rel = f.conrelid AND b.rel = f.confrelid AND (a.name = 'event_id' OR NOT EXISTS (
          SELECT 1 FROM columns x JOIN columns y ON y.name = x.name
          WHERE x.rel = f.conrelid AND y.rel = f.confrelid AND x.name = 'event_id'))
        AND NOT EXISTS (
          SELECT 1 FROM unnest(f.conkey, f.confkey) AS k(mine, theirs) WHERE k.mine = a.n AND k.theirs = b.n))`)
  // Which stop it was made after: that may be removed, and its series is the same by the command's own scope.
  expect(rows.map(({ name }) => name)).toEqual(['events_started_from_id_fkey'])
})
