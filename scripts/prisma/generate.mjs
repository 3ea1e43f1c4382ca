import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { alone } from '../machine/alone.mjs'
import { fingerprint, textOf } from '../machine/files.mjs'
import { inRoot } from '../machine/places.mjs'
import { run, step } from '../machine/steps.mjs'
import { prismaCommand } from './command.mjs'

/** Where the client is generated to, as prisma/schema says. */
export const GENERATED = 'lib/database/generated'
const stamp = () => inRoot(GENERATED, '.made-from')

/** Writes the database client when the schema or Prisma changed since it was last written. */
export async function generateClient() {
  const { version } = createRequire(import.meta.url)('prisma/package.json')
  const wanted = fingerprint(['prisma/schema', 'prisma.config.ts'], { salt: version })
  if (textOf(stamp()) === wanted) return
  await alone('generate', async () => {
    if (textOf(stamp()) === wanted) return
    await step('Writing the database client', async () => {
      rmSync(inRoot(GENERATED), { recursive: true, force: true })
      const { args, env } = prismaCommand(['generate'])
      await run(process.execPath, args, {
        log: 'generate',
        env,
        failure: 'The database client could not be generated from prisma/schema.',
      })
      writeFileSync(stamp(), wanted)
    })
  })
}
