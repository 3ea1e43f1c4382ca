import 'server-only'
import type { Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { remindsNow } from '../rules/offers'
import { putLetter } from './letters'
import { seatsOf } from './seats'
import type { Within } from './steps'

/** So many at most in one transaction; the next minute goes on. */
const mostAtOnce = 100

/**
 * A step of the clock: a day before the start, and never at night, reminds everybody who had a seat by then and is not
 * in yet, once: when and where, and the way to say "I can't come". Whoever was asked "still coming?" within that day
 * has just heard. Answers how many were reminded.
 */
export async function remindSeated(tx: Transaction, record: Recorder, within: Within): Promise<number> {
  const seats = await seatsOf(tx, within.eventId)
  if (seats.postponedAt || !remindsNow(seats, seats.now)) return 0
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM registrations r JOIN events e ON e.id = r.event_id
    WHERE r.event_id = ${within.eventId}::uuid AND r.status = 'confirmed' AND r.reminded_at IS NULL
      AND r.confirmed_at < e.starts_at - interval '24 hours'
      AND (r.reconfirm_asked_at IS NULL OR r.reconfirm_asked_at < e.starts_at - interval '24 hours')
      AND NOT EXISTS (SELECT 1 FROM check_ins c WHERE c.event_id = r.event_id AND c.registration_id = r.id
        AND c.outcome = 'accepted' AND c.undone_at IS NULL)
    ORDER BY r.id LIMIT ${mostAtOnce}`
  for (const { id } of due) {
    await tx.registration.update({ where: { key: { eventId: within.eventId, id } }, data: { remindedAt: seats.now } })
    await putLetter(tx, 'reminder', { ...within, registrationId: id })
    record('registration.reminded', id)
  }
  return due.length
}
