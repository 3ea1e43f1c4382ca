import { type EventInstants, type EventStatus, statusOf } from '@/lib/events/rules'
import type { EventPermission } from '@/lib/people/roles'
import { instantOf, shiftInstant, wallTimeOf } from '@/lib/values/time'

/** From which event to which things are carried, and by how many minutes the clock moved. */
export type Way = { seriesId: string; from: string; to: string; moved: number }

type Stop = { startsAt: Date; endsAt: Date; registrationEndsAt: Date | null; timeZone: string }

/**
 * The times of a stop started from another: the new start on the new city's clocks, and everything else as far from it,
 * in days and on the clock, as it was from the old start.
 */
export function shiftedTimes(last: Stop, next: { date: string; start: string; timeZone: string }) {
  const startsAt = instantOf(`${next.date}T${next.start}`, next.timeZone)
  const from = { start: last.startsAt, zone: last.timeZone }
  const to = { start: startsAt, zone: next.timeZone }
  return {
    startsAt,
    endsAt: shiftInstant(last.endsAt, from, to),
    registrationEndsAt: last.registrationEndsAt && shiftInstant(last.registrationEndsAt, from, to),
  }
}

/** By how many minutes the clock at the start moved: 14:00 → 13:30 is −30. */
export function clockMoved(
  last: { startsAt: Date; timeZone: string },
  next: { startsAt: Date; timeZone: string },
): number {
  const minutes = (instant: Date, zone: string) => {
    const [hour = 0, minute = 0] = wallTimeOf(instant, zone).slice(11).split(':').map(Number)
    return hour * 60 + minute
  }
  return minutes(next.startsAt, next.timeZone) - minutes(last.startsAt, last.timeZone)
}

/** Moves the times of day in a text such as "13:00–15:00" by some minutes; everything else stays as written. */
export const shiftWords = (text: string, minutes: number): string =>
  text.replace(/(?<!\d)([01]?\d|2[0-3])([:：])([0-5]\d)(?!\d)/g, (_, hour: string, colon: string, minute: string) => {
    const moved = (((Number(hour) * 60 + Number(minute) + minutes) % 1440) + 1440) % 1440
    return `${String(Math.floor(moved / 60)).padStart(2, '0')}${colon}${String(moved % 60).padStart(2, '0')}`
  })

/** A title that names the last city names the new one instead; any other is kept. */
export const titleFor = (title: string, lastCity: string, city: string): string => title.replaceAll(lastCity, city)

/** Kinds of talk that every stop has: they come along by name, also when no speaker does. */
export const isSkeleton = (kind: string): boolean => ['icebreaker', 'break', 'raffle'].includes(kind)

/** Kinds of gift that belong to their city and are asked for anew. */
export const staysBehind = (gift: { kind: string; status: string }): boolean =>
  gift.kind === 'venue' || gift.status === 'declined' || gift.status === 'offered'

/** For how long a start can be undone, in hours. */
export const undoHours = 24

/** Can a stop that was started from another still be undone? Once it is public, no more. */
export const canUndoStart = (
  stop: { startedFromId: string | null; createdAt: Date; publishedAt: Date | null },
  now: Date,
): boolean =>
  stop.startedFromId !== null &&
  stop.publishedAt === null &&
  now.getTime() - stop.createdAt.getTime() < undoHours * 3_600_000

/** From so many days before a stop on, it comes before the recap of the last one. */
const nearDays = 7

/** What to do next for a series: the earliest thing that is open, or the stop at hand. Null while there is no stop at all. */
export function nextAction<Stop extends EventInstants & { startsAt: Date; number: number; hasRecap: boolean }>(
  stops: readonly Stop[],
  now: Date,
): { kind: 'recap' | 'run' | 'prepare' | 'start'; stop: Stop } | null {
  const byStart = [...stops].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const last = byStart.at(-1)
  if (!last) return null
  const past = byStart.filter((stop) => statusOf(stop, now) === 'past')
  const unwritten = past.find((stop) => !stop.hasRecap && stop === past.at(-1))
  const ahead = byStart.find((stop) => statusOf(stop, now) === 'published')
  const near = ahead && ahead.startsAt.getTime() - now.getTime() < nearDays * 86_400_000
  if (unwritten && !near) return { kind: 'recap', stop: unwritten }
  if (ahead) return { kind: 'run', stop: ahead }
  const draft = byStart.find((stop) => statusOf(stop, now) === 'draft')
  if (draft) return { kind: 'prepare', stop: draft }
  return { kind: 'start', stop: past.at(-1) ?? last }
}

/** Numbers of what is open at one event. */
export type Waiting = {
  pending: number
  waitlisted: number
  speakersOpen: number
  speakersDeclined: number
  crewOpen: number
  crewDeclined: number
  crew: number
  giftsOffered: number
  needsLate: number
  giftsToAsk: number
  giftsAsked: number
  giftsToReceive: number
  giftsToThank: number
  unitsToHandOver: number
  messagesWaiting: number
  messagesFailed: number
  venue: boolean
  recapPublished: boolean
}

