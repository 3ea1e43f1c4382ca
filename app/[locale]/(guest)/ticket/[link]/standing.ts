import type { Ticket } from '@/lib/registration/queries/ticket'
import type { Locale } from '@/lib/words/load'

/** What the holder needs to know first. */
export type Standing = 'confirmed' | 'waitlisted' | 'pending' | 'declined' | 'cancelled' | 'in'
export type Shown = { ticket: Ticket; standing: Standing; locale: Locale; link: string; inWeChat: boolean }

/** Let in counts more than the registration's own state. */
export const standingOf = (ticket: Ticket): Standing => (ticket.cameInAt ? 'in' : ticket.status)
