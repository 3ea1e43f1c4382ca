import { afterWaking, givingOf, minutesToAnswer, offerDeadline, remindsNow } from '@/lib/registration/rules/offers'
import { instantOf, wallTimeOf } from '@/lib/values/time'
import { expect, test } from '../support/test'

const shanghai = 'Asia/Shanghai'
const berlin = 'Europe/Berlin'

for (const [what, from, minutes, zone, until] of [
  ['by day', '2026-12-04T10:00', 90, shanghai, '2026-12-04T11:30'],
  ['up to the last minute of the day', '2026-12-04T21:00', 60, shanghai, '2026-12-04T22:00'],
  ['over the night', '2026-12-04T21:30', 60, shanghai, '2026-12-05T08:30'],
  ['begun at night', '2026-12-05T02:00', 30, shanghai, '2026-12-05T08:30'],
  ['begun before midnight', '2026-12-04T23:30', 360, shanghai, '2026-12-05T14:00'],
  ['over two nights', '2026-12-04T21:00', 960, shanghai, '2026-12-06T09:00'],
  ['over the night that is an hour shorter', '2027-03-27T21:00', 120, berlin, '2027-03-28T09:00'],
  ['over the night that is an hour longer', '2026-10-24T21:00', 120, berlin, '2026-10-25T09:00'],
  ['begun in the hour that comes twice', '2026-10-25T02:30', 45, berlin, '2026-10-25T08:45'],
  ['begun in the hour that does not exist', '2027-03-28T02:30', 45, berlin, '2027-03-28T08:45'],
  ['where midnight does not exist', '2026-09-05T22:30', 45, 'America/Santiago', '2026-09-06T08:45'],
] as const) {
  test(`an offer's clock ${what}: ${minutes} min from ${from}`, () => {
    expect(wallTimeOf(afterWaking(instantOf(from, zone), minutes, zone), zone)).toBe(until)
  })
}

test('where clocks are moved by day the minutes are counted as they pass', () => {
  // Lord Howe moves at 02:00 by half an hour; the Troll station by two hours at 01:00 UTC.
  const night = afterWaking(instantOf('2026-10-03T21:45', 'Australia/Lord_Howe'), 30, 'Australia/Lord_Howe')
  expect(wallTimeOf(night, 'Australia/Lord_Howe')).toBe('2026-10-04T08:15')
})

const starts = instantOf('2026-12-05T14:00', shanghai)
for (const [now, minutes] of [
  ['2026-12-03T14:00', 360],
  ['2026-12-04T14:00', 180],
  ['2026-12-05T02:00', 90],
  ['2026-12-05T10:00', 30],
  ['2026-12-05T13:30', 30],
] as const) {
  test(`at ${now} for a start at 14:00 on the 5th one has ${minutes} minutes`, () => {
    expect(minutesToAnswer(instantOf(now, shanghai), starts)).toBe(minutes)
  })
}

for (const [now, until] of [
  ['2026-12-04T14:00', '2026-12-04T17:00'],
  ['2026-12-04T21:00', '2026-12-05T09:10'],
  ['2026-12-05T09:00', '2026-12-05T09:40'],
  ['2026-12-05T13:10', '2026-12-05T13:30'],
  ['2026-12-05T13:15', '2026-12-05T13:30'],
  ['2026-12-05T13:16', null],
  ['2026-12-05T14:30', null],
] as const) {
  test(`an offer of ${now} stands until ${until}`, () => {
    const deadline = offerDeadline(instantOf(now, shanghai), starts, shanghai)
    expect(deadline && wallTimeOf(deadline, shanghai)).toBe(until)
  })
}

test('for a start early in the morning the last offers end half an hour before it', () => {
  const early = instantOf('2026-12-05T09:00', shanghai)
  const at = (now: string) => offerDeadline(instantOf(now, shanghai), early, shanghai)
  expect(wallTimeOf(at('2026-12-04T23:00') ?? early, shanghai)).toBe('2026-12-05T08:30')
  expect(
    offerDeadline(instantOf('2026-12-05T02:00', shanghai), instantOf('2026-12-05T08:30', shanghai), shanghai),
  ).toBe(null)
})

for (const [hours, way] of [
  [49, 'instant'],
  [48, 'offer'],
  [1, 'offer'],
  [0.5, 'none'],
] as const) {
  test(`${hours} hours before the start a free seat is handed on by: ${way}`, () => {
    const noon = instantOf('2026-12-05T14:00', shanghai)
    expect(givingOf({ startsAt: noon, timeZone: shanghai }, new Date(noon.getTime() - hours * 3_600_000)).way).toBe(way)
  })
}

test('no offer of a year ends at night, in any of these zones', () => {
  const zones = [shanghai, berlin, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']
  const hours = Array.from({ length: Math.ceil((366 * 24) / 31) }, (_, n) => n * 31)
  const ends = zones.flatMap((zone) =>
    hours.map((hour) => {
      const now = new Date(Date.UTC(2026, 0, 1, hour))
      const until = offerDeadline(now, new Date(now.getTime() + 40 * 3_600_000), zone)
      return { zone, now, clock: wallTimeOf(until ?? now, zone).slice(11) }
    }),
  )
  expect(ends).toHaveLength(5 * 284)
  expect(ends.filter(({ clock }) => clock < '08:00' || clock > '22:00')).toEqual([])
})

for (const [now, startsAt, zone, reminds] of [
  ['2027-03-05T05:59:59Z', '2027-03-06T06:00:00Z', 'Asia/Shanghai', false],
  ['2027-03-05T06:00:00Z', '2027-03-06T06:00:00Z', 'Asia/Shanghai', true],
  ['2027-03-05T14:30:00Z', '2027-03-06T06:00:00Z', 'Asia/Shanghai', false],
  ['2027-03-06T00:00:00Z', '2027-03-06T06:00:00Z', 'Asia/Shanghai', true],
  ['2027-03-06T06:00:00Z', '2027-03-06T06:00:00Z', 'Asia/Shanghai', false],
  // The night in which clocks are moved: eight o'clock is an hour earlier.
  ['2027-03-28T05:59:00Z', '2027-03-28T16:00:00Z', 'Europe/Berlin', false],
  ['2027-03-28T06:00:00Z', '2027-03-28T16:00:00Z', 'Europe/Berlin', true],
] as const) {
  test(`at ${now} those of a stop at ${startsAt} in ${zone} are ${reminds ? '' : 'not '}reminded`, () => {
    expect(remindsNow({ startsAt: new Date(startsAt), timeZone: zone }, new Date(now))).toBe(reminds)
  })
}