type Key =
  | Exclude<keyof Waiting, 'waitlisted' | 'crew' | 'venue' | 'recapPublished'>
  | 'crewNone'
  | 'venueOpen'
  | 'newDate'
  | 'recap'
/** One thing that waits: its words, how many, the page where it is settled and the permission that takes. */
type WaitingThing = { key: Key; count: number; place: string; may: EventPermission }

/** What waits for somebody, most pressing first: before the day, what the day needs; after it, what is owed. */
export function waitingFor(waiting: Waiting, status: EventStatus): WaitingThing[] {
  if (status === 'cancelled')
    return present([thing('messagesFailed', waiting.messagesFailed, 'messages', 'messages.view')])
  if (status === 'past') return present(afterwards(waiting))
  const date = thing('newDate', status === 'postponed' ? 1 : 0, 'edit#steps', 'event.edit')
  // While it is a draft, the list before publishing speaks of the venue.
  const venue = thing('venueOpen', waiting.venue || status === 'draft' ? 0 : 1, 'edit#venue', 'event.edit')
  return present([date, ...beforehand(waiting), venue])
}

const thing = (key: Key, count: number, place: string, may: EventPermission): WaitingThing => ({
  key,
  count,
  place,
  may,
})
const present = (things: WaitingThing[]) => things.filter(({ count }) => count > 0)

const beforehand = (waiting: Waiting) => [
  thing('pending', waiting.pending, 'guests', 'guests.view'),
  thing('messagesFailed', waiting.messagesFailed, 'messages', 'messages.view'),
  thing('speakersDeclined', waiting.speakersDeclined, 'program', 'program.edit'),
  thing('crewDeclined', waiting.crewDeclined, 'crew', 'volunteers.edit'),
  thing('needsLate', waiting.needsLate, 'sponsors/needs', 'sponsors.edit'),
  thing('giftsOffered', waiting.giftsOffered, 'sponsors', 'sponsors.edit'),
  thing('speakersOpen', waiting.speakersOpen, 'program', 'program.edit'),
  thing('crewNone', waiting.crew === 0 ? 1 : 0, 'crew', 'volunteers.edit'),
  thing('crewOpen', waiting.crewOpen, 'crew', 'volunteers.edit'),
  thing('giftsToAsk', waiting.giftsToAsk, 'sponsors', 'sponsors.edit'),
  thing('giftsAsked', waiting.giftsAsked, 'sponsors', 'sponsors.edit'),
  thing('giftsToReceive', waiting.giftsToReceive, 'sponsors', 'sponsors.edit'),
  thing('giftsToThank', waiting.giftsToThank, 'sponsors', 'sponsors.edit'),
  thing('messagesWaiting', waiting.messagesWaiting, 'messages', 'messages.view'),
]

const afterwards = (waiting: Waiting) => [
  thing('recap', waiting.recapPublished ? 0 : 1, 'recap', 'recap.edit'),
  thing('giftsToThank', waiting.giftsToThank, 'sponsors', 'sponsors.edit'),
  thing('unitsToHandOver', waiting.unitsToHandOver, 'sponsors', 'sponsors.edit'),
  thing('giftsToReceive', waiting.giftsToReceive, 'sponsors', 'sponsors.edit'),
  thing('messagesFailed', waiting.messagesFailed, 'messages', 'messages.view'),
  thing('messagesWaiting', waiting.messagesWaiting, 'messages', 'messages.view'),
]

/** The names of the fields that a line of the log speaks of; none when it speaks of none. */
export function fieldsIn(details: unknown): string[] {
  const fields = details && typeof details === 'object' && 'fields' in details ? details.fields : []
  return Array.isArray(fields) ? fields.filter((name): name is string => typeof name === 'string') : []
}

/** Lines of a log under their days, in the order they come in. */
export function underDays<Line>(
  lines: readonly Line[],
  dayOf: (line: Line) => string,
): { day: string; lines: Line[] }[] {
  const days: { day: string; lines: Line[] }[] = []
  for (const line of lines) {
    const day = dayOf(line)
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}

/** So many lines of one kind running are one line with the others behind it. */
const fold = 4

/** Lines of a log that are `alike` running, each run with its newest line first; short runs stay single lines. */
export function foldAlike<Line>(
  lines: readonly Line[],
  alike: (line: Line) => string,
): { line: Line; behind: Line[] }[] {
  const runs: { line: Line; behind: Line[] }[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last && alike(last.line) === alike(line)) last.behind.push(line)
    else runs.push({ line, behind: [] })
  }
  return runs.flatMap((run) =>
    run.behind.length + 1 >= fold ? [run] : [run.line, ...run.behind].map((line) => ({ line, behind: [] })),
  )
}
