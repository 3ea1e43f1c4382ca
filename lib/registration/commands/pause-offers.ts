import 'server-only'
import type { Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { Within } from './steps'

/**
 * A step: a stop is off, so whoever was offered a seat need not answer for a day that is none: the offer is taken back,
 * their place in the queue stays, and they are the first to be asked once it is on again. Answers how many.
 */
export async function pauseOffers(tx: Transaction, record: Recorder, { eventId }: Within): Promise<number> {
  const paused = await tx.$queryRaw<{ id: string }[]>`
    UPDATE registrations SET offer_expires_at = NULL, offered_at = NULL, version = version + 1
    WHERE event_id = ${eventId}::uuid AND offer_expires_at IS NOT NULL RETURNING id`
  // Nor is anybody asked by a letter that did not leave yet.
  await tx.$executeRaw`
    UPDATE messages SET status = 'withdrawn', last_error = 'superseded', sealed_link = NULL
    WHERE event_id = ${eventId}::uuid AND kind = 'registration-offered' AND status = 'waiting'`
  for (const { id } of paused) record('registration.offer-taken-back', id)
  return paused.length
}
