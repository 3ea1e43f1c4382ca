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
export type Shown = { ticket: Ticket; standing: Standing; locale: Locale; link: string; inWeChat: boolean }

/** Let in counts more than the registration's own state; an offer, a ballot and a missed offer are told as what they are. */
export function standingOf(ticket: Ticket): Standing {
  if (ticket.cameInAt) return 'in'
  if (ticket.status === 'waitlisted' && ticket.offerExpiresAt) return 'offered'
  if (ticket.status === 'pending' && ballotIsAhead(ticket.event)) return 'ballot'
  if (ticket.status === 'cancelled' && ticket.endCause === 'offer_expired') return 'lapsed'
  return ticket.status
}
