import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { alone } from '../machine/alone.mjs'
import { fingerprint, textOf } from '../machine/files.mjs'
import { Halt } from '../machine/halt.mjs'
import { programOf } from '../machine/packages.mjs'
import { inRoot } from '../machine/places.mjs'
import { run, step } from '../machine/steps.mjs'
import { GENERATED } from '../prisma/generate.mjs'

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

/**
 * The build sees no database and no secret, so that it is the same whoever makes it; only an https address matters,
 * for the headers that are written into it.
 */
function buildEnvironment(siteUrl) {
  // Whoever built here before may do so again: only then the cache on disk, which takes a third of a build to write, pays.
  const again = textOf(inRoot('.next/BUILD_ID')) !== null
  return {
    ...process.env,
    // Tests ask for the server's side of packages by NODE_OPTIONS; with it a build ends early, and says that all is well.
    NODE_OPTIONS: '',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    BUILD_CACHE: again ? '1' : '',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    SITE_URL: siteUrl,
  }
}

async function build(siteUrl) {
  await run(process.execPath, [programOf('next'), 'build'], {
    log: 'build',
    env: buildEnvironment(siteUrl),
    failure: 'The application could not be built.',
  })
  if (textOf(inRoot('.next/BUILD_ID')) === null) throw new Halt('The build ended before it was whole; try again.')
}

/** Builds the application when a source changed since the last whole build; a build that was cut short counts as none. */
export async function buildApp() {
  const given = process.env.SITE_URL ?? ''
  const siteUrl = given.startsWith('https:') ? given : 'http://localhost:3000'
  const wanted = fingerprint([...SOURCES, ...CONFIGS], { skip: [GENERATED], salt: siteUrl })
  if (textOf(stamp()) === wanted) return
  await alone('build', async () => {
    if (textOf(stamp()) === wanted) return
    rmSync(stamp(), { force: true })
    await step('Building the application', () => build(siteUrl))
    writeFileSync(stamp(), wanted)
  })
}
