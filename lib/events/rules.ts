import { slugOf } from '@/lib/values/slug'
import { instantOf, wallTimeOf } from '@/lib/values/time'

/** What follows from an event's own facts, without asking anybody. `now` is always given. */
export type EventStatus = 'draft' | 'published' | 'postponed' | 'cancelled' | 'past'
/** An instant, or its ISO text where it came out of a cache. */
type Moment = Date | string
export type EventInstants = {
  endsAt: Moment
  publishedAt: Moment | null
  postponedAt: Moment | null
  cancelledAt: Moment | null
}

const ms = (moment: Moment) => new Date(moment).getTime()

/** Where an event stands. Cancelled and postponed outlive the date; a draft is never past. */
export function statusOf(event: EventInstants, now: Date): EventStatus {
  if (!event.publishedAt) return 'draft'
  if (event.cancelledAt) return 'cancelled'
  if (event.postponedAt) return 'postponed'
  return ms(event.endsAt) <= now.getTime() ? 'past' : 'published'
}

/** How a stop is drawn on the line: behind us, where the tour is heading, after that, not announced, called off. */
export type StationState = 'done' | 'now' | 'next' | 'draft' | 'cancelled'

/** The state of one stop; `nowId` is the stop the tour is heading for, as `headingFor` answers it. */
function stationStateOf(stop: EventInstants & { id: string }, nowId: string | null, now: Date): StationState {
  const status = statusOf(stop, now)
  if (status === 'past') return 'done'
  if (status === 'draft' || status === 'cancelled') return status
  return stop.id === nowId ? 'now' : 'next'
}

/** The id of the stop the tour is heading for: the earliest published one that is not over; null when there is none. */
export function headingFor(
  stops: readonly (EventInstants & { id: string; startsAt: Moment })[],
  now: Date,
): string | null {
  const ahead = stops.filter((stop) => statusOf(stop, now) === 'published')
  const first = ahead.sort((a, b) => ms(a.startsAt) - ms(b.startsAt))[0]
  return first?.id ?? null
}

/** The end of every line: a stop that was put off, once its day is over, until it has a new one. */
const placeOnLine = (stop: EventInstants & { startsAt: Moment }, now: Date): number =>
  stop.postponedAt && ms(stop.startsAt) <= now.getTime() ? Number.POSITIVE_INFINITY : ms(stop.startsAt)

/**
 * A series' stops as they are travelled, each with how it is drawn on the line. Days decide, not numbers: a stop that
 * changed its day keeps the number under which people know it.
 */
export function asLine<Stop extends EventInstants & { id: string; startsAt: Moment; number: number }>(
  stops: readonly Stop[],
  now: Date,
): (Stop & { state: StationState })[] {
  const nowId = headingFor(stops, now)
  return [...stops]
    .sort((a, b) => sooner(placeOnLine(a, now), placeOnLine(b, now)) || a.number - b.number)
    .map((stop) => ({ ...stop, state: stationStateOf(stop, nowId, now) }))
}

/** Infinities are equal here, where a difference would be none. */
const sooner = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

export type BeforePublish = {
  startsAt: Date
  endsAt: Date
  registrationEndsAt: Date | null
  summary: string
  venue: boolean
  talks: number
  talkMinutes: number
  unconfirmedSpeakers: number
  gifts: number
}
export type BeforePublishItem = {
  key: 'date' | 'talks' | 'deadline' | 'summary' | 'venue' | 'length' | 'speakers' | 'gifts'
  done: boolean
  /** While it is not done, the event cannot be published; everything else is advice. */
  blocks: boolean
}

/** What to settle before an event goes public; what blocks comes first. */
export function checklistBeforePublish(facts: BeforePublish, now: Date): BeforePublishItem[] {
  const { startsAt, endsAt, registrationEndsAt } = facts
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000
  return [
    { key: 'talks', done: facts.talks > 0, blocks: true },
    // A stop of years ago may be written down and published for its recap: its date is advice.
    { key: 'date', done: startsAt > now, blocks: false },
    { key: 'deadline', done: !registrationEndsAt || registrationEndsAt > now, blocks: false },
    { key: 'summary', done: facts.summary !== '', blocks: false },
    { key: 'venue', done: facts.venue, blocks: false },
    { key: 'length', done: facts.talkMinutes <= minutes, blocks: false },
    // Without a programme there is nobody to ask.
    ...(facts.talks > 0 ? [{ key: 'speakers' as const, done: facts.unconfirmedSpeakers === 0, blocks: false }] : []),
    { key: 'gifts', done: facts.gifts > 0, blocks: false },
  ]
}

