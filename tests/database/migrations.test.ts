import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../scripts/machine/places.mjs'
import { migrate } from '../../scripts/prisma/migrate.mjs'
import { freshDatabase, sql, type TestDatabase } from '../support/database'
import { expect, test } from '../support/test'

let database: TestDatabase
let dir: string

/** Most begin with a database that has every migration already, as at the next start after an update. */
test.beforeEach(async () => {
  database = await freshDatabase()
  dir = mkdtempSync(join(os.tmpdir(), 'migrations-'))
  cpSync(inRoot('prisma/migrations'), dir, { recursive: true })
})

test.afterEach(async () => {
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})

const add = (name: string, text: string) => {
  mkdirSync(join(dir, name), { recursive: true })
  writeFileSync(join(dir, name, 'migration.sql'), text)
}
async function atEmpty(work: (url: string) => Promise<void>) {
  const { url, close } = await freshDatabase({ empty: true })
  try {
    await work(url)
  } finally {
    await close()
  }
}
const tables = async (name: string) => sql(database.url, 'select 1 from pg_tables where tablename = $1', [name])

test('an empty database gets every migration, a second time none', async () => {
  await atEmpty(async (url) => {
    const first = await migrate(url, dir)
    expect(first.applied.length).toBeGreaterThan(0)
    expect(await migrate(url, dir)).toEqual({ applied: [], edited: [] })
  })
})

test('a failing migration leaves nothing, says its line, and goes on once corrected', async () => {
  add('29990101000000_two_tables', 'create table half (id int);\ncreate table whole (id nonsense);\n')
  await expect(migrate(database.url, dir)).rejects.toThrow(/29990101000000_two_tables failed, line 2: .*nonsense/)
  expect(await tables('half')).toEqual([])
  add('29990101000000_two_tables', 'create table half (id int);\ncreate table whole (id int);\n')
  expect((await migrate(database.url, dir)).applied).toEqual(['29990101000000_two_tables'])
  expect(await tables('half')).toHaveLength(1)
})

test('a database newer than the code is refused by name and left as it is', async () => {
  add('29990101000000_from_the_future', 'create table future (id int);')
  await migrate(database.url, dir)
  rmSync(join(dir, '29990101000000_from_the_future'), { recursive: true })
  add('29980101000000_older', 'create table older (id int);')
  await expect(migrate(database.url, dir)).rejects.toThrow(/newer than this code.*29990101000000_from_the_future/)
  expect(await tables('older')).toEqual([])
})

test('two at once apply each migration once', async () => {
  await atEmpty(async (url) => {
    const both = await Promise.all([migrate(url, dir), migrate(url, dir)])
    const names = both.flatMap(({ applied }) => applied)
    expect(new Set(names).size).toBe(names.length)
    expect(both.filter(({ applied }) => applied.length === 0)).toHaveLength(1)
  })
})

test('a migration that prisma left unfinished is named with the way out', async () => {
  const line = `insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'y', '29970101000000_open')`
  await sql(database.url, line)
  await expect(migrate(database.url, dir)).rejects.toThrow(/29970101000000_open.*migrate resolve --rolled-back/)
})

test('a migration edited after it was applied is told', async () => {
  add('29990101000000_edited', 'create table edited (id int);')
  await migrate(database.url, dir)
  add('29990101000000_edited', 'create table edited (id int, name text);')
  expect(await migrate(database.url, dir)).toEqual({ applied: [], edited: ['29990101000000_edited'] })
})

test('an index can be built concurrently by a migration of its own', async () => {
  add('29990101000000_table', 'create table big (id int);')
  add('29990101000001_index', '-- why\ncreate index concurrently if not exists big_by_id on big (id);')
  expect((await migrate(database.url, dir)).applied.slice(-2)).toEqual(['29990101000000_table', '29990101000001_index'])
})

test('chinese text is lower-cased, ordered and searched by letters, not bytes', async () => {
  const [row] = await sql(database.url, `select '上海站' ~ '^[[:alpha:]]+$' as letters, lower('ÄB') as lower`)
  expect(row).toEqual({ letters: true, lower: 'äb' })
})
