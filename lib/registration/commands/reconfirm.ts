import 'server-only'
import { change, type Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { TicketHolder } from '@/lib/people/holder'
import { refuse } from '@/lib/values/refusal'
import { putLetter } from './letters'
import { seatsOf } from './seats'
import { endRegistration, stateOf, type Within } from './steps'

/** So many at most in one transaction; the next minute goes on. */
const mostAtOnce = 100

/** "Yes, I'm coming": one press. Refuses where nobody asked. */
export const reconfirmMine = (ticket: TicketHolder) =>
  change(ticket, {}, async (tx, record) => {
    const { eventId, subjectId: id } = ticket
    const { status, reconfirmAskedAt } = await stateOf(tx, ticket, id)
    if (status !== 'confirmed' || !reconfirmAskedAt) refuse('registration.nobody-asked')
    const { now } = await seatsOf(tx, eventId)
    await tx.registration.update({
      where: { key: { eventId, id } },
      data: { reconfirmedAt: now, version: { increment: 1 } },
    })
    record('registration.reconfirmed', id)
  })

/**
 * A step of the clock: asks "still coming?" of whoever had a seat of the public pool before the asking began, once, and
 * is not in yet. Answers how many were asked.
 */
export async function askAgain(tx: Transaction, record: Recorder, within: Within): Promise<number> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM registrations r JOIN events e ON e.id = r.event_id
    WHERE r.event_id = ${within.eventId}::uuid AND r.status = 'confirmed' AND r.hold_id IS NULL
      AND r.reconfirm_asked_at IS NULL AND e.postponed_at IS NULL AND e.starts_at > clock_timestamp()
      AND e.starts_at - make_interval(days => e.reconfirm_days) <= clock_timestamp()
      AND r.confirmed_at < e.starts_at - make_interval(days => e.reconfirm_days)
      AND NOT EXISTS (SELECT 1 FROM check_ins c WHERE c.event_id = r.event_id AND c.registration_id = r.id
        AND c.outcome = 'accepted' AND c.undone_at IS NULL)
    ORDER BY r.id LIMIT ${mostAtOnce}`
  const { now } = await seatsOf(tx, within.eventId)
  for (const { id } of due) {
    await tx.registration.update({ where: { key: { eventId: within.eventId, id } }, data: { reconfirmAskedAt: now } })
    await putLetter(tx, 'reconfirm', { ...within, registrationId: id })
    record('registration.asked-again', id)
  }
  return due.length
}

/**
 * A step of the clock: seats whose holders were asked at least half a day ago and did not answer go back, at the time
 * the question named. Answers how many.
 */
export async function releaseUnanswered(tx: Transaction, record: Recorder, within: Within): Promise<number> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM registrations r JOIN events e ON e.id = r.event_id
    WHERE r.event_id = ${within.eventId}::uuid AND r.status = 'confirmed' AND r.reconfirmed_at IS NULL
      AND r.reconfirm_asked_at < clock_timestamp() - interval '12 hours' AND e.postponed_at IS NULL
      AND e.starts_at > clock_timestamp()
      AND e.starts_at - make_interval(hours => e.reconfirm_release_hours) <= clock_timestamp()
      AND NOT EXISTS (SELECT 1 FROM check_ins c WHERE c.event_id = r.event_id AND c.registration_id = r.id
        AND c.outcome = 'accepted' AND c.undone_at IS NULL)
    ORDER BY r.id LIMIT ${mostAtOnce}`
  for (const { id } of due) {
    await endRegistration(tx, record, within, { id, as: 'cancelled', cause: 'not_reconfirmed' })
    await putLetter(tx, 'released', { ...within, registrationId: id })
  }
  return due.length
}
