import { rmSync, writeFileSync } from 'node:fs'
import { fingerprint, textOf } from '../machine/files.mjs'
import { withLock } from '../machine/lock.mjs'
import { dataDir, inRoot } from '../machine/places.mjs'
import { run, step } from '../machine/steps.mjs'
import { GENERATED } from '../prisma/generate.mjs'
import { nextProgram } from './next.mjs'

const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma/schema',
  'public',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const CONFIGS = [
  'next.config.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'mdx-components.tsx',
]
const stamp = () => inRoot('.next/.built-from')

/** Builds the application when a source changed since the last whole build; a build that was cut short counts as none. */
export async function buildApp({ env = process.env } = {}) {
  const wanted = fingerprint([...SOURCES, ...CONFIGS], { skip: [GENERATED], salt: process.version.split('.')[0] })
  if (textOf(stamp()) === wanted) return
  await withLock(dataDir(), 'build', async () => {
    if (textOf(stamp()) === wanted) return
    await step('Building the application', async () => {
      rmSync(stamp(), { force: true })
      const environment = { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
      await run(process.execPath, [nextProgram(), 'build'], {
        log: 'build',
        env: environment,
        failure: 'The application could not be built.',
      })
      writeFileSync(stamp(), wanted)
    })
  })
}
