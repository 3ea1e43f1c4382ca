import 'server-only'
import type { Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { refuse } from '@/lib/values/refusal'
import { promotes, type SeatFacts, seatsLeft } from '../rules'
import { putLetter } from './letters'

export type Seats = SeatFacts & { now: Date; someoneWaits: boolean }

/** The facts that decide about seats, and the database's own clock. The event's row must be locked by then. */
export async function seatsOf(tx: Transaction, eventId: string): Promise<Seats> {
  const rows = await tx.$queryRaw<Seats[]>`
    SELECT published_at AS "publishedAt", postponed_at AS "postponedAt", cancelled_at AS "cancelledAt",
      registration_ends_at AS "registrationEndsAt", ends_at AS "endsAt", approval_required AS "approvalRequired",
      capacity, confirmed_count AS "confirmedCount", clock_timestamp() AS now,
      EXISTS (SELECT 1 FROM registrations r WHERE r.event_id = events.id AND r.status = 'waitlisted') AS "someoneWaits"
    FROM events WHERE id = ${eventId}::uuid AND removed_at IS NULL`
  return rows[0] ?? refuse('events.not-found')
}

/** The next place in the queue. Places are handed out under the event's lock, so there is never a gap. */
export async function nextPlace(tx: Transaction, eventId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ place: number }[]>`
    UPDATE events SET waitlist_last = waitlist_last + 1 WHERE id = ${eventId}::uuid RETURNING waitlist_last AS place`
  return rows[0]?.place ?? refuse('events.not-found')
}

/**
 * Gives free seats to those who wait longest, in order, each with a message, until seats or people run out. Answers how
 * many came in. Does nothing for a stop that is over or called off. Pass `seats` where they were just read.
 */
export async function promoteWaiting(
  tx: Transaction,
  within: { seriesId: string; eventId: string },
  record: Recorder,
  seats?: Seats,
): Promise<number> {
  const event = seats ?? (await seatsOf(tx, within.eventId))
  if (!event.someoneWaits || seatsLeft(event) === 0 || !promotes(event, event.now)) return 0
  const next = await tx.registration.findMany({
    where: { eventId: within.eventId, status: 'waitlisted' },
    orderBy: { waitlistPosition: 'asc' },
    take: Math.min(seatsLeft(event), 200),
    select: { id: true },
  })
  for (const { id } of next) {
    await tx.registration.update({
      where: { key: { eventId: within.eventId, id } },
      data: { status: 'confirmed', confirmedAt: event.now, version: { increment: 1 } },
    })
    await putLetter(tx, 'promoted', { ...within, registrationId: id })
    record('registration.promoted', id)
  }
  return next.length
}
