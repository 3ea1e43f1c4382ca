import ICAL from 'ical.js'
import { type CalendarEvent, calendarStatus, eventCalendar, googleCalendarUrl } from '@/lib/events/calendar'
import { shiftEntry, shiftTime } from '@/lib/volunteers/rules'
import { expect, test } from '../support/test'

const stop: CalendarEvent = {
  id: '019aa000-0000-7000-8000-000000000001',
  sequence: 3,
  status: 'confirmed',
  title: '一起AI，交个朋友 · 上海站',
  description: '破冰; 分享, 抽奖\n带上名片',
  location: 'Pixverse 上海总部，某路 1 号',
  startsAt: new Date('2026-12-05T06:00:00Z'),
  endsAt: new Date('2026-12-05T10:00:00Z'),
  stampedAt: new Date('2026-11-23T00:00:00Z'),
  url: 'https://example.org/zh/yiqi-ai/shanghai',
}

const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((part) => ({
    event: new ICAL.Event(part),
    status: part.getFirstPropertyValue('status'),
    part,
  }))

test('a calendar program reads back every fact of a stop', () => {
  const [found] = read(eventCalendar([stop]))
  expect(found?.event.summary).toBe(stop.title)
  expect(found?.event.description).toBe(stop.description)
  expect(found?.event.location).toBe(stop.location)
  expect(found?.event.startDate.toJSDate()).toEqual(stop.startsAt)
  expect(found?.event.endDate.toJSDate()).toEqual(stop.endsAt)
  expect(found?.event.sequence).toBe(3)
  expect(found?.event.uid).toBe(`${stop.id}@next-stop`)
  expect(found?.status).toBe('CONFIRMED')
})

for (const [instants, status, word] of [
  [{ cancelledAt: new Date(), postponedAt: null }, 'cancelled', 'CANCELLED'],
  [{ cancelledAt: null, postponedAt: new Date() }, 'tentative', 'TENTATIVE'],
  [{ cancelledAt: null, postponedAt: null }, 'confirmed', 'CONFIRMED'],
] as const) {
  test(`a stop that is ${status} says so to calendars`, () => {
    expect(calendarStatus(instants)).toBe(status)
    expect(read(eventCalendar([{ ...stop, status }]))[0]?.status).toBe(word)
  })
}

for (const title of [
  'a\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTENDEE:mailto:x@example.com',
  'a\rX-EVIL:1',
  'semi;colon, comma \\ backslash \\n',
  '🎉'.repeat(60),
  'מפגש בשנגחאי',
  '\u2028ATTENDEE:1\u0000\u0007',
]) {
  test(`nothing in a title can add a line of its own: ${JSON.stringify(title.slice(0, 24))}`, () => {
    const text = eventCalendar([{ ...stop, title, location: title, description: title }])
    const found = read(text)
    expect(found).toHaveLength(1)
    expect(found[0]?.part.getAllSubcomponents()).toHaveLength(0)
    expect(found[0]?.part.getAllProperties('attendee')).toHaveLength(0)
    expect(found[0]?.part.getAllProperties('x-evil')).toHaveLength(0)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
}

test('a tour is one calendar with one entry a stop', () => {
  const text = eventCalendar([stop, { ...stop, id: '019aa000-0000-7000-8000-000000000002' }], { name: '一起AI' })
  expect(read(text)).toHaveLength(2)
  expect(text).toContain('X-WR-CALNAME:一起AI')
})

test('the link to Google carries the same instants', () => {
  const url = new URL(googleCalendarUrl(stop))
  expect(url.searchParams.get('dates')).toBe('20261205T060000Z/20261205T100000Z')
  expect(url.searchParams.get('text')).toBe(stop.title)
})

const evening = { startsAt: new Date('2026-12-05T06:00:00Z'), timeZone: 'Asia/Shanghai' }

for (const [written, from, to] of [
  ['12:30–14:30', '04:30', '06:30'],
  ['9:00-12:00', '01:00', '04:00'],
  ['13：00 到 15：00 签到台', '05:00', '07:00'],
  ['13:00 to 15:00', '05:00', '07:00'],
  ['13.00~15.00', '05:00', '07:00'],
] as const) {
  test(`a shift written ${written} has its hours in the stop’s zone`, () => {
    expect(shiftTime(written, evening)).toEqual({
      startsAt: new Date(`2026-12-05T${from}:00Z`),
      endsAt: new Date(`2026-12-05T${to}:00Z`),
    })
  })
}

test('a shift past midnight ends the next day', () => {
  expect(shiftTime('22:00–00:30', evening)?.endsAt).toEqual(new Date('2026-12-05T16:30:00Z'))
})

for (const written of [
  '',
  '全天',
  '下午',
  '13:00 起',
  '25:00–26:00',
  '13:00–15:000',
  'from noon',
  '12:30–14:30，17:00–18:00',
]) {
  test(`nobody guesses hours from “${written}”`, () => expect(shiftTime(written, evening)).toBeNull())
}

test('a shift stands in a calendar beside the ticket of the same stop, at its own hours, without any secret', () => {
  const facts = {
    ...{ id: stop.id, version: 3, slug: 'shanghai', title: '', titleEn: null, city: '上海', cityEn: 'Shanghai' },
    ...{ startsAt: stop.startsAt, endsAt: stop.endsAt, timeZone: 'Asia/Shanghai', publishedAt: null },
    ...{ cancelledAt: null, postponedAt: null, changeReason: '', venue: null },
    series: { slug: 'yiqi-ai', name: '一起AI', nameEn: 'AI together' },
  }
  const at = { site: 'https://example.org', now: new Date('2026-11-23T00:00:00Z') }
  const mine = shiftEntry({ id: 'crew-1', role: '签到', shift: '全天' }, facts, 'en', at)
  expect(mine).toMatchObject({ title: '签到 · AI together · Shanghai', description: '全天', startsAt: stop.startsAt })
  expect(mine.url).toBe('https://example.org/en/yiqi-ai')
  const [found] = read(eventCalendar([mine]))
  expect(found?.event.uid).toBe('crew-1@next-stop')
})
