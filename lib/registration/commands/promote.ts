import 'server-only'
import type { Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { givingOf } from '../rules/offers'
import { promotes, seatsLeft } from '../rules/seats'
import { putLetter } from './letters'
import { type Seats, seatsOf } from './seats'

type Within = { seriesId: string; eventId: string }

/** So many at most in one transaction; the next act or minute goes on. */
const mostAtOnce = 200

/**
 * Hands free seats to those who wait longest, in order, each with a message: given at once until two days before the
 * start, then offered until a deadline (see rules/offers.ts). Offers that ran out go first. Answers how many moved. Does
 * nothing for a stop that is over or called off. Pass `seats` where they were just read.
 */
export async function promoteWaiting(
  tx: Transaction,
  within: Within,
  record: Recorder,
  seats?: Seats,
): Promise<number> {
  let event = seats ?? (await seatsOf(tx, within.eventId))
  if (!promotes(event, event.now)) return 0
  const lapsed = event.offersDue ? await lapseOffers(tx, within, record, event.now) : 0
  if (lapsed > 0) event = await seatsOf(tx, within.eventId)
  const giving = givingOf(event, event.now)
  if (!event.someoneWaits || seatsLeft(event) === 0 || giving.way === 'none') return lapsed
  const next = await tx.registration.findMany({
    where: { eventId: within.eventId, status: 'waitlisted', offerExpiresAt: null },
    orderBy: { waitlistPosition: 'asc' },
    take: Math.min(seatsLeft(event), mostAtOnce),
    select: { id: true },
  })
  for (const { id } of next) {
    await tx.registration.update({
      where: { key: { eventId: within.eventId, id } },
      data:
        giving.way === 'instant'
          ? { status: 'confirmed', confirmedAt: event.now, version: { increment: 1 } }
          : { offeredAt: event.now, offerExpiresAt: giving.until, version: { increment: 1 } },
    })
    await putLetter(tx, giving.way === 'instant' ? 'promoted' : 'offered', { ...within, registrationId: id })
    record(giving.way === 'instant' ? 'registration.promoted' : 'registration.offered', id)
  }
  return lapsed + next.length
}

/** Ends the offers that ran out by the database's clock, in the order of the queue; each is told. Answers how many. */
async function lapseOffers(tx: Transaction, within: Within, record: Recorder, now: Date): Promise<number> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM registrations
    WHERE event_id = ${within.eventId}::uuid AND offer_expires_at <= clock_timestamp()
    ORDER BY waitlist_position LIMIT ${mostAtOnce}`
  for (const { id } of due) {
    await tx.registration.update({
      where: { key: { eventId: within.eventId, id } },
      data: { status: 'cancelled', endCause: 'offer_expired', endedAt: now, version: { increment: 1 } },
    })
    await putLetter(tx, 'lapsed', { ...within, registrationId: id })
    record('registration.offer-expired', id)
  }
  return due.length
}
