import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { inRoot } from '../../scripts/machine/places.mjs'
import { freshDatabase } from '../support/database'
import { expect, test } from '../support/test'

const prisma = async (url: string, ...words: string[]) => {
  const env = { ...process.env, DATABASE_URL: url, NODE_OPTIONS: '' }
  const { stdout } = await promisify(execFile)(process.execPath, [inRoot('scripts/prisma.mjs'), ...words], { env })
  return stdout
}

test('the migrations make what the schema says, and prisma reads our books', async () => {
  test.slow()
  const database = await freshDatabase()
  try {
    const from = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema']
    await prisma(database.url, 'migrate', 'diff', ...from, '--exit-code')
    expect(await prisma(database.url, 'migrate', 'status')).toContain('Database schema is up to date!')
  } finally {
    await database.close()
  }
})
