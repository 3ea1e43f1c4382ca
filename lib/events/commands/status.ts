import 'server-only'
import { change, type Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { Event, Prisma } from '@/lib/database/generated/client'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { factsBeforePublish } from '../queries'
import { ballotIsTooLate, canPublish, checklistBeforePublish, type EventStatus, spanOf, statusOf } from '../rules'
import type { When } from '../schema'
import { eventPromises } from './create'
import type { Alongside } from './edit'

type Scope = EventScope<'event.edit'>

/** Makes a draft public. Refuses `events.not-ready` while something on the list before publishing blocks. */
export const publishEvent = (scope: Scope) =>
  step(scope, ['draft'], async (tx, event, now) => {
    const facts = await factsBeforePublish(tx, event)
    if (!canPublish(checklistBeforePublish(facts, now))) refuse('events.not-ready')
    return { data: { publishedAt: now }, verb: 'event.published' }
  })

/** Takes an event off the public pages. Refused once somebody registered: call it off instead, so that they learn why. */
export const unpublishEvent = (scope: Scope) =>
  step(scope, ['published', 'postponed', 'cancelled', 'past'], async (tx) => {
    const live = await tx.registration.count({
      where: { ...scope.within, status: { in: ['pending', 'confirmed', 'waitlisted'] } },
    })
    if (live > 0) refuse('events.has-guests', { values: { count: live } })
    return {
      data: { publishedAt: null, postponedAt: null, cancelledAt: null, changeReason: '' },
      verb: 'event.unpublished',
    }
  })

/** Puts an event off until a new date is known; the reason is public. */
export const postponeEvent = (scope: Scope, changeReason: string, alongside?: Alongside) =>
  step(
    scope,
    ['published'],
    async (_tx, _event, now) => ({ data: { postponedAt: now, changeReason }, verb: 'event.postponed' }),
    alongside,
  )

/** Calls an event off; the reason is public. */
export const cancelEvent = (scope: Scope, changeReason: string, alongside?: Alongside) =>
  step(
    scope,
    ['published', 'postponed'],
    async (_tx, _event, now) => ({ data: { cancelledAt: now, changeReason }, verb: 'event.cancelled' }),
    alongside,
  )

/** Takes a postponement or cancellation back: the event is on again, at its date. */
export const resumeEvent = (scope: Scope, alongside?: Alongside) =>
  step(
    scope,
    ['postponed', 'cancelled'],
    async () => ({ data: { postponedAt: null, cancelledAt: null, changeReason: '' }, verb: 'event.resumed' }),
    alongside,
  )

/**
 * Gives a postponed event its new time, by which it is on again; an end of registration that lies behind, or after it, is
 * none any more. Refuses a time that is over, and one before the end of a ballot that is still to be drawn.
 */
export const rescheduleEvent = (scope: Scope, when: When, alongside?: Alongside) =>
  step(
    scope,
    ['postponed'],
    async (_tx, event, now) => {
      const span = spanOf(when)
      if (span.startsAt <= now) refuse('events.time-is-over', { field: 'date' })
      if (ballotIsTooLate(event, span.startsAt)) refuse('events.ballot-after-start', { field: 'date' })
      const ends = event.registrationEndsAt
      const late = ends && (ends <= now || ends > span.endsAt)
      const data = { ...span, timeZone: when.timeZone, postponedAt: null, changeReason: '' }
      return { data: { ...data, ...(late ? { registrationEndsAt: null } : {}) }, verb: 'event.rescheduled' }
    },
    alongside,
  )

type Step = { data: Prisma.EventUpdateInput; verb: string }

/** One step of an event's life, from one of the given states; refuses `events.not-now` from any other. */
async function step(
  scope: Scope,
  from: readonly EventStatus[],
  plan: (tx: Transaction, event: Event, now: Date) => Promise<Step>,
  alongside: Alongside = async () => {},
): Promise<{ id: string }> {
  return change(scope, eventPromises, async (tx: Transaction, record: Recorder) => {
    const event = await tx.event.findUniqueOrThrow({ where: { id: scope.eventId } })
    const now = await clock(tx)
    if (!from.includes(statusOf(event, now))) refuse('events.not-now')
    const { data, verb } = await plan(tx, event, now)
    await tx.event.update({ where: { id: scope.eventId }, data: { ...data, version: { increment: 1 } } })
    record(verb, scope.eventId)
    await alongside(tx, record)
    return { id: scope.eventId }
  })
}

// Deadlines are judged by the database's clock, which all nodes share.
async function clock(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
  return row?.now ?? refuse('events.not-found')
}
