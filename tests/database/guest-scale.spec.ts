import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { cappedCount, nearPageOf, pageOf } from '@/lib/registration/queries/matching'
import { guestFilter } from '@/lib/registration/schema/guests'
import { freshDatabase, sql } from '../support/database'
import { fillEvent } from '../support/many-guests'
import { expect, test } from '../support/test'

// The short form of `npm run figures:guests`: how many pages of the database a question touches does not depend on how
// busy the machine is.

type Question = { text: string; values: unknown[] }

async function anEventIn(url: string): Promise<string> {
  const [seriesId, eventId] = [randomUUID(), randomUUID()]
  const slug = eventId.slice(0, 8)
  await sql(url, `INSERT INTO series (id, slug, name, organizer_name) VALUES ($1, $2, 'x', 'x')`, [seriesId, slug])
  await sql(
    url,
    `INSERT INTO events (id, series_id, number, slug, city, city_en, title, starts_at, ends_at, capacity, pigment)
    VALUES ($1, $2, 1, $3, 'x', 'x', 'x', now() + interval '9 days', now() + interval '10 days', 100, 'cinnabar')`,
    [eventId, seriesId, slug],
  )
  return eventId
}

test('ten times as many guests cost no more pages of the database', async () => {
  test.slow()
  const scratch = await freshDatabase()
  const client = new pg.Client({ connectionString: scratch.url })
  try {
    const [few, many] = [await anEventIn(scratch.url), await anEventIn(scratch.url)]
    await fillEvent(scratch.url, few, 1_000)
    await fillEvent(scratch.url, many, 10_000)
    await sql(scratch.url, 'VACUUM ANALYZE registrations')
    await client.connect()
    const touched = async ({ text, values }: Question) => {
      const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values as unknown[])
      const plan = rows[0]['QUERY PLAN'][0].Plan as Record<string, number>
      return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)
    }
    const page = (search: Record<string, string>) => (event: string) => pageOf(event, guestFilter(search), { take: 51 })
    for (const [what, ask] of [
      ['first page', page({})],
      ['confirmed', page({ tab: 'confirmed' })],
      ['ended', page({ tab: 'ended' })],
      ['by name', page({ sort: 'name' })],
      ['queue', page({ tab: 'waitlisted' })],
      ['pinyin', page({ q: 'ouyang' })],
      ['initials', page({ q: 'oyqy' })],
      ['two characters', page({ q: '欧阳' })],
      ['near page', (event: string) => nearPageOf(event, guestFilter({ q: 'example.com' }), { take: 51 })],
      [
        'capped count',
        (event: string) => cappedCount(event, guestFilter({ q: '欧阳' }), { most: 1_000, common: false }),
      ],
    ] as const) {
      const [small, large] = [await touched(ask(few)), await touched(ask(many))]
      expect(large, `${what}: ${small} pages of a thousand`).toBeLessThanOrEqual(small * 1.5 + 40)
    }
    // The control: a count that reads every row is found out by the same measure.
    const counted = (event: string) => ({
      text: 'SELECT count(*) FROM registrations WHERE event_id = $1 AND name <> $2',
      values: [event, ''],
    })
    expect(await touched(counted(many))).toBeGreaterThan((await touched(counted(few))) * 1.5 + 40)
  } finally {
    await client.end()
    await scratch.close()
  }
})
