import 'server-only'
import { change } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import { every } from '@/lib/jobs/every'
import { type SystemJob, systemJob } from '@/lib/people/scope'
import { Refusal, refuse } from '@/lib/values/refusal'
import { closeHolds } from './holds'
import { promoteWaiting } from './promote'
import { askAgain, releaseUnanswered } from './reconfirm'
import { remindSeated } from './reminders'

type Only = { eventId?: string; seriesId?: string }
const nothing = 'registration.nothing-due'

/**
 * What the clock brings about at every stop that is ahead: offers that ran out end, seats set aside go back at their
 * time, "still coming?" is asked and what found no answer released; what all that freed goes to whoever waits longest;
 * a day before, those with a seat are reminded. Each stop in a transaction of its own, so that it may run twice at once
 * or be killed: the second finds nothing to do; where one fails the others go on, and its error is thrown at the end.
 * Answers the stops where something moved.
 */
export async function moveSeats(_job: SystemJob, only: Only = {}): Promise<string[]> {
  const stops = await stopsDue(only)
  const moved = await every(
    stops.map(
      ({ id, seriesId }) =>
        async () =>
          (await moveAt({ eventId: id, seriesId })) ? [id] : [],
    ),
  )
  return moved.flat()
}

const stopsDue = ({ eventId = '', seriesId = '' }: Only) => database().$queryRaw<{ id: string; seriesId: string }[]>`
  SELECT e.id, e.series_id AS "seriesId" FROM events e
  WHERE e.removed_at IS NULL AND e.published_at IS NOT NULL AND e.cancelled_at IS NULL
    AND e.ends_at > clock_timestamp() AND ${eventId} IN ('', e.id::text) AND ${seriesId} IN ('', e.series_id::text)
    AND (EXISTS (SELECT 1 FROM registrations r WHERE r.event_id = e.id AND r.offer_expires_at <= clock_timestamp())
      OR (e.postponed_at IS NULL AND e.open_count + e.held_seats < e.capacity AND EXISTS (SELECT 1 FROM registrations r
        WHERE r.event_id = e.id AND r.status = 'waitlisted' AND r.offer_expires_at IS NULL))
      OR EXISTS (SELECT 1 FROM holds h WHERE h.event_id = e.id AND h.closed_at IS NULL AND h.expires_at <= clock_timestamp())
      OR e.starts_at - make_interval(days => e.reconfirm_days) <= clock_timestamp()
      OR (e.starts_at - interval '24 hours' <= clock_timestamp() AND e.starts_at > clock_timestamp() AND EXISTS (
        SELECT 1 FROM registrations r WHERE r.event_id = e.id AND r.status = 'confirmed' AND r.reminded_at IS NULL
          AND r.confirmed_at < e.starts_at - interval '24 hours')))
  ORDER BY e.id`

async function moveAt(within: { eventId: string; seriesId: string }): Promise<boolean> {
  try {
    await change(systemJob(within), {}, async (tx, record) => {
      const closed = await closeHolds(tx, record, within, null)
      const asked = await askAgain(tx, record, within)
      const released = await releaseUnanswered(tx, record, within)
      const promoted = await promoteWaiting(tx, within, record)
      const reminded = await remindSeated(tx, record, within)
      if (closed + asked + released + promoted + reminded === 0) refuse(nothing)
    })
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === nothing) return false
    throw error
  }
}
