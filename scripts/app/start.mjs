import { appEnvironment, openDataDir, readDotEnv, wantedPort } from '../machine/environment.mjs'
import { Halt } from '../machine/halt.mjs'
import { atEnd, end, isEnding } from '../machine/lifetime.mjs'
import { withLock } from '../machine/lock.mjs'
import { nextFreePort } from '../machine/ports.mjs'
import { say, step } from '../machine/steps.mjs'
import { buildApp } from './build.mjs'
import { firstRun } from './first-run.mjs'
import { installPackages } from './install.mjs'
import { launchServer, stopServer } from './server.mjs'

// These need packages, so they can be loaded only once the packages are installed.
const tools = {
  postgres: () => import('../postgres/open.mjs'),
  generate: () => import('../prisma/generate.mjs'),
  migrate: () => import('../prisma/migrate.mjs'),
  safety: () => import('../postgres/safe-settings.mjs'),
}

async function openDatabase(dir) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, own: false }
  const { openPostgres } = await tools.postgres()
  const { url, close } = await step('Starting the database', () => openPostgres(dir))
  atEnd(close)
  return { url, own: true }
}

/** Answers whether there was anything to do. */
async function bringUpToDate(url) {
  const { migrate } = await tools.migrate()
  const { applied, edited } = await step('Bringing the database up to date', () => migrate(url))
  if (applied.length) say(`  ${applied.length} migrations applied`)
  for (const name of edited)
    say(`  Migration ${name} was changed after this database applied it; the change is not in it.`)
  return applied.length > 0
}

/** Takes the wanted port or the next free one; should another program be quicker, the one after that. */
async function serve(url, { dev, wanted }) {
  for (let from = wanted; ; ) {
    const port = await nextFreePort(from)
    const env = appEnvironment({ databaseUrl: url, port, mode: dev ? 'development' : 'production' })
    const child = await launchServer({ env, dev, host: process.env.HOST || undefined })
    if (child) return { child, port, env }
    if (isEnding()) throw new Halt('Stopped.')
    from = port + 1
  }
}

/** A server that falls is put up again, unless it falls at once: then something is wrong that trying does not mend. */
function watch(server, { dev, born = Date.now() }) {
  server.child.once('exit', async (code) => {
    if (isEnding()) return
    if (dev || Date.now() - born < 5000) {
      console.error(`✗ The server ended by itself (${code ?? 'killed'}).`)
      return end(1)
    }
    console.error('! The server ended by itself; starting it again.')
    const again = await launchServer({ env: server.env, dev, host: process.env.HOST || undefined }).catch(() => null)
    if (!again) return end(1)
    server.child = again
    watch(server, { dev })
  })
}

function show({ env, port }, { signIn, stage }, wanted) {
  const site = env.SITE_URL
  if (port !== wanted) say(`Port ${wanted} is in use by another program; this is on ${port}.`)
  console.log(`\n  Site      ${site}`)
  console.log(`  Sign in   ${site}${signIn}   (organiser, works once)`)
  if (stage) console.log(`  Stage     ${site}${stage}`)
  console.log('\n  Ctrl-C stops the site and the database.\n')
}

/** From whatever is there to a running site; lives until it is stopped. */
export async function start({ dev }) {
  readDotEnv()
  const wanted = wantedPort()
  const dir = openDataDir()
  console.log('\n  Next Stop · 下一站\n')
  await installPackages()
  await (await tools.generate()).generateClient()
  const { url, own } = await openDatabase(dir)
  if (!dev) await (await tools.safety()).refuseUnsafe(url)
  const changed = await bringUpToDate(url)
  const env = appEnvironment({ databaseUrl: url, port: wanted })
  const seed = own && process.env.SEED_DEMO !== '0'
  const title = seed ? 'Preparing the demo tour and the organiser' : 'Preparing the organiser'
  const prepare = () => firstRun(env, { seed })
  // In a database that stood there before, this is only a look, which the site need not wait for.
  const prepared = changed ? await step(title, prepare) : null
  if (!dev) await buildApp()
  const open = () => withLock(dir, 'port', () => serve(url, { dev, wanted }))
  const [links, server] = await step('Starting the site', () => Promise.all([prepared ?? prepare(), open()]))
  atEnd(() => stopServer(server.child))
  watch(server, { dev })
  show(server, links, wanted)
}
