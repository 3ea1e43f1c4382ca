import { statusOf } from '@/lib/events/rules'
import { searchable } from '@/lib/values/pinyin'

/** The instants and numbers that decide about a seat, as Postgres has them. */
export type SeatFacts = SeatNumbers & {
  publishedAt: Date | null
  postponedAt: Date | null
  cancelledAt: Date | null
  registrationEndsAt: Date | null
  startsAt: Date
  endsAt: Date
  approvalRequired: boolean
  entryMode: 'open' | 'ballot' | 'invitation'
  ballotEndsAt: Date | null
  ballotDrawnAt: Date | null
}

/** Seats of a stop: all, those set aside, and those of the public pool that are confirmed or offered. */
type SeatNumbers = { capacity: number; heldSeats: number; openCount: number }

/** The states of somebody who is coming or may come. */
export type Live = 'pending' | 'confirmed' | 'waitlisted'

/** May anybody register now? The states of the world in which one can't go by the names of their refusals. */
export type Openness = 'open' | 'not-published' | 'cancelled' | 'postponed' | 'past' | 'closed' | 'drawing'

export function opennessOf(event: SeatFacts, now: Date): Openness {
  const status = statusOf(event, now)
  if (status === 'draft') return 'not-published'
  if (status !== 'published') return status
  if (event.registrationEndsAt && event.registrationEndsAt <= now) return 'closed'
  return ballotIsAhead(event) && event.ballotEndsAt && event.ballotEndsAt <= now ? 'drawing' : 'open'
}

/** Do registrations enter a ballot that is not drawn yet? Afterwards the stop goes on as an open one. */
export const ballotIsAhead = (event: Pick<SeatFacts, 'entryMode' | 'ballotDrawnAt'>): boolean =>
  event.entryMode === 'ballot' && event.ballotDrawnAt === null

/**
 * What a new registration without an invitation becomes. The ballot and approval come before the question of seats;
 * nobody passes those who wait.
 */
export function seatFor(event: SeatFacts, someoneWaits: boolean): 'pending' | 'confirmed' | 'waitlisted' {
  if (event.approvalRequired || ballotIsAhead(event)) return 'pending'
  return seatsLeft(event) > 0 && !someoneWaits ? 'confirmed' : 'waitlisted'
}

/**
 * What a ticket shows to whoever registers a contact that is registered already: what somebody new would get, so that
 * nobody learns of the first one; but never a seat that the first one does not have.
 */
export const shownInstead = (fresh: Live, first: Live): Live =>
  fresh === 'confirmed' && first !== 'confirmed' ? first : fresh

/** Seats of the public pool that are neither taken nor offered; those set aside never count. */
export const seatsLeft = ({ capacity, heldSeats, openCount }: SeatNumbers): number =>
  Math.max(0, capacity - heldSeats - openCount)

/** Are seats still handed out? Not for a stop that is over, called off, or postponed: for which day would they be? */
export function promotes(
  event: Pick<SeatFacts, 'publishedAt' | 'postponedAt' | 'cancelledAt' | 'endsAt'>,
  now: Date,
): boolean {
  return event.publishedAt !== null && !event.cancelledAt && !event.postponedAt && event.endsAt > now
}

/** When seats whose holders did not answer "still coming?" go back, or null when they never do. */
export const releasesAt = (event: { startsAt: Date; reconfirmReleaseHours: number | null }): Date | null =>
  event.reconfirmReleaseHours === null
    ? null
    : new Date(event.startsAt.getTime() - event.reconfirmReleaseHours * 3_600_000)

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
  if ((event.approvalRequired || ballotIsAhead(event)) && !registration.wasApproved) return 'pending'
  return seatsLeft(event) > 0 && !someoneWaits ? 'confirmed' : 'waitlisted'
}

/** What a guest list is searched by: name, pinyin, initials, the phone's last four digits or the mail's domain. */
export function searchTextOf(name: string, contact: string): string {
  const at = contact.indexOf('@')
  if (at < 1) return `${searchable(name)} ${contact.slice(-4)}`
  const labels = contact.slice(at + 1).split('.')
  // mail.example.com is also found by example.com, though not by com.
  const domains = labels.slice(0, -1).map((_, n) => labels.slice(n).join('.'))
  return `${searchable(name)} ${domains.slice(0, 4).join(' ')}`
}

/** An address without a label behind a plus, which leads to the same mailbox; a phone number as it is. */
export const contactWithoutLabel = (contact: string): string =>
  contact.includes('@') ? contact.replace(/(?<!^)\+[^@]*@/, '@') : contact

/** The words of a search: at most five, lower case, each of which must be found. */
export const searchWords = (typed: string): string[] =>
  typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5)

/** The version of the note on personal data that the form shows; raise it when its words change in meaning. */
export const noticeVersion = 1

/** How long a stop's guest list keeps contacts after it ended, as the note promises, in days. */
export const keptDays = 180
