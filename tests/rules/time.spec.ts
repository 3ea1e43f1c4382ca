import { instantOf, isTimeZone, shiftInstant, wallTimeOf } from '@/lib/values/time'
import { expect, test } from '../support/test'

/** Golden cases: what stands at `at` around an old start, and where it lands around the new one, on the wall's clocks. */
const moves: [
  string,
  { start: string; zone: string; at: string },
  { start: string; zone: string; at: string; utc: string },
][] = [
  [
    'the same zone, the same distance',
    { start: '2026-03-16T13:00', zone: 'Asia/Shanghai', at: '2026-03-14T22:00' },
    { start: '2027-01-09T14:00', zone: 'Asia/Shanghai', at: '2027-01-07T23:00', utc: '2027-01-07T15:00:00.000Z' },
  ],
  [
    'another city keeps its own clock',
    { start: '2026-03-16T13:00', zone: 'Asia/Shanghai', at: '2026-03-16T18:30' },
    { start: '2026-06-01T13:00', zone: 'Asia/Tokyo', at: '2026-06-01T18:30', utc: '2026-06-01T09:30:00.000Z' },
  ],
  [
    'across the spring change a day is still a day on the clock',
    { start: '2026-03-16T13:00', zone: 'Asia/Shanghai', at: '2026-03-14T22:00' },
    { start: '2026-03-29T13:00', zone: 'Europe/Berlin', at: '2026-03-27T22:00', utc: '2026-03-27T21:00:00.000Z' },
  ],
  [
    'what lands in the hour that spring skips goes to the hour after',
    { start: '2026-03-16T13:00', zone: 'Asia/Shanghai', at: '2026-03-16T02:30' },
    { start: '2026-03-29T13:00', zone: 'Europe/Berlin', at: '2026-03-29T03:30', utc: '2026-03-29T01:30:00.000Z' },
  ],
  [
    'what lands in the hour that autumn repeats takes the first of the two',
    { start: '2026-03-16T13:00', zone: 'Asia/Shanghai', at: '2026-03-16T02:30' },
    { start: '2026-10-25T13:00', zone: 'Europe/Berlin', at: '2026-10-25T02:30', utc: '2026-10-25T00:30:00.000Z' },
  ],
  [
    'leaving the repeated hour loses nothing of the wall clock',
    { start: '2026-10-25T13:00', zone: 'Europe/Berlin', at: '2026-10-25T02:30' },
    { start: '2026-12-05T13:00', zone: 'Asia/Shanghai', at: '2026-12-05T02:30', utc: '2026-12-04T18:30:00.000Z' },
  ],
  [
    'an end after midnight stays after midnight, over an autumn change too',
    { start: '2026-06-06T20:00', zone: 'America/New_York', at: '2026-06-07T02:30' },
    { start: '2026-10-31T20:00', zone: 'America/New_York', at: '2026-11-01T02:30', utc: '2026-11-01T07:30:00.000Z' },
  ],
  [
    'half-hour zones and the leap day',
    { start: '2028-02-28T18:00', zone: 'Asia/Kolkata', at: '2028-03-01T09:15' },
    { start: '2027-02-27T18:00', zone: 'Australia/Adelaide', at: '2027-03-01T09:15', utc: '2027-02-28T22:45:00.000Z' },
  ],
]

for (const [sentence, from, to] of moves) {
  test(`times move with the start: ${sentence}`, () => {
    const moved = shiftInstant(
      instantOf(from.at, from.zone),
      { start: instantOf(from.start, from.zone), zone: from.zone },
      { start: instantOf(to.start, to.zone), zone: to.zone },
    )
    expect(wallTimeOf(moved, to.zone)).toBe(to.at)
    expect(moved.toISOString()).toBe(to.utc)
  })
}

test('the start itself lands on the new start, whatever the zones', () => {
  const zones = ['Asia/Shanghai', 'Europe/London', 'America/Los_Angeles', 'Asia/Kathmandu']
  for (const a of zones) {
    for (const b of zones) {
      const [from, to] = [instantOf('2026-07-04T14:00', a), instantOf('2027-01-09T10:30', b)]
      expect(shiftInstant(from, { start: from, zone: a }, { start: to, zone: b })).toEqual(to)
    }
  }
})

test('a zone is one this machine knows', () => {
  expect(['Asia/Shanghai', 'UTC', 'America/Argentina/Ushuaia'].map(isTimeZone)).toEqual([true, true, true])
  expect(['', 'Mars/Olympus', '+08:00', "Asia/Shanghai'; --"].map(isTimeZone)).toEqual([false, false, false, false])
})
