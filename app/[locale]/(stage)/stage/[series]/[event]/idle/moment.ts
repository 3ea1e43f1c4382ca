import { type EventInstants, statusOf } from '@/lib/events/rules'

type Talk = { startsAt: string; endsAt: string }
type Running<T> = EventInstants & { startsAt: string; endsAt: string; program: readonly T[] }

/** What the screen shows at a moment. */
export type Board<T> =
  | { kind: 'off'; status: 'cancelled' | 'postponed' }
  | { kind: 'before'; next: T | undefined }
  | { kind: 'running'; now: T | undefined; next: T | undefined }
  | { kind: 'over' }

/** The programme at this moment: in the last hour before the start it already names what comes first. */
export function boardOf<T extends Talk>(stop: Running<T>, now: Date): Board<T> {
  const status = statusOf(stop, now)
  if (status === 'cancelled' || status === 'postponed') return { kind: 'off', status }
  if (status === 'past') return { kind: 'over' }
  const at = now.getTime()
  const [start, first] = [Date.parse(stop.startsAt), stop.program[0]]
  if (at < start) return { kind: 'before', next: start - at <= 3_600_000 ? first : undefined }
  const current = stop.program.find((talk) => Date.parse(talk.startsAt) <= at && at < Date.parse(talk.endsAt))
  const next = stop.program.find((talk) => Date.parse(talk.startsAt) > at)
  return { kind: 'running', now: current, next }
}

type Stop = EventInstants & { id: string; slug: string; startsAt: string; number: number }

/** Which stop the QR code leads to: this one until it starts, then the one after it; null for the whole line. */
export function invitationOf<S extends Stop>(tour: { stops: readonly S[] }, here: { id: string }, now: Date): S | null {
  const open = tour.stops.filter(
    (stop) => statusOf(stop, now) === 'published' && Date.parse(stop.startsAt) > now.getTime(),
  )
  const soonest = [...open].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return soonest.find(({ id }) => id === here.id) ?? soonest[0] ?? null
}
