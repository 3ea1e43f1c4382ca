import { aheadOf, behindOf } from '@/app/[locale]/(public)/order'
import { dateTextOf } from '@/app/[locale]/(public)/poster'
import { nameOfStop, structuredStop, structuredTour, type ToldStop } from '@/app/[locale]/(public)/structured'
import { seatsStateOf } from '@/lib/events/rules'
import { mapLinks } from '@/lib/values/map-links'
import { safePath } from '@/lib/values/path'
import { scriptJson } from '@/lib/values/script-json'
import { bound } from '@/lib/values/typeset'
import { dayText, lineDays, shortDayText, spanText } from '@/lib/values/when'
import { zoneName } from '@/lib/words/zone'
import { expect, test } from '../support/test'

const hostile = '</script><script>alert(1)</script>&\u2028\u2029<!--'

const told: ToldStop = {
  url: 'https://example.org/zh/a/b',
  name: hostile,
  description: 'd',
  image: 'https://example.org/x.png',
  startsAt: '2026-12-05T06:00:00.000Z',
  endsAt: '2026-12-05T10:00:00.000Z',
  status: 'published',
  seatsLeft: true,
  place: { name: '场地', address: '某路 1 号', city: '上海' },
  organizer: '发起人',
  performers: ['海辛'],
  sponsors: [{ name: 'Pixverse', url: 'https://example.com' }],
  series: { name: '系列', url: 'https://example.org/zh/a' },
}

test('a title cannot break out of the facts told to machines, and reads back as it was', () => {
  const json = scriptJson(structuredStop(told))
  expect(json).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(json).name).toBe(hostile)
})

// checklist: 15
test('schema.org hears that a stop is cancelled or postponed', () => {
  const statusIn = (status: ToldStop['status']) =>
    JSON.parse(scriptJson(structuredStop({ ...told, status }))).eventStatus
  expect(statusIn('published')).toBe('https://schema.org/EventScheduled')
  expect(statusIn('cancelled')).toBe('https://schema.org/EventCancelled')
  expect(statusIn('postponed')).toBe('https://schema.org/EventPostponed')
})

test('schema.org hears that everybody comes for free, and when all seats are taken', () => {
  const offer = (seatsLeft: boolean) => JSON.parse(scriptJson(structuredStop({ ...told, seatsLeft }))).offers
  expect(offer(true)).toMatchObject({ price: 0, availability: 'https://schema.org/InStock' })
  expect(offer(false).availability).toBe('https://schema.org/SoldOut')
})

test('a line tells machines each of its stops', () => {
  const { url, name, startsAt, endsAt, status } = told
  const stops = [{ url, name, startsAt, endsAt, status, city: '上海' }]
  const tour = JSON.parse(
    scriptJson(structuredTour({ url: told.series.url, name: '系列', description: '', organizer: '发起人', stops })),
  )
  expect(tour['@type']).toBe('EventSeries')
  expect(tour.subEvent).toEqual([expect.objectContaining({ '@type': 'Event', name: hostile, startDate: startsAt })])
})

test('a picture of a stop that is off says so, and names no day', () => {
  const stop = { startsAt: told.startsAt, endsAt: told.endsAt, timeZone: 'Asia/Shanghai' }
  expect(dateTextOf(stop, 'published', 'zh')).toContain('12月5日')
  expect(dateTextOf(stop, 'past', 'en')).toContain('2026')
  expect(dateTextOf(stop, 'postponed', 'zh')).toBe('改期中')
  expect(dateTextOf(stop, 'cancelled', 'en')).toBe('Cancelled')
})

test('a stop without a title of its own is called after its series and city', () => {
  const stop = { city: '新加坡', cityEn: 'Singapore', title: '', titleEn: null }
  const series = { name: '一起AI，交个朋友', nameEn: 'AI together, make a friend' }
  expect(nameOfStop(stop, series, 'zh')).toBe('一起AI，交个朋友 · 新加坡站')
  expect(nameOfStop(stop, series, 'en')).toBe('AI together, make a friend · Singapore')
  expect(nameOfStop({ ...stop, title: '特别的一站' }, series, 'en')).toBe('特别的一站')
})

