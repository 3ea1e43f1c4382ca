import 'server-only'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { database } from './client'
import { withOwnShare } from './lane'

type Readiness = { ready: boolean; database: boolean; migrations: 'current' | 'behind' | 'ahead' | 'unknown' }

/** Does the database answer within its time-outs, and does it hold exactly the migrations of this code? Never throws. */
export const readiness = (): Promise<Readiness> => withOwnShare(askReadiness)

async function askReadiness(): Promise<Readiness> {
  try {
    const rows = await database().$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
    const applied = new Set(rows.map((row) => row.name))
    const known = await knownMigrations()
    const behind = known.some((name) => !applied.has(name))
    const migrations = behind ? 'behind' : applied.size > known.length ? 'ahead' : 'current'
    return { ready: !behind, database: true, migrations }
  } catch {
    return { ready: false, database: false, migrations: 'unknown' }
  }
}

async function knownMigrations(): Promise<string[]> {
  const folder = join(process.cwd(), 'prisma', 'migrations')
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}
