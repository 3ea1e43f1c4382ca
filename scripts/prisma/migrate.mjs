// Applies prisma/migrations and keeps Prisma's own books (_prisma_migrations), so that `prisma migrate` and this can
// be used on the same database. Unlike Prisma, a migration and its line in the books are one transaction: after an end
// at any moment a migration is either there and noted or not there at all, and the next start just goes on.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { Halt } from '../machine/halt.mjs'
import { readMigrations } from './migrations.mjs'

// The number Prisma's own engine locks with, so that the two wait for each other.
const LOCK = 72707369

const BOOKS = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

const ENTRY = `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  values ($1, $2, $3, now(), clock_timestamp(), 1)`

/** Host, port and name of a database, without what must stay secret. */
export function nameOf(url) {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}

const REASONS = {
  '3D000': 'there is no database of this name; create it first',
  '28P01': 'user or password is wrong',
  28000: 'this user may not connect',
  ECONNREFUSED: 'nobody answers there',
  ENOTFOUND: 'there is no such host',
  ETIMEDOUT: 'it does not answer',
}

/** A connection to a database someone gave us the URL of; refuses with the reason in one sentence. */
export async function connectTo(url) {
  let client
  try {
    if (!/^postgres(ql)?:$/.test(new URL(url).protocol)) throw new Error('not a postgresql:// address')
    client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      application_name: 'next-stop start',
    })
    client.on('error', () => {})
    await client.connect()
    return client
  } catch (error) {
    await client?.end().catch(() => {})
    if (error.code === 'ERR_INVALID_URL')
      throw new Halt('DATABASE_URL is not an address; it looks like postgresql://user:password@host:5432/name.')
    const code = error.code ?? error.errors?.[0]?.code
    throw new Halt(`The database at ${nameOf(url)} can't be used: ${REASONS[code] ?? error.message}.`)
  }
}

const lineOf = (sql, position) => sql.slice(0, Number(position)).split('\n').length

function failed({ name, sql }, error) {
  if (!error.code || !error.severity)
    return new Halt(`The database went away during migration ${name}. Nothing of it was kept; start again.`)
  const line = error.position ? `, line ${lineOf(sql, error.position)}` : ''
  return new Halt(
    `Migration ${name} failed${line}: ${error.message}. Nothing of it was kept; correct it and start again.`,
  )
}

async function apply(client, migration) {
  const entry = [randomUUID(), migration.checksum, migration.name]
  try {
    // An index built concurrently can't be part of a transaction: such a migration holds that statement alone.
    if (/\b(create (unique )?index|drop index|reindex \w+) concurrently\b/i.test(migration.sql)) {
      await client.query(migration.sql)
      await client.query(ENTRY, entry)
      return
    }
    await client.query('begin')
    await client.query(migration.sql)
    await client.query(ENTRY, entry)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw failed(migration, error)
  }
}

function refuseUnknown(books, migrations) {
  const known = new Set(migrations.map(({ name }) => name))
  const newer = books
    .filter((line) => line.finished_at && !known.has(line.migration_name))
    .map((line) => line.migration_name)
  if (newer.length)
    throw new Halt(
      `This database is newer than this code: it has migration ${newer.sort().at(-1)}. Update the code (git pull), then start again.`,
    )
  const open = books.find((line) => !line.finished_at)
  if (open)
    throw new Halt(
      `Migration ${open.migration_name} was begun by "prisma migrate" and never finished. Look what it left, then run: npm run prisma -- migrate resolve --rolled-back ${open.migration_name}`,
    )
}

/**
 * Brings a database to the newest migration. Answers { applied, edited }: names newly applied, and names whose text
 * changed after they were. Refuses when the database is newer than the code or a migration fails.
 */
export async function migrate(url, dir) {
  const migrations = readMigrations(dir)
  const client = await connectTo(url)
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(BOOKS)
    const { rows: books } = await client.query(
      'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
    )
    refuseUnknown(books, migrations)
    const done = new Map(books.map((line) => [line.migration_name, line.checksum]))
    const waiting = migrations.filter(({ name }) => !done.has(name))
    for (const migration of waiting) await apply(client, migration)
    const edited = migrations.filter(({ name, checksum }) => done.has(name) && done.get(name) !== checksum)
    return { applied: waiting.map(({ name }) => name), edited: edited.map(({ name }) => name) }
  } finally {
    await client.end()
  }
}
