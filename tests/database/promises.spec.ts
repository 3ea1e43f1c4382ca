import { linesOf, meant, openBareRows } from '../support/bare-rows'
import { scene, steps } from '../support/promised-steps'
import { checks, uniques } from '../support/promises'
import { expect, test } from '../support/test'

let rows: Awaited<ReturnType<typeof openBareRows>>
test.beforeEach(async () => {
  rows = await openBareRows(process.env.DATABASE_URL)
  // Rows alone: nothing needs to be there for one to point at, and no trigger has a say. Checks and uniqueness hold.
  await rows.client.query('BEGIN; SET session_replication_role = replica')
})
test.afterEach(() => rows.close())

const namesIn = (text: string) => linesOf(text).map(([name = '']) => name)

/** A promise is called after its table. */
const tableOf = (name: string) =>
  rows.tables.filter((table) => name.startsWith(`${table}_`)).toSorted((a, b) => b.length - a.length)[0] ?? ''

/** What each line came to, its name first; nothing that one does is there for the next. */
async function tryEach(text: string, attempts: (cells: string[]) => (() => Promise<string>)[]) {
  const found: string[][] = []
  for (const cells of linesOf(text)) {
    const came = [cells[0] ?? '']
    await rows.client.query('SAVEPOINT line')
    for (const attempt of attempts(cells)) came.push(await attempt())
    await rows.client.query('ROLLBACK TO line')
    found.push(came)
  }
  return found
}

test('every check refuses what breaks it, by its name, and nothing less', async () => {
  const found = await tryEach(checks, ([name = '', passes = '', breaks = '']) => [
    () => rows.put(tableOf(name), passes),
    () => rows.put(tableOf(name), passes, breaks),
  ])
  expect(found).toEqual(namesIn(checks).map((name) => [name, 'done', name]))
})

test('whatever may be there once is refused the second time, by name, and let in when it is another', async () => {
  const found = await tryEach(uniques, ([name = '', shared = '', apart = '']) => [
    () => rows.put(tableOf(name), shared),
    () => rows.put(tableOf(name), shared),
    () => rows.put(tableOf(name), shared, apart),
  ])
  expect(found).toEqual(namesIn(uniques).map((name) => [name, 'done', name, 'done']))
})

test('every step that a trigger forbids is refused, by name, while the next one to it may be taken', async () => {
  for (const [table = '', set = ''] of linesOf(scene))
    expect(await rows.put(table, set), `${table} ${set}`).toBe('done')
  await rows.client.query('SET session_replication_role = origin')
  const apart = (sql: string) => async () => {
    await rows.client.query('SAVEPOINT one')
    const answer = await rows.attempt(meant(sql))
    await rows.client.query('ROLLBACK TO one')
    return answer
  }
  const found = await tryEach(steps, ([, ...statements]) => statements.map(apart))
  expect(found).toEqual(linesOf(steps).map(([name = '', , ...refused]) => [name, 'done', ...refused.map(() => name)]))
})

test('two parts of a programme in one place are refused at the end of the transaction, so that they may swap', async () => {
  await rows.put('events', 'id = id(a)')
  for (const n of [1, 2]) await rows.put('talks', `event_id = id(a); id = id(${n}); position = ${n}`)
  await rows.client.query('SET session_replication_role = origin')
  const swap = meant(`UPDATE talks SET position = 3 - position WHERE event_id = id(a)`)
  expect(await rows.attempt(`${swap}; SET CONSTRAINTS ALL IMMEDIATE`)).toBe('done')
  const same = meant(`SET CONSTRAINTS ALL DEFERRED; UPDATE talks SET position = 1 WHERE event_id = id(a)`)
  expect(await rows.attempt(same)).toBe('done')
  expect(await rows.attempt('SET CONSTRAINTS ALL IMMEDIATE')).toBe('talks_one_in_place')
})

test('no promise is missing here', async () => {
  const named = async (sql: string) => (await rows.client.query<{ name: string }>(sql)).rows.map(({ name }) => name)
  const inTables = await named(`
    SELECT conname AS name FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND conrelid <> 0`)
  expect(namesIn(checks).toSorted()).toEqual(inTables.toSorted())
  // What holds the whole key of a row is there for others to point at.
  const once = await named(`
    SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_index p ON p.indrelid = i.indrelid AND p.indisprimary
    WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND NOT i.indisprimary
      AND NOT (i.indkey::int2[] @> p.indkey::int2[])`)
  expect(namesIn(uniques).toSorted()).toEqual(once.toSorted())
  const raised = await named(`
    SELECT DISTINCT found[1] AS name FROM pg_proc, regexp_matches(prosrc, 'CONSTRAINT = ''(\\w+)''', 'g') AS found
    WHERE pronamespace = 'public'::regnamespace`)
  expect(namesIn(steps).toSorted()).toEqual(raised.toSorted())
})

test('what points from one row of an event to another says which event, on both sides', async () => {
  const found = await rows.client.query<{ name: string }>(`
    WITH shared AS (
      SELECT f.oid, min(a.attname::text) AS name FROM pg_constraint f
      JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attname IN ('event_id', 'series_id')
      JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attname = a.attname
      WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace GROUP BY f.oid)
    SELECT conname AS name FROM shared JOIN pg_constraint f USING (oid)
    WHERE NOT EXISTS (
      SELECT FROM unnest(f.conkey, f.confkey) AS k(mine, theirs)
      JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.mine AND a.attname = shared.name
      JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = k.theirs AND b.attname = shared.name)`)
  // Which stop a stop was made after is kept until that one goes; with the series beside it, the series would go too.
  expect(found.rows.map(({ name }) => name)).toEqual(['events_started_from_id_fkey'])
})
