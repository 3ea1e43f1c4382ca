import {
  canUndoStart,
  clockMoved,
  fieldsIn,
  foldAlike,
  nextAction,
  shiftedTimes,
  shiftWords,
  staysBehind,
  titleFor,
  underDays,
  type Waiting,
  waitingFor,
} from '@/lib/tour/rules'
import { instantOf, wallTimeOf } from '@/lib/values/time'
import { expect, test } from '../support/test'

const shanghai = {
  startsAt: instantOf('2026-03-16T13:00', 'Asia/Shanghai'),
  endsAt: instantOf('2026-03-16T18:30', 'Asia/Shanghai'),
  registrationEndsAt: instantOf('2026-03-14T22:00', 'Asia/Shanghai'),
  timeZone: 'Asia/Shanghai',
}

test('a stop started from another keeps its length and its deadline before the start', () => {
  const zone = 'Asia/Tokyo'
  const next = shiftedTimes(shanghai, { date: '2027-01-09', start: '14:00', timeZone: zone })
  expect(wallTimeOf(next.startsAt, zone)).toBe('2027-01-09T14:00')
  expect(wallTimeOf(next.endsAt, zone)).toBe('2027-01-09T19:30')
  expect(next.registrationEndsAt && wallTimeOf(next.registrationEndsAt, zone)).toBe('2027-01-07T23:00')
  expect(clockMoved(shanghai, { startsAt: next.startsAt, timeZone: zone })).toBe(60)
})

const shifts = [
  ['13:00–15:00', -30, '12:30–14:30'],
  ['9:30 到 10:00，搬桌子', 60, '10:30 到 11:00，搬桌子'],
  ['23:30–0:30', 60, '00:30–01:30'],
  ['12：30 集合', 15, '12：45 集合'],
  ['全天，3 号门，手机 13800:99', 60, '全天，3 号门，手机 13800:99'],
  ['', 60, ''],
] as const
for (const [text, minutes, moved] of shifts) {
  test(`times in a shift move with the start: ${text || 'nothing'} by ${minutes}`, () => {
    expect(shiftWords(text, minutes)).toBe(moved)
  })
}

test('a title that names the last city names the new one', () => {
  expect(titleFor('一起AI，交个朋友 · 上海站', '上海', '成都')).toBe('一起AI，交个朋友 · 成都站')
  expect(titleFor('年度聚会', '上海', '成都')).toBe('年度聚会')
})

test('a venue and what was declined stay behind', () => {
  expect(staysBehind({ kind: 'venue', status: 'thanked' })).toBe(true)
  expect(staysBehind({ kind: 'prize', status: 'declined' })).toBe(true)
  expect(staysBehind({ kind: 'prize', status: 'thanked' })).toBe(false)
})

test('a start can be taken back for a day, while it is a draft', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const stop = { startedFromId: 'last', createdAt: new Date('2026-11-22T12:00:01Z'), publishedAt: null }
  expect(canUndoStart(stop, now)).toBe(true)
  expect(canUndoStart({ ...stop, createdAt: new Date('2026-11-22T12:00:00Z') }, now)).toBe(false)
  expect(canUndoStart({ ...stop, publishedAt: now } as never, now)).toBe(false)
  expect(canUndoStart({ ...stop, startedFromId: null }, now)).toBe(false)
})

test('the next thing to do is the earliest that is open', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const stop = (number: number, day: string, more: object = {}) => ({
    number,
    startsAt: new Date(`${day}T05:00:00Z`),
    endsAt: new Date(`${day}T09:00:00Z`),
    publishedAt: now as Date | null,
    postponedAt: null,
    cancelledAt: null,
    hasRecap: false,
    ...more,
  })
  const done = stop(1, '2026-01-06', { hasRecap: true })
  const told = (...stops: ReturnType<typeof stop>[]) => {
    const next = nextAction(stops, now)
    return next && `${next.kind} ${next.stop.number}`
  }
  expect(told()).toBeNull()
  expect(told(done, stop(2, '2026-03-16'), stop(3, '2026-12-25'))).toBe('recap 2')
  expect(told(done, stop(2, '2026-11-16'), stop(3, '2026-11-26'))).toBe('run 3')
  expect(told(done, stop(3, '2026-12-25'), stop(4, '2027-02-01', { publishedAt: null }))).toBe('run 3')
  expect(told(done, stop(4, '2027-02-01', { publishedAt: null }))).toBe('prepare 4')
  expect(told(done)).toBe('start 1')
})

