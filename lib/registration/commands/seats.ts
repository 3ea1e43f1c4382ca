import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { refuse } from '@/lib/values/refusal'
import type { SeatFacts } from '../rules/seats'

export type Seats = SeatFacts & {
  timeZone: string
  now: Date
  /** Somebody waits without an offer. */
  someoneWaits: boolean
  /** An offer ran out and nobody noticed yet. */
  offersDue: boolean
  /** How many wait, those with an offer included. */
  waiting: number
}

/** The facts that decide about seats, and the database's own clock. The event's row must be locked by then. */
export async function seatsOf(tx: Transaction, eventId: string): Promise<Seats> {
  const rows = await tx.$queryRaw<Seats[]>`
    SELECT published_at AS "publishedAt", postponed_at AS "postponedAt", cancelled_at AS "cancelledAt",
      registration_ends_at AS "registrationEndsAt", starts_at AS "startsAt", ends_at AS "endsAt", time_zone AS "timeZone",
      approval_required AS "approvalRequired", entry_mode AS "entryMode", ballot_ends_at AS "ballotEndsAt",
      ballot_drawn_at AS "ballotDrawnAt", capacity, held_seats AS "heldSeats", open_count AS "openCount",
      clock_timestamp() AS now,
      EXISTS (SELECT 1 FROM registrations r WHERE r.event_id = events.id AND r.status = 'waitlisted'
        AND r.offer_expires_at IS NULL) AS "someoneWaits",
      EXISTS (SELECT 1 FROM registrations r WHERE r.event_id = events.id
        AND r.offer_expires_at <= clock_timestamp()) AS "offersDue",
      COALESCE((SELECT total FROM registration_counts c WHERE c.event_id = events.id AND c.status = 'waitlisted'), 0)
        AS waiting
    FROM events WHERE id = ${eventId}::uuid AND removed_at IS NULL`
  return rows[0] ?? refuse('events.not-found')
}

/** The next place in the queue. Places are handed out under the event's lock, so there is never a gap. */
export async function nextPlace(tx: Transaction, eventId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ place: number }[]>`
    UPDATE events SET waitlist_last = waitlist_last + 1 WHERE id = ${eventId}::uuid RETURNING waitlist_last AS place`
  return rows[0]?.place ?? refuse('events.not-found')
}
