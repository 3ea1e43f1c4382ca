import { execFile } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildApp } from '../../app/build.mjs'
import { say, step } from '../../machine/steps.mjs'
import { pgbenchScript } from './batch.mjs'
import { measureEdit, measureFirstVisit, measurePage } from './pages.mjs'
import { beside, load, openPlace } from './place.mjs'
import { getOf, openWires } from './wire.mjs'

const HOST = '127.0.0.1'
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** What the table and its neighbours say after an on-sale: null when all is exact, else what is not. */
export async function notExact(place, event, { seats, people }) {
  const [told] = await place.sql(
    `SELECT count(*)::int AS rows, count(DISTINCT contact)::int AS contacts,
      count(*) FILTER (WHERE status = 'confirmed')::int AS confirmed,
      count(*) FILTER (WHERE status = 'waitlisted')::int AS waiting,
      count(DISTINCT waitlist_position)::int AS places, coalesce(max(waitlist_position), 0) AS last,
      (SELECT confirmed_count FROM events WHERE id = $1) AS counted,
      (SELECT count(DISTINCT registration_id)::int FROM secret_links JOIN registrations r USING (event_id)
        WHERE event_id = $1 AND r.id = registration_id AND r.shown_as IS NULL) AS links
    FROM registrations WHERE event_id = $1 AND shown_as IS NULL`,
    [event.id],
  )
  const right =
    told.rows === people &&
    told.contacts === people &&
    told.confirmed === Math.min(seats, people) &&
    told.counted === told.confirmed &&
    told.waiting === people - told.confirmed &&
    told.places === told.waiting &&
    told.last === told.waiting &&
    told.links === people
  return right ? null : JSON.stringify(told)
}

async function onSale(place, { seats, ...plan }) {
  const event = await place.event(seats)
  const to = { host: HOST, port: place.port }
  const journal = join(place.dir, `${event.run}.journal`)
  const told = await load({ ...plan, to, site: place.site, event: event.id, run: event.run, journal })
  const [{ people, rows }] = await place.sql(
    `SELECT count(*) FILTER (WHERE shown_as IS NULL)::int AS people, count(*)::int AS rows
    FROM registrations WHERE event_id = $1`,
    [event.id],
  )
  const answered = told.statuses[201] ?? 0
  const wrong =
    answered === plan.count
      ? await notExact(place, event, { seats, people })
      : `answers: ${JSON.stringify(told.statuses)}`
  const exact = wrong ?? (rows === answered ? null : `${rows} rows`)
  return { ...told, people, exact }
}

/** Registrations a second of the application, of the bare server, and of batches alone: measured in turns, the middle of each. */
async function rates(place, { rounds, seconds }) {
  const [event, bareEvent, batchEvent] = [await place.event(200), await place.event(200), await place.event(200)]
  const bare = beside('./bare.mjs', { database: place.url, event: bareEvent })
  const { port } = await bare.answer
  const plan = (to, on, round) => ({
    to,
    site: place.site,
    event: on.id,
    run: `${on.run}-${round}`,
    seconds,
    wires: 256,
  })
  const perSecond = ({ statuses, seconds: took }) => (statuses[201] ?? 0) / took
  const alone = pgbenchProgram() ? pgbench : loopOfBatches
  const found = { app: [], bare: [], batches: [] }
  try {
    for (let round = 0; round < rounds; round++) {
      found.app.push(perSecond(await load(plan({ host: HOST, port: place.port }, event, round))))
      found.bare.push(perSecond(await load(plan({ host: HOST, port }, bareEvent, round))))
      found.batches.push(await alone(place, { event: batchEvent, seconds }))
    }
  } finally {
    bare.stop()
  }
  return { app: median(found.app), bare: median(found.bare), batches: median(found.batches) }
}

const pgbenchProgram = () =>
  [
    '/usr/bin/pgbench',
    ...(existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []).map(
      (version) => `/usr/lib/postgresql/${version}/bin/pgbench`,
    ),
  ].find(existsSync)

