import { Temporal } from 'temporal-polyfill'

/** Until so many hours before the start a freed seat is simply given to whoever waits longest. */
export const instantHours = 48

/** An offer's clock runs between these hours of the event's zone only: nobody has to answer at night. */
export const wakingHours = { from: 8, to: 22 } as const

const shortest = 30
const longest = 360
/** An offer must leave so many minutes of waking time, and end so long before the start. */
const leastToAnswer = 15
const beforeStart = 30

/** How a free seat goes to the queue at this moment: given, offered until an instant, or not at all any more. */
type Giving = { way: 'instant' } | { way: 'offer'; until: Date } | { way: 'none' }

export function givingOf(event: { startsAt: Date; timeZone: string }, now: Date): Giving {
  const hoursAhead = (event.startsAt.getTime() - now.getTime()) / 3_600_000
  if (hoursAhead > instantHours) return { way: 'instant' }
  const until = offerDeadline(now, event.startsAt, event.timeZone)
  return until ? { way: 'offer', until } : { way: 'none' }
}

/** How long an offer made now may be thought over, in minutes: an eighth of what is left, half an hour to six hours. */
export function minutesToAnswer(now: Date, startsAt: Date): number {
  const eighth = (startsAt.getTime() - now.getTime()) / 60_000 / 8
  return Math.min(longest, Math.max(shortest, Math.round(eighth / 5) * 5))
}

/**
 * When an offer made now ends: `minutesToAnswer` of waking time in the event's zone, half an hour before the start at
 * the latest. Null when that leaves less than a quarter of an hour: such a seat is for whoever stands at the door.
 */
export function offerDeadline(now: Date, startsAt: Date, timeZone: string): Date | null {
  const last = startsAt.getTime() - beforeStart * 60_000
  const until = Math.min(last, afterWaking(now, minutesToAnswer(now, startsAt), timeZone).getTime())
  return until >= afterWaking(now, leastToAnswer, timeZone).getTime() ? new Date(until) : null
}

/** Is it time to remind those who have a seat: from a day before the start on, awake in the event's zone? */
export function remindsNow({ startsAt, timeZone }: { startsAt: Date; timeZone: string }, now: Date): boolean {
  const from = startsAt.getTime() - 24 * 3_600_000
  return now.getTime() >= from && now < startsAt && afterWaking(now, 0, timeZone).getTime() === now.getTime()
}

/**
 * The instant by which so many minutes of waking time have passed. Days are those of the zone: where clocks are moved,
 * their hours are counted as they really pass.
 */
export function afterWaking(from: Date, minutes: number, timeZone: string): Date {
  let left = minutes * 60_000
  let at = from.getTime()
  for (;;) {
    const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
    const wakes = instantAt(day, wakingHours.from, timeZone)
    const sleeps = instantAt(day, wakingHours.to, timeZone)
    const begins = Math.max(at, wakes)
    if (begins + left <= sleeps) return new Date(begins + left)
    left -= Math.max(0, sleeps - begins)
    at = instantAt(day.add({ days: 1 }), 0, timeZone)
  }
}

const instantAt = (day: Temporal.PlainDate, hour: number, timeZone: string): number =>
  day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds
