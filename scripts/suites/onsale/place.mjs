import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { launchServer, stopServer } from '../../app/server.mjs'
import { appEnvironment } from '../../machine/environment.mjs'
import { atEnd } from '../../machine/lifetime.mjs'
import { loopbackPort } from '../../machine/ports.mjs'
import { tend } from '../../machine/steps.mjs'
import { openPostgres } from '../../postgres/open.mjs'
import { migrate } from '../../prisma/migrate.mjs'

const HOST = '127.0.0.1'

/** A database and servers of their own in a folder of their own, for what is measured and for what is killed. */
export async function openPlace() {
  const dir = mkdtempSync(join(tmpdir(), 'next-stop-onsale-'))
  const { url, close } = await openPostgres(join(dir, 'data'))
  atEnd(close)
  await migrate(url)
  const port = await loopbackPort()
  const site = `http://${HOST}:${port}`
  Object.assign(process.env, { SITE_URL: site, AUTH_SECRET: randomBytes(32).toString('base64url') })
  const env = {
    ...appEnvironment({ databaseUrl: url, port }),
    DATA_DIR: join(dir, 'files'),
    LOG_LEVEL: 'silent',
    LIMITS: 'off',
  }
  const servers = new Set()
  const start = async (given = {}, at = port) => {
    const child = await launchServer({ env: { ...env, ...given, PORT: String(at) }, host: HOST, quiet: true })
    if (!child) throw new Error(`port ${at} was taken`)
    servers.add(tend(child))
    return { child, port: at, stop: () => stopServer(child) }
  }
  return {
    dir,
    url,
    site,
    port,
    start,
    startBeside: async (given) => start(given, await loopbackPort()),
    event: (capacity) => makeEvent(url, capacity),
    sql: (text, values) => sql(url, text, values),
    async close() {
      await Promise.all([...servers].map(stopServer))
      await close()
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export async function sql(url, text, values = []) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

/** A published stop of a series of its own, a month from now. */
async function makeEvent(url, capacity) {
  const run = randomBytes(4).toString('hex')
  const [row] = await sql(
    url,
    `WITH s AS (INSERT INTO series (id, slug, name, name_en, organizer_name) VALUES (gen_random_uuid(), $1, '一起走', 'Together', '主办方') RETURNING id),
      t AS (INSERT INTO series_slugs (slug, series_id) SELECT $1, id FROM s),
      e AS (INSERT INTO events (id, series_id, number, slug, city, city_en, title, starts_at, ends_at, pigment, capacity, published_at)
        SELECT gen_random_uuid(), id, 1, $2, '上海', 'Shanghai', '开卖那一刻', now() + interval '30 days', now() + interval '30 days 4 hours',
          'cinnabar', $3::int, now() FROM s RETURNING id, series_id),
      u AS (INSERT INTO event_slugs (series_id, slug, event_id) SELECT series_id, $2, id FROM e)
    SELECT id, series_id AS series FROM e`,
    [`series-${run}`, `stop-${run}`, capacity],
  )
  return { ...row, run, page: `/zh/series-${run}/stop-${run}` }
}

/** Runs one of the programs beside this file and answers what it says first; `stop` ends it. */
export function beside(program, told) {
  const child = tend(
    fork(new URL(program, import.meta.url), [], { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } }),
  )
  child.send(told)
  return {
    stop: () => child.kill('SIGKILL'),
    answer: new Promise((done, failed) => {
      child.once('message', done)
      child.once('exit', (code) => failed(new Error(`${program} ended with ${code}`)))
    }),
  }
}

/** One run of the load generator. */
export async function load(plan) {
  const generator = beside('./load.mjs', { wires: 64, ...plan })
  try {
    return await generator.answer
  } finally {
    generator.stop()
  }
}