const quiet: Waiting = {
  pending: 0,
  waitlisted: 0,
  speakersOpen: 0,
  speakersDeclined: 0,
  crewOpen: 0,
  crewDeclined: 0,
  crew: 4,
  giftsOffered: 0,
  needsLate: 0,
  giftsToAsk: 0,
  giftsAsked: 0,
  giftsToReceive: 0,
  giftsToThank: 0,
  unitsToHandOver: 0,
  messagesWaiting: 0,
  messagesFailed: 0,
  venue: true,
  recapPublished: true,
}
const waits = [
  ['nothing, when nothing is open', {}, 'published', []],
  [
    'approvals before speakers before gifts',
    { giftsToThank: 2, speakersOpen: 1, pending: 3 },
    'published',
    ['pending 3', 'speakersOpen 1', 'giftsToThank 2'],
  ],
  [
    'people who declined before those who are silent',
    { crewOpen: 1, crewDeclined: 1, speakersDeclined: 1 },
    'published',
    ['speakersDeclined 1', 'crewDeclined 1', 'crewOpen 1'],
  ],
  ['a missing crew and venue', { crew: 0, venue: false }, 'published', ['crewNone 1', 'venueOpen 1']],
  ['of a draft not its venue, which the list before publishing tells', { venue: false }, 'draft', []],
  ['of a postponed stop its date first', { pending: 1 }, 'postponed', ['newDate 1', 'pending 1']],
  [
    'of a past stop what is owed, not who might have come',
    { pending: 5, giftsToThank: 2, unitsToHandOver: 1, recapPublished: false },
    'past',
    ['recap 1', 'giftsToThank 2', 'unitsToHandOver 1'],
  ],
  [
    'of a cancelled stop only what did not reach people',
    { pending: 5, messagesFailed: 1, giftsToAsk: 2 },
    'cancelled',
    ['messagesFailed 1'],
  ],
] as const
for (const [sentence, open, status, told] of waits) {
  test(`what waits: ${sentence}`, () => {
    expect(waitingFor({ ...quiet, ...open }, status).map(({ key, count }) => `${key} ${count}`)).toEqual(told)
  })
}

test('a line of the log tells field names, and only those', () => {
  expect(fieldsIn({ fields: ['city', 7, 'date'] })).toEqual(['city', 'date'])
  for (const nothing of [null, 'fields', {}, { fields: 'city' }]) expect(fieldsIn(nothing)).toEqual([])
})

test('the log stands under its days, in the order it came', () => {
  const days = underDays(
    [
      { d: 'b', n: 1 },
      { d: 'b', n: 2 },
      { d: 'a', n: 3 },
    ],
    ({ d }) => d,
  )
  expect(days.map(({ day, lines }) => `${day}:${lines.map(({ n }) => n)}`)).toEqual(['b:1,2', 'a:3'])
})

test('what one person did again and again is one line with the others behind it; a few stay as they are', () => {
  const told = (lines: string[]) =>
    foldAlike(lines, (line) => line[0] ?? '').map(({ line, behind }) => [line, ...behind].join('+'))
  expect(told(['a1', 'a2', 'a3', 'b1', 'a4', 'c1', 'c2', 'c3', 'c4'])).toEqual([
    'a1',
    'a2',
    'a3',
    'b1',
    'a4',
    'c1+c2+c3+c4',
  ])
  expect(told([])).toEqual([])
})
