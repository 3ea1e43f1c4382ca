import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import type { HandOver } from '../schema/units'

/** Whoever stands at the prizes: the crew at the door, the host, or who keeps the ledger. */
type AtPrizes = EventScope<'checkin.run'> | EventScope<'stage.run'> | EventScope<'sponsors.edit'>
const promises = {
  prize_units_promised: () => refuse('prizes.still-promised'),
  prize_units_code_seen: () => refuse('prizes.code-seen'),
}
type Status = 'in_stock' | 'won' | 'handed_over' | 'returned'

/**
 * Gives a won unit to whom it belongs; by whom, when and how is remembered. A thing that the ledger still waits for has
 * evidently arrived. Refuses `prizes.moved-already` when it is not (or no longer) waiting for its winner.
 */
export function handOver(scope: AtPrizes, { id, how }: HandOver) {
  return change(scope, {}, async (tx, record) => {
    await moveUnit(tx, scope, { id, from: 'won', to: 'handed_over', how })
    const unit = await tx.prizeUnit.findUniqueOrThrow({ where: scope.key(id), select: { prizeId: true } })
    const { count } = await tx.gift.updateMany({
      where: { ...scope.within, id: unit.prizeId, status: 'pledged' },
      data: { status: 'received', statusAt: new Date() },
    })
    if (count === 1) record('gift.stepped', unit.prizeId, { from: 'pledged', to: 'received' })
    record('unit.handed-over', id, { how })
  })
}

/**
 * It was a mistake: the unit waits for its winner again. Refuses `prizes.moved-already`, and `prizes.code-seen` for a code
 * that its winner has looked at: it stays theirs.
 */
export function takeBackHandOver(scope: AtPrizes, id: string) {
  return step(scope, { id, from: 'handed_over', to: 'won' }, 'unit.taken-back')
}

/** It is here after all. Refuses `prizes.moved-already`. */
export function takeBackReturn(scope: EventScope<'sponsors.edit'>, id: string) {
  return step(scope, { id, from: 'returned', to: 'in_stock' }, 'unit.return-undone')
}

/**
 * Everything that is left of a prize goes back to whoever gave it; answers how many. Refuses `prizes.nothing-left`, and
 * `prizes.still-promised` while a locked draw has to give it.
 */
export function returnLeftover(scope: EventScope<'sponsors.edit'>, prizeId: string): Promise<number> {
  return change(scope, promises, async (tx, record) => {
    await sayWho(tx, scope, '')
    const { count } = await tx.prizeUnit.updateMany({
      where: { ...scope.within, prizeId, status: 'in_stock' },
      data: { status: 'returned', statusAt: new Date() },
    })
    if (count === 0) refuse('prizes.nothing-left')
    record('units.returned', prizeId, { count })
    return count
  })
}

type Move = { id: string; from: Status; to: Status; how?: string }

function step(scope: AtPrizes, move: Move, verb: string) {
  return change(scope, promises, async (tx, record) => {
    await moveUnit(tx, scope, move)
    record(verb, move.id)
  })
}

async function moveUnit(tx: Transaction, scope: AtPrizes, { id, from, to, how = '' }: Move) {
  await sayWho(tx, scope, how)
  const { count } = await tx.prizeUnit.updateMany({
    where: { ...scope.within, id, status: from },
    data: { status: to, statusAt: new Date() },
  })
  if (count === 1) return
  const there = await tx.prizeUnit.count({ where: { ...scope.within, id } })
  refuse(there ? 'prizes.moved-already' : 'form.not-found')
}

/** Tells Postgres who takes the steps of this transaction and how, for the unit's history. */
async function sayWho(tx: Transaction, { actor }: AtPrizes, how: string) {
  await tx.$executeRaw`SELECT set_config('app.step_how', ${how}, true),
    set_config('app.step_by_kind', ${actor.kind}, true), set_config('app.step_by_id', ${actor.id ?? ''}, true)`
}
