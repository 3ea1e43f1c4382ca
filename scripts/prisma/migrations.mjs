import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { textOf } from '../machine/files.mjs'
import { inRoot, ROOT } from '../machine/places.mjs'

/** The folder of migrations; MIGRATIONS_DIR lets tests bring their own. */
const migrationsDir = () => resolve(ROOT, process.env.MIGRATIONS_DIR || inRoot('prisma/migrations'))

/** The migrations of a folder in order: name, text, and the checksum Prisma writes beside an applied one. */
export function readMigrations(dir = migrationsDir()) {
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders
    .map(({ name }) => ({ name, sql: textOf(resolve(dir, name, 'migration.sql')) }))
    .filter(({ sql }) => sql !== null)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((migration) => ({ ...migration, checksum: createHash('sha256').update(migration.sql).digest('hex') }))
}

/** One hash over all of them: the same hash, the same database. */
export const migrationsHash = (dir) =>
  createHash('sha256')
    .update(JSON.stringify(readMigrations(dir)))
    .digest('hex')
