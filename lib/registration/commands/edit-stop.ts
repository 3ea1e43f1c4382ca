import 'server-only'
import { editEvent } from '@/lib/events/commands/edit'
import type { EditEvent } from '@/lib/events/schema'
import type { EventScope } from '@/lib/people/scope'
import { announce } from './announce'
import { promoteWaiting } from './promote'

/**
 * `editEvent`, and in the same transaction those who wait get what a raised capacity frees, in order, and everybody who
 * registered hears of another time.
 */
export const editStop = (scope: EventScope<'event.edit'>, input: EditEvent) =>
  editEvent(scope, input, async (tx, record, { before, after }) => {
    await promoteWaiting(tx, scope, record)
    const moved =
      before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime()
    const on = before.publishedAt && !before.cancelledAt && !before.postponedAt
    if (on && moved && after.endsAt > new Date()) await announce(tx, record, scope, 'rescheduled')
  })
