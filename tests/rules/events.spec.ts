import {
  asLine,
  type BeforePublish,
  canPublish,
  checklistBeforePublish,
  freeSlug,
  registrationIsOpen,
  spanOf,
  statusOf,
  whenOf,
} from '@/lib/events/rules'
import { editEventSchema, venueSchema } from '@/lib/events/schema'
import { proposeSeriesSlug } from '@/lib/series/rules'
import { expect, test } from '../support/test'

const now = new Date('2026-11-23T12:00:00Z')
const [before, after] = [new Date('2026-11-01T05:00:00Z'), new Date('2026-12-05T05:00:00Z')]
const never = { publishedAt: null, postponedAt: null, cancelledAt: null }

const standings = [
  ['a draft, also when its date is over', { ...never, endsAt: before }, 'draft'],
  ['published while it is ahead', { ...never, publishedAt: before, endsAt: after }, 'published'],
  ['past once it has ended', { ...never, publishedAt: before, endsAt: before }, 'past'],
  ['past at the very end', { ...never, publishedAt: before, endsAt: now }, 'past'],
  [
    'postponed for as long as nobody sets a date',
    { ...never, publishedAt: before, postponedAt: before, endsAt: before },
    'postponed',
  ],
  [
    'cancelled, whatever else',
    { publishedAt: before, postponedAt: before, cancelledAt: before, endsAt: before },
    'cancelled',
  ],
] as const
for (const [sentence, event, status] of standings) {
  test(`a stop is ${sentence}`, () => {
    expect(statusOf(event, now)).toBe(status)
    const cached = {
      ...event,
      endsAt: event.endsAt.toISOString(),
      publishedAt: event.publishedAt?.toISOString() ?? null,
    }
    expect(statusOf(cached, now), 'the same out of a cache, where instants are text').toBe(status)
  })
}

test('the line shows where we were, where we are heading, and what comes after', () => {
  const stop = (
    number: number,
    startsAt: string,
    more: { publishedAt?: null; cancelledAt?: Date; postponedAt?: Date } = {},
  ) => ({
    postponedAt: null,
    cancelledAt: null,
    publishedAt: before,
    ...more,
    id: `stop-${number}`,
    number,
    startsAt: new Date(startsAt),
    endsAt: new Date(new Date(startsAt).getTime() + 4 * 3_600_000),
  })
  const line = asLine(
    [
      stop(5, '2027-03-01T05:00:00Z', { publishedAt: null }),
      stop(2, '2026-10-01T05:00:00Z'),
      stop(4, '2027-01-01T05:00:00Z'),
      stop(3, '2026-12-01T05:00:00Z'),
      stop(6, '2026-11-30T05:00:00Z', { cancelledAt: before }),
      stop(7, '2026-10-10T05:00:00Z', { postponedAt: before }),
      stop(8, '2026-12-20T05:00:00Z', { postponedAt: before }),
      stop(1, '2026-09-01T05:00:00Z'),
    ],
    now,
  )
  expect(line.map(({ number, state }) => `${number} ${state}`)).toEqual([
    '1 done',
    '2 done',
    '6 cancelled',
    '3 now',
    '8 next',
    '4 next',
    '5 draft',
    '7 next',
  ])
})

const ready: BeforePublish = {
  startsAt: after,
  endsAt: new Date(after.getTime() + 4 * 3_600_000),
  registrationEndsAt: null,
  summary: '来聊聊',
  venue: true,
  talks: 3,
  talkMinutes: 180,
  unconfirmedSpeakers: 0,
  gifts: 1,
}
const lists = [
  ['nothing is open', {}, [], true],
  ['a date that is over is advice: it may be written down for its recap', { startsAt: before }, ['date'], true],
  ['an empty programme blocks, and asks nobody to confirm', { talks: 0 }, ['talks'], false],
  ['a registration that has closed is advice', { registrationEndsAt: before }, ['deadline'], true],
  ['a missing summary is advice', { summary: '' }, ['summary'], true],
  ['a venue not yet known is advice', { venue: false }, ['venue'], true],
  ['a programme that is too long is advice', { talkMinutes: 241 }, ['length'], true],
  ['unconfirmed speakers and no support are advice', { unconfirmedSpeakers: 2, gifts: 0 }, ['speakers', 'gifts'], true],
] as const
for (const [sentence, facts, open, publishable] of lists) {
  test(`before publishing: ${sentence}`, () => {
    const list = checklistBeforePublish({ ...ready, ...facts }, now)
    expect(list.filter(({ done }) => !done).map(({ key }) => key)).toEqual(open)
    expect(canPublish(list)).toBe(publishable)
  })
}

