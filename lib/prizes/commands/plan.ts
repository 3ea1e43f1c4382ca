import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { movedPast } from '@/lib/sponsors/rules/ledger'
import type { Move } from '@/lib/sponsors/schema/gifts'
import { refuseChanged } from '@/lib/values/mark'
import { refuse } from '@/lib/values/refusal'
import { planAt } from '../queries/plan'
import { placedAt } from '../rules/plan'
import type { Place, Slot } from '../schema/plan'

type Scope = EventScope<'sponsors.edit'>

/** Draws a prize one earlier or one later. Refuses `form.not-found`. */
export const movePrize = (scope: Scope, { id, direction }: Move) =>
  reorder(scope, id, (ids) => movedPast(ids, id, direction))

/** Draws a prize as the n-th. Refuses `form.not-found`. */
export const placePrize = (scope: Scope, { id, place }: Place) => reorder(scope, id, (ids) => placedAt(ids, id, place))

/** Forgets every place, so that the proposed order holds: many small ones first, the big one last. */
export function proposePlan(scope: Scope) {
  return change(scope, {}, async (tx, record) => {
    await tx.prize.updateMany({ where: { ...scope.within }, data: { place: null } })
    record('plan.proposed', null)
  })
}

/**
 * Says in which item of the programme a prize is drawn; none: open. Refuses `form.not-found`; raises ChangedMeanwhile when
 * somebody was faster.
 */
export function slotPrize(scope: Scope, { id, talk, version }: Slot) {
  return change(scope, {}, async (tx, record) => {
    if (talk && !(await tx.talk.count({ where: { ...scope.within, id: talk, removedAt: null } })))
      refuse('form.not-found')
    const before = (await tx.prize.findUnique({ where: scope.key(id) })) ?? refuse('form.not-found')
    refuseChanged({ talk: before.talkId ?? '' }, version)
    await tx.prize.update({ where: scope.key(id), data: { talkId: talk || null } })
    record('plan.slotted', id, { talk: talk || null })
  })
}

function reorder(scope: Scope, id: string, order: (ids: string[]) => string[]) {
  return change(scope, {}, async (tx, record) => {
    const ids = (await planAt(tx, scope)).map((prize) => prize.id)
    if (!ids.includes(id)) refuse('form.not-found')
    await writePlaces(tx, scope.eventId, order(ids))
    record('plan.moved', id)
  })
}

async function writePlaces(tx: Transaction, eventId: string, ids: string[]) {
  for (const [index, id] of ids.entries()) {
    await tx.prize.update({ where: { key: { eventId, id } }, data: { place: index + 1 } })
  }
}