/** Registrations a second of pgbench on the same tables. */
async function pgbench(place, { event, seconds }) {
  const script = join(place.dir, 'batch.sql')
  writeFileSync(script, pgbenchScript(event))
  const words = ['-n', '-c', '1', '-T', String(Math.ceil(seconds)), '-f', script, place.url]
  const { stdout } = await promisify(execFile)(pgbenchProgram(), words)
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]) * 100
}

/** The same with this runtime: how long a hundred take inside the database, one transaction after the other. */
async function loopOfBatches(place, { event, seconds }) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  const text = pgbenchScript(event)
  const since = performance.now()
  let batches = 0
  for (; performance.now() - since < seconds * 1_000; batches++) await client.query(text)
  const rate = (batches * 100_000) / (performance.now() - since)
  await client.end()
  return rate
}

const ms = (value) => `${Math.round(value)} ms`
const times = (a, b) => `${(a / b).toFixed(2)} × (${Math.round(a)} against ${Math.round(b)} a second)`

/** Prints the on-sale path's figures beside their bounds. `long` measures as the bounds ask; the short form, in seconds. */
export async function measureOnSale({ long }) {
  await buildApp()
  const place = await step('Bringing up a database and a server', openPlace)
  try {
    const server = await place.start()
    const rows = []
    const row = (what, bound, measured, good) => rows.push({ what, bound, measured, good })
    await warm(place)

    const open = await step('An open loop at 250 a second', () =>
      onSale(place, { seats: 200, rate: 250, count: long ? 5_000 : 750, wires: 2_000 }),
    )
    row(
      `${open.count} posts at 250/s for 200 seats`,
      'exact, p99 ≤ 1 s',
      `${open.exact ?? 'exact'}, p99 ${ms(open.p99)}`,
      !open.exact && open.p99 <= 1_000,
    )

    const fast = await step('As fast as they come', () =>
      onSale(place, { seats: 200, count: long ? 100_000 : 6_000, duplicates: 5, wires: 256 }),
    )
    row(
      `${fast.count} posts with duplicates for 200 seats`,
      'exact, ≤ 30 s, p99 ≤ 250 ms',
      `${fast.exact ?? 'exact'}, ${fast.seconds.toFixed(1)} s, p99 ${ms(fast.p99)}`,
      !fast.exact && fast.seconds <= 30 && fast.p99 <= 250,
    )

    const span = long ? { rounds: 5, seconds: 5 } : { rounds: 3, seconds: 1.5 }
    const { app, bare, batches } = await step('Against a bare server and batches alone', () => rates(place, span))
    row('registrations, against bare node:http with the same SQL', '≥ 0.7', times(app, bare), app / bare >= 0.7)
    const name = pgbenchProgram() ? 'pgbench, batches of 100' : 'a loop of batches of 100 (no pgbench here)'
    row(`registrations, against ${name}`, '≥ 0.15', times(app, batches), app / batches >= 0.15)
    row(`the same ${fast.count} by ${name}, no HTTP`, 'to compare', `${(fast.count / batches).toFixed(1)} s`, null)

    for (const one of await measurePage(place, { median, ...span })) rows.push(one)
    rows.push(await measureEdit(place, server))
    rows.push(await measureFirstVisit(place))
    print(rows)
    say(`· load of the last minute ${loadavg()[0].toFixed(1)} on ${cpus().length} cores, this measuring included`)
    return rows.some(({ good }) => good === false) ? 1 : 0
  } finally {
    await place.close()
  }
}

/** The first requests compile what the later ones run. */
async function warm(place) {
  const event = await place.event(10)
  const to = { host: HOST, port: place.port }
  await load({ to, site: place.site, event: event.id, run: event.run, count: 1_500, wires: 32 })
  const wires = openWires(to, 4)
  await wires.ask(getOf(new URL(place.site).host, event.page))
  wires.close()
}

function print(rows) {
  const width = Math.max(...rows.map(({ what }) => what.length))
  const next = Math.max(...rows.map(({ bound }) => bound.length))
  console.log()
  for (const { what, bound, measured, good } of rows) {
    say(`${good === null ? '·' : good ? '✓' : '✗'} ${what.padEnd(width)}  ${bound.padEnd(next)}  ${measured}`)
  }
}