/** Is nothing left that blocks? */
export const canPublish = (list: readonly BeforePublishItem[]): boolean =>
  list.every((item) => item.done || !item.blocks)

/** Can people still register, as far as the clock and the organisers are concerned? Seats are another question. */
export function registrationIsOpen(event: EventInstants & { registrationEndsAt: Moment | null }, now: Date): boolean {
  if (statusOf(event, now) !== 'published') return false
  return !event.registrationEndsAt || ms(event.registrationEndsAt) > now.getTime()
}

/** The instants of a day with a start and an end on the clocks of a zone; an end not after the start is the next day's. */
export function spanOf(when: { date: string; start: string; end: string; timeZone: string }): {
  startsAt: Date
  endsAt: Date
} {
  const nextDay = new Date(Date.parse(`${when.date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const lastDay = when.end > when.start ? when.date : nextDay
  return {
    startsAt: instantOf(`${when.date}T${when.start}`, when.timeZone),
    endsAt: instantOf(`${lastDay}T${when.end}`, when.timeZone),
  }
}

/** Would a ballot that is still to be drawn close only after this start? Then nobody could be seated by it. */
export const ballotIsTooLate = (
  event: { entryMode: string; ballotEndsAt: Date | null; ballotDrawnAt: Date | null },
  startsAt: Date,
): boolean =>
  event.entryMode === 'ballot' && !event.ballotDrawnAt && event.ballotEndsAt !== null && event.ballotEndsAt >= startsAt

/** The other way: how a form shows an event's time. */
export function whenOf(event: { startsAt: Date; endsAt: Date; timeZone: string }) {
  const start = wallTimeOf(event.startsAt, event.timeZone)
  const end = wallTimeOf(event.endsAt, event.timeZone)
  return { date: start.slice(0, 10), start: start.slice(11), end: end.slice(11), timeZone: event.timeZone }
}

/** The first free part of an address for a city's stop: the city, with the year when it was there before, then counted. */
export function freeSlug(cityEn: string, year: number, taken: ReadonlySet<string>): string {
  const city = slugOf(cityEn).slice(0, 50).replace(/-+$/, '') || 'stop'
  const counted = Array.from({ length: taken.size + 1 }, (_, n) => `${city}-${year}-${n + 2}`)
  return [city, `${city}-${year}`, ...counted].find((slug) => !taken.has(slug)) ?? city
}

/**
 * What there is to say about the seats: free ones, the last ones, a waiting list, a ballot to enter or about to be drawn,
 * by invitation only, too late, behind us, on hold.
 */
export type SeatsState = 'open' | 'few' | 'full' | 'ballot' | 'drawing' | 'invitation' | 'closed' | 'past' | 'paused'

/** How people get in, as far as the public may know. */
type WayIn = {
  entryMode: 'open' | 'ballot' | 'invitation'
  ballotEndsAt: Moment | null
  ballotDrawnAt: Moment | null
}

/** Where registration stands, the clock and the seats taken together. "Few" is a tenth of all seats, at least five. */
export function seatsStateOf(
  event: EventInstants & WayIn & { registrationEndsAt: Moment | null },
  seats: { capacity: number; confirmedCount: number },
  now: Date,
): SeatsState {
  const status = statusOf(event, now)
  if (status === 'past') return 'past'
  if (status !== 'published') return 'paused'
  if (!registrationIsOpen(event, now)) return 'closed'
  if (event.entryMode === 'invitation') return 'invitation'
  if (event.entryMode === 'ballot' && !event.ballotDrawnAt) {
    return event.ballotEndsAt && ms(event.ballotEndsAt) <= now.getTime() ? 'drawing' : 'ballot'
  }
  const left = seats.capacity - seats.confirmedCount
  if (left <= 0) return 'full'
  return left <= Math.max(5, seats.capacity / 10) ? 'few' : 'open'
}