const venue = { name: '场地；A|B', address: '某路 1 号', city: '上海', latitude: 31.2, longitude: 121.4 }
const nowhere = { ...venue, latitude: null, longitude: null }

// checklist: 12
for (const { zone, locale, first } of [
  { zone: 'Asia/Shanghai', locale: 'zh', first: 'amap' },
  { zone: 'Asia/Urumqi', locale: 'zh', first: 'amap' },
  { zone: 'Asia/Shanghai', locale: 'en', first: 'apple' },
  { zone: 'Asia/Singapore', locale: 'zh', first: 'google' },
  { zone: 'Europe/Berlin', locale: 'en', first: 'google' },
]) {
  test(`in ${zone} readers of ${locale} get ${first} first among all five maps`, () => {
    const links = mapLinks(venue, zone, locale)
    expect(links[0]?.name).toBe(first)
    expect(links.map(({ name }) => name).sort()).toEqual(['amap', 'apple', 'baidu', 'google', 'tencent'])
  })
}

test('maps are asked for the point when it is known and for the words when not', () => {
  const [known, unknown] = [venue, nowhere].map((place) =>
    Object.fromEntries(
      mapLinks(place, 'Asia/Shanghai', 'zh').map(({ name, href }) => [name, new URL(href).searchParams]),
    ),
  )
  expect(known?.amap?.get('position')).toBe('121.4,31.2')
  expect(known?.baidu?.get('location')).toBe('31.2,121.4')
  expect(known?.tencent?.get('marker')).toBe('coord:31.2,121.4;title:场地；A B;addr:某路 1 号')
  expect(unknown?.amap?.get('keyword')).toBe('某路 1 号 场地；A|B')
  expect(unknown?.google?.get('query')).toBe('某路 1 号 场地；A|B 上海')
})

const stop = { startsAt: '2026-12-05T06:00:00Z', endsAt: '2026-12-05T10:00:00Z', timeZone: 'Asia/Shanghai' }
const thisYear = new Date('2026-11-23T00:00:00Z')

// checklist: 2, 62
test('times are told in the event’s zone, the year only when it is another', () => {
  expect(spanText(stop, 'zh', thisYear)).toBe('12月5日 周六 14:00–18:00')
  expect(spanText(stop, 'en', thisYear)).toBe('Sat 5 December 14:00–18:00')
  expect(dayText(stop, 'zh', new Date('2027-02-01T00:00:00Z'))).toBe('2026年12月5日 周六')
  expect(dayText({ ...stop, timeZone: 'America/Los_Angeles' }, 'en', thisYear)).toBe('Fri 4 December')
  expect(shortDayText(stop, 'zh')).toBe('12月5日')
  expect(shortDayText(stop, 'en')).toBe('5 Dec')
  expect(zoneName('Asia/Shanghai', 'zh')).toBe('北京时间')
  expect(zoneName('Asia/Singapore', 'en')).toContain('Singapore')
})

test('a line within this year needs no years; else every stop has its own', () => {
  const second = { ...stop, startsAt: '2026-12-19T06:00:00Z' }
  const other = { ...stop, startsAt: '2024-01-06T06:00:00Z' }
  expect(lineDays([stop, second], 'zh', thisYear)).toEqual(['12月5日', '12月19日'])
  expect(lineDays([other, second], 'zh', thisYear)).toEqual(['2024年1月6日', '2026年12月19日'])
  expect(lineDays([other, second], 'en', thisYear)).toEqual(['6 Jan 2024', '19 Dec 2026'])
  expect(lineDays([stop], 'en', new Date('2027-02-01T00:00:00Z'))).toEqual(['5 Dec 2026'])
})

const headlines = [
  ['第 2 站，上海：6 场分享、10 样奖品', '第\u00a02\u00a0站，上海：6\u00a0场分享、10\u00a0样奖品'],
  ['Stop 2, Shanghai: 6 sessions', 'Stop 2, Shanghai: 6\u00a0sessions'],
  ['AI 与 2026', 'AI 与\u00a02026'],
] as const

