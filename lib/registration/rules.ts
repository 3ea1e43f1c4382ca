import { statusOf } from '@/lib/events/rules'
import { searchable } from '@/lib/values/pinyin'

/** The instants and numbers that decide about a seat, as Postgres has them. */
export type SeatFacts = {
  publishedAt: Date | null
  postponedAt: Date | null
  cancelledAt: Date | null
  registrationEndsAt: Date | null
  endsAt: Date
  approvalRequired: boolean
  capacity: number
  confirmedCount: number
}

/** May anybody register now? The states of the world in which one can't go by the names of their refusals. */
export type Openness = 'open' | 'not-published' | 'cancelled' | 'postponed' | 'past' | 'closed'

export function opennessOf(event: SeatFacts, now: Date): Openness {
  const status = statusOf(event, now)
  if (status === 'draft') return 'not-published'
  if (status !== 'published') return status
  return event.registrationEndsAt && event.registrationEndsAt <= now ? 'closed' : 'open'
}

/** What a new registration becomes. Approval comes before the question of seats; nobody passes those who wait. */
export function seatFor(event: SeatFacts, someoneWaits: boolean): 'pending' | 'confirmed' | 'waitlisted' {
  if (event.approvalRequired) return 'pending'
  return seatsLeft(event) > 0 && !someoneWaits ? 'confirmed' : 'waitlisted'
}

export const seatsLeft = (event: SeatFacts): number => Math.max(0, event.capacity - event.confirmedCount)

/** Are seats still handed out? Not for a stop that is over or called off. */
export function promotes(event: Pick<SeatFacts, 'publishedAt' | 'cancelledAt' | 'endsAt'>, now: Date): boolean {
  return event.publishedAt !== null && !event.cancelledAt && event.endsAt > now
}

/** Within this time an undone cancellation gets its old place in the queue back, in minutes. */
export const undoMinutes = 15

/**
 * What somebody who cancelled, or was declined, becomes when that is taken back: what they were waiting for if it was
 * approval, else a seat if one is left and nobody waits, else the queue.
 */
export function restoredStatus(
  registration: { status: 'declined' | 'cancelled'; wasApproved: boolean },
  event: SeatFacts,
  someoneWaits: boolean,
): 'pending' | 'confirmed' | 'waitlisted' {
  if (event.approvalRequired && !registration.wasApproved) return 'pending'
  return seatsLeft(event) > 0 && !someoneWaits ? 'confirmed' : 'waitlisted'
}

/** What a guest list is searched by: name, pinyin, initials, the phone's last four digits or the mail's domain. */
export function searchTextOf(name: string, contact: string): string {
  const at = contact.indexOf('@')
  return `${searchable(name)} ${at > 0 ? contact.slice(at + 1) : contact.slice(-4)}`
}

/** The words of a search: at most five, lower case, each of which must be found. */
export const searchWords = (typed: string): string[] =>
  typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5)

/** The version of the note on personal data that the form shows; raise it when its words change in meaning. */
export const noticeVersion = 1

/** How long a stop's guest list keeps contacts after it ended, as the note promises, in days. */
export const keptDays = 180
