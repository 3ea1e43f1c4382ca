import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { withLock } from '../../scripts/machine/lock.mjs'
import { dataDir } from '../../scripts/machine/places.mjs'
import { identity, lives } from '../../scripts/machine/processes.mjs'
import { openPostgres } from '../../scripts/postgres/open.mjs'
import { migrate } from '../../scripts/prisma/migrate.mjs'
import { migrationsHash } from '../../scripts/prisma/migrations.mjs'

export type TestDatabase = { url: string; close: () => Promise<void> }

export const testDir = () => join(dataDir(), 'test')

/** The same server, another database. */
export function urlFor(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** Runs one piece of SQL on a connection of its own. */
export async function sql(url: string, text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

const drop = (server: string, database: string) => sql(server, `drop database if exists "${database}" with (force)`)

/** Databases of runs that were killed, and templates of migrations that have changed since. */
async function clear(server: string, template: string) {
  const ours = "select datname as name, shobj_description(oid, 'pg_database') as owner from pg_database"
  for (const { name, owner } of await sql(server, `${ours} where datname ~ '^(run|draft|migrated)_'`)) {
    const stale = name.startsWith('migrated_') ? name !== template : !lives(owner ?? '')
    if (stale) await drop(server, name)
  }
}

/** A new database that says whose it is. */
async function create(server: string, kind: string, from = 'template1'): Promise<string> {
  const name = `${kind}_${randomBytes(6).toString('hex')}`
  await sql(server, `create database "${name}" template "${from}"`)
  await sql(server, `comment on database "${name}" is '${identity()}'`)
  return name
}

/** A database with every migration, made once for each state of the migrations and copied from then on. */
async function ensureTemplate(server: string): Promise<string> {
  const template = `migrated_${migrationsHash().slice(0, 16)}`
  await clear(server, template)
  const known = await sql(server, 'select 1 from pg_database where datname = $1', [template])
  if (known.length) return template
  const draft = await create(server, 'draft')
  await migrate(urlFor(server, draft))
  await sql(server, `alter database "${draft}" rename to "${template}"`)
  return template
}

/**
 * A database of its own, with every migration and no rows (`empty`: with nothing at all). Gone after `close`, or at
 * the next run at the latest.
 */
export async function freshDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { url: server, close } = await openPostgres(testDir(), 'tests')
  const name = await withLock(testDir(), 'template', async () =>
    create(server, 'run', empty ? 'template1' : await ensureTemplate(server)),
  )
  return {
    url: urlFor(server, name),
    async close() {
      await drop(server, name)
      await close()
    },
  }
}