for (const [typed, set] of headlines) {
  test(`a number stays with its word: ${typed}`, () => {
    expect(bound(typed)).toBe(set)
  })
}

test('a stop that runs past midnight names both days', () => {
  const long = { ...stop, endsAt: '2026-12-05T18:00:00Z' }
  expect(spanText(long, 'zh', thisYear)).toBe('12月5日 周六 14:00 – 12月6日 周日 02:00')
})

for (const path of ['/zh', '/en/a/b?x=1#y', '/zh/一起']) {
  test(`the language link goes on to ${path}`, () => {
    expect(safePath(path)).toBe(encodeURI(path))
  })
}

for (const path of [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/a\nb',
  'zh',
  '',
  null,
]) {
  test(`the language link does not go to ${JSON.stringify(path)}`, () => {
    expect(safePath(path)).toBeNull()
  })
}

const open: Parameters<typeof seatsStateOf>[0] = {
  entryMode: 'open',
  ballotEndsAt: null,
  ballotDrawnAt: null,
  endsAt: stop.endsAt,
  publishedAt: '2026-11-01T00:00:00Z',
  postponedAt: null,
  cancelledAt: null,
  registrationEndsAt: null,
}

// checklist: 10
for (const { of: given, capacity, taken, now, state } of [
  { of: open, capacity: 200, taken: 100, now: thisYear, state: 'open' },
  { of: open, capacity: 200, taken: 180, now: thisYear, state: 'few' },
  { of: open, capacity: 20, taken: 15, now: thisYear, state: 'few' },
  { of: open, capacity: 20, taken: 14, now: thisYear, state: 'open' },
  { of: open, capacity: 20, taken: 20, now: thisYear, state: 'full' },
  {
    of: { ...open, registrationEndsAt: '2026-11-22T00:00:00Z' },
    capacity: 20,
    taken: 0,
    now: thisYear,
    state: 'closed',
  },
  { of: { ...open, entryMode: 'invitation' as const }, capacity: 20, taken: 20, now: thisYear, state: 'invitation' },
  {
    of: { ...open, entryMode: 'ballot' as const, ballotEndsAt: stop.endsAt },
    capacity: 20,
    taken: 0,
    now: thisYear,
    state: 'ballot',
  },
  {
    of: { ...open, entryMode: 'ballot' as const, ballotEndsAt: '2026-11-22T00:00:00Z' },
    capacity: 20,
    taken: 0,
    now: thisYear,
    state: 'drawing',
  },
  {
    of: { ...open, entryMode: 'ballot' as const, ballotDrawnAt: '2026-11-22T00:00:00Z' },
    capacity: 20,
    taken: 21,
    now: thisYear,
    state: 'full',
  },
  { of: open, capacity: 20, taken: 20, now: new Date(stop.endsAt), state: 'past' },
  { of: { ...open, cancelledAt: '2026-11-22T00:00:00Z' }, capacity: 20, taken: 0, now: thisYear, state: 'paused' },
  { of: { ...open, publishedAt: null }, capacity: 20, taken: 1, now: thisYear, state: 'paused' },
]) {
  test(`${taken} of ${capacity} taken: ${state}`, () => {
    expect(seatsStateOf(given, { capacity, confirmedCount: taken }, now)).toBe(state)
  })
}

test('what comes first stands first, what was stands last with the latest first', () => {
  const states = ['done', 'cancelled', 'done', 'now', 'next', 'cancelled'] as const
  const stops = states.map((state, index) => ({
    state,
    number: index + 1,
    startsAt: `2026-0${index + 1}-01T05:00:00Z`,
  }))
  const now = new Date('2026-03-31T00:00:00Z')
  expect(aheadOf(stops, now).map(({ number }) => number)).toEqual([4, 5, 6])
  expect(behindOf(stops, now).map(({ number }) => number)).toEqual([3, 2, 1])
})
