// npm run figures:guests: the guest list of an event with a million registrations (--rows N) against one with a thousand.
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import type { EventScope } from '@/lib/people/scope'
import { alikeOf } from '@/lib/registration/queries/alike'
import { exportCsv } from '@/lib/registration/queries/export'
import { countGuests, countMatching, type GuestRow, listGuests } from '@/lib/registration/queries/guests'
import { placeOf } from '@/lib/registration/queries/ticket'
import { guestFilter } from '@/lib/registration/schema/guests'
import { freshDatabase, sql } from '../tests/support/database'
import { anEvent, anOrganizerOf } from '../tests/support/factories'
import { fillEvent } from '../tests/support/many-guests'
import { testEnvironment } from '../tests/support/server'

type Scope = EventScope<'guests.view'>
const given = process.argv.indexOf('--rows')
const rows = given > 0 ? Number(process.argv[given + 1]) : 1_000_000
const rounds = 60

const say = (good: boolean, text: string) => {
  console.log(`${good ? '✓' : '✗'} ${text}`)
  if (!good) process.exitCode = 1
}
const ms = (time: number) => `${time.toFixed(2)} ms`
const half = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** The middle of many times of the same question about the small and the large event, asked in turns. */
async function compare(
  what: string,
  ask: (scope: Scope) => Promise<unknown>,
  [small, large]: [Scope, Scope],
  most = 0,
) {
  const times: [number[], number[]] = [[], []]
  for (let round = -10; round < rounds; round++) {
    for (const [n, scope] of [small, large].entries()) {
      const since = performance.now()
      await ask(scope)
      if (round >= 0) times[n as 0 | 1].push(performance.now() - since)
    }
  }
  const [few, many] = times.map(half) as [number, number]
  const good = most ? many <= most : many <= few * 1.3 || many - few <= 0.3
  say(
    good,
    `${what.padEnd(34)} 1,000: ${ms(few).padStart(9)}   ${rows.toLocaleString('en')}: ${ms(many).padStart(9)}${most ? `   at most ${most} ms` : ''}`,
  )
}

const list = (search: Record<string, string>) => (scope: Scope) => listGuests(scope, guestFilter(search))

/** How fast somebody reads a whole stream, in bytes and ms. */
async function drain(stream: AsyncIterable<Uint8Array>) {
  const since = performance.now()
  let bytes = 0
  for await (const piece of stream) bytes += piece.byteLength
  return { bytes, time: performance.now() - since }
}

/** COPY of the same columns as they stand, with nothing of ours in between. */
async function bareCopy(url: string, eventId: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const columns =
    'name, contact, status, waitlist_position, ticket_code, created_at, confirmed_at, news_consent_at, photo_consent_at'
  const text = `COPY (SELECT ${columns} FROM registrations WHERE event_id = ${pg.escapeLiteral(eventId)} ORDER BY id DESC) TO STDOUT (FORMAT csv)`
  const result = await drain(client.query(to(text, { highWaterMark: 262_144 })))
  await client.end()
  return result
}

async function measureExport(url: string, scope: Scope) {
  const ours = async () =>
    drain((await exportCsv(scope, { filter: guestFilter({}), locale: 'zh' })) as unknown as AsyncIterable<Uint8Array>)
  await bareCopy(url, scope.eventId)
  await ours()
  global.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  let over = false
  const watch = (async () => {
    while (!over) {
      peak = Math.max(peak, process.memoryUsage().rss)
      await sleep(10)
    }
  })()
  const times: [number, number][] = []
  for (let round = 0; round < 3; round++) times.push([(await bareCopy(url, scope.eventId)).time, (await ours()).time])
  over = true
  await watch
  const [bare, mine] = [half(times.map(([time]) => time)), half(times.map(([, time]) => time))]
  say(
    bare / mine >= 0.8,
    `export against bare COPY            ${(bare / mine).toFixed(2)} of its speed (${ms(mine)} against ${ms(bare)})   at least 0.80`,
  )
  say(
    peak - before <= 30e6,
    `memory of an export                 +${((peak - before) / 1e6).toFixed(1)} MB   at most +30 MB`,
  )
}

async function main() {
  const database = await freshDatabase()
  try {
    Object.assign(process.env, await testEnvironment(database.url))
    const [one, two] = [await anEvent(), await anEvent()]
    const since = performance.now()
    const [index] = await sql(database.url, `SELECT pg_get_indexdef('registrations_searched'::regclass) AS made`)
    await sql(database.url, 'DROP INDEX registrations_searched')
    await fillEvent(database.url, one.id, 1_000)
    await fillEvent(database.url, two.id, rows)
    await sql(database.url, `SET maintenance_work_mem = '256MB'; ${index?.made}`)
    await sql(database.url, 'VACUUM ANALYZE registrations')
    console.log(`  filled in ${((performance.now() - since) / 1000).toFixed(0)} s`)
    const scopes: [Scope, Scope] = [await anOrganizerOf('guests.view', one), await anOrganizerOf('guests.view', two)]
    await compare('first page', list({}), scopes)
    await compare('filter: confirmed', list({ tab: 'confirmed' }), scopes)
    await compare('filter: cancelled and declined', list({ tab: 'ended' }), scopes)
    await compare('order: by name', list({ sort: 'name' }), scopes)
    await compare('order: place in the queue', list({ tab: 'waitlisted' }), scopes)
    await compare('counts of all tabs', countGuests, scopes)
    const middle = new Map([
      [one.id, 503],
      [two.id, Math.floor(rows / 2) + 3],
    ])
    await compare(
      'place of one who waits',
      ({ eventId }) => placeOf({ within: { eventId } }, middle.get(eventId) ?? 0),
      scopes,
    )
    const pages = new Map<string, GuestRow[]>()
    for (const scope of scopes) pages.set(scope.eventId, (await listGuests(scope, guestFilter({}))).rows)
    await compare('who may be one person, of a page', (scope) => alikeOf(scope, pages.get(scope.eventId) ?? []), scopes)
    await compare('pinyin, five found', list({ q: 'ouyang' }), scopes)
    await compare('initials, five found', list({ q: 'oyqy' }), scopes)
    await compare('two characters, five found', list({ q: '欧阳' }), scopes)
    const searches = {
      '1 character, commonest': '王',
      '2 characters, common': '子宇',
      'pinyin, common': 'wang',
      'phone tail': '5566',
      'mail domain, most': 'example.com',
      'one letter': 'l',
      'two words': 'wang 5566',
    }
    for (const [what, q] of Object.entries(searches)) await compare(what, list({ q }), scopes, 15)
    await compare(
      'how many match, commonest',
      (scope) =>
        countMatching(
          scope,
          guestFilter({ q: '王' }),
          { all: 0, confirmed: 0, waitlisted: 0, pending: 0, ended: 0 },
          true,
        ),
      scopes,
      15,
    )
    await measureExport(database.url, scopes[1])
  } finally {
    await database.close()
  }
}

await main()
process.exit()