test('registration is open while the stop is on, until its own end', () => {
  const on = { ...never, publishedAt: before, endsAt: after, registrationEndsAt: null as Date | null }
  expect(registrationIsOpen(on, now)).toBe(true)
  expect(registrationIsOpen({ ...on, registrationEndsAt: now }, now)).toBe(false)
  expect(registrationIsOpen({ ...on, publishedAt: null }, now)).toBe(false)
  expect(registrationIsOpen({ ...on, cancelledAt: before }, now)).toBe(false)
  expect(registrationIsOpen({ ...on, endsAt: before }, now)).toBe(false)
})

test('an end before the start is the next morning, on the clocks of the zone', () => {
  const late = { date: '2026-12-31', start: '20:00', end: '01:00', timeZone: 'Asia/Shanghai' }
  const { startsAt, endsAt } = spanOf(late)
  expect([startsAt.toISOString(), endsAt.toISOString()]).toEqual([
    '2026-12-31T12:00:00.000Z',
    '2026-12-31T17:00:00.000Z',
  ])
  expect(whenOf({ startsAt, endsAt, timeZone: late.timeZone })).toEqual(late)
})

const slugs = [
  ['Shanghai', [], 'shanghai'],
  ['Shanghai', ['shanghai'], 'shanghai-2027'],
  ['Shanghai', ['shanghai', 'shanghai-2027'], 'shanghai-2027-2'],
  ['Shanghai', ['shanghai', 'shanghai-2027', 'shanghai-2027-2', 'shanghai-2027-3'], 'shanghai-2027-4'],
  ['Ürümqi', [], 'urumqi'],
  ['San Francisco', [], 'san-francisco'],
  ['🌸', [], 'stop'],
  ['x'.repeat(80), [], 'x'.repeat(50)],
] as const
for (const [city, taken, slug] of slugs) {
  test(`a stop in ${city} with ${taken.length} before it is called ${slug}`, () => {
    expect(freeSlug(city, 2027, new Set<string>(taken))).toBe(slug)
  })
}

test('a series is called as asked, else by its name, but never like a room of the site', () => {
  expect(proposeSeriesSlug('mine', 'yiqi-ai')).toBe('mine')
  expect(proposeSeriesSlug(null, 'yiqi-ai')).toBe('yiqi-ai')
  expect(proposeSeriesSlug(null, 'organize')).toBe('tour')
  expect(proposeSeriesSlug(null, '')).toBe('tour')
})

test('a place is read as maps copy it, or it is not a place', () => {
  const read = (coordinates: string) =>
    venueSchema.safeParse({
      name: '',
      nameEn: '',
      address: '',
      addressEn: '',
      directions: '',
      version: '0',
      coordinates,
    })
  expect(read('31.2304, 121.4737').data?.coordinates).toEqual({ latitude: 31.2304, longitude: 121.4737 })
  expect(read('-33.86，151.2').data?.coordinates).toEqual({ latitude: -33.86, longitude: 151.2 })
  expect(read('').data?.coordinates).toBeNull()
  for (const wrong of ['91, 0', '0, 181', '31.2304', 'somewhere', '1e9, 1', '31..2, 4'])
    expect(read(wrong).success).toBe(false)
})

test('a form for a stop refuses what cannot be', () => {
  const good = {
    city: '成都',
    cityEn: 'Chengdu',
    number: '4',
    title: '',
    titleEn: '',
    summary: '',
    summaryEn: '',
    date: '2027-01-09',
    start: '14:00',
    end: '18:00',
    timeZone: 'Asia/Shanghai',
    capacity: '80',
    registrationEnds: '',
    slug: 'chengdu',
    pigment: 'azurite',
    version: '1',
  }
  expect(editEventSchema.safeParse(good).success).toBe(true)
  const wrong: Partial<typeof good>[] = [
    { city: '' },
    { city: '都'.repeat(41) },
    { date: '2027-02-30' },
    { start: '24:00' },
    { end: '6pm' },
    { timeZone: 'Mars/Olympus' },
    { capacity: '0' },
    { capacity: '100001' },
    { number: '1.5' },
    { slug: 'Cheng Du!' },
    { pigment: 'neon' },
    { registrationEnds: 'tomorrow' },
  ]
  for (const field of wrong)
    expect(editEventSchema.safeParse({ ...good, ...field }).success, JSON.stringify(field)).toBe(false)
})
