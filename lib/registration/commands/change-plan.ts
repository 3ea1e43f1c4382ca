import 'server-only'
import { cancelEvent, postponeEvent, rescheduleEvent, resumeEvent } from '@/lib/events/commands/status'
import type { When } from '@/lib/events/schema'
import type { EventScope } from '@/lib/people/scope'
import type { PlanChange } from '../queries/announcement'
import { announce } from './announce'
import { pauseOffers } from './pause-offers'

/** The steps of a stop's life that everybody who registered must hear of; they do, by the same transaction. */
type Scope = EventScope<'event.edit'>

const telling =
  (scope: Scope, change: PlanChange): Parameters<typeof resumeEvent>[1] =>
  (tx, record) =>
    announce(tx, record, scope, change)

/** Likewise, and nobody has to answer an offer meanwhile. */
const pausing =
  (scope: Scope, change: PlanChange): Parameters<typeof resumeEvent>[1] =>
  async (tx, record) => {
    await pauseOffers(tx, record, scope)
    await announce(tx, record, scope, change)
  }

/** `cancelEvent`, and everybody hears why. */
export const callOff = (scope: Scope, reason: string) => cancelEvent(scope, reason, pausing(scope, 'cancelled'))

/** `postponeEvent`, and everybody hears why. */
export const putOff = (scope: Scope, reason: string) => postponeEvent(scope, reason, pausing(scope, 'postponed'))

/** `rescheduleEvent`, and everybody hears the new date. */
export const setNewDate = (scope: Scope, when: When) => rescheduleEvent(scope, when, telling(scope, 'rescheduled'))

/** `resumeEvent`, and everybody who heard otherwise hears that the stop is on. */
export const putOnAgain = (scope: Scope) => resumeEvent(scope, telling(scope, 'resumed'))
