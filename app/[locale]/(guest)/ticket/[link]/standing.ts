import type { Ticket } from '@/lib/registration/queries/ticket'
import { ballotIsAhead } from '@/lib/registration/rules/seats'
import type { Locale } from '@/lib/words/load'

/** What the holder needs to know first. */
export type Standing =
  | 'confirmed'
  | 'waitlisted'
  | 'offered'
  | 'pending'
  | 'ballot'
  | 'declined'
  | 'cancelled'
  | 'lapsed'
  | 'in'
  | 'over'
  | 'missed'
export type Shown = {
  ticket: Ticket
  standing: Standing
  /** The stop has ended: nothing is given, taken back or shown at a door any more. */
  over: boolean
  locale: Locale
  link: string
  inWeChat: boolean
}

/** Has the stop ended, and not only the day it was to be on? */
export const isOver = ({ event }: Ticket, now: Date): boolean =>
  event.endsAt <= now && !event.cancelledAt && !event.postponedAt

/**
 * Let in counts more than the registration's own state; an offer, a ballot and a missed offer are told as what they are.
 * An offer ends by the clock, also where nobody noticed yet.
 */
export function standingOf(ticket: Ticket, now: Date): Standing {
  if (ticket.cameInAt) return 'in'
  if (isOver(ticket, now) && ticket.status === 'confirmed') return 'over'
  if (isOver(ticket, now) && (ticket.status === 'waitlisted' || ticket.status === 'pending')) return 'missed'
  if (ticket.status === 'waitlisted' && ticket.offerExpiresAt) return ticket.offerExpiresAt > now ? 'offered' : 'lapsed'
  if (ticket.status === 'pending' && ballotIsAhead(ticket.event)) return 'ballot'
  if (ticket.status === 'cancelled' && ticket.endCause === 'offer_expired') return 'lapsed'
  return ticket.status
}
