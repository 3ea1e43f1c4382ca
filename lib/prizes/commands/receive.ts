import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import type { Received } from '@/lib/sponsors/schema/gifts'
import { refuse } from '@/lib/values/refusal'
import { settleGift } from './settle'

/**
 * A promised gift is here: what was counted becomes its quantity, what was promised is remembered beside it, and a prize
 * has exactly as many units as came in. Answers the title. Refuses `sponsors.moved-already`, `prizes.units-taken`,
 * `prizes.codes-there`.
 */
export function receiveGift(scope: EventScope<'sponsors.edit'>, { id, counted }: Received): Promise<string> {
  return change(
    scope,
    {
      prize_units_within_gift: () => refuse('prizes.more-than-given', { field: 'counted' }),
      gifts_frozen_by_draw: () => refuse('prizes.frozen'),
      prize_codes_unit_stays: () => refuse('prizes.codes-there', { field: 'counted' }),
    },
    async (tx, record) => {
      const gift = await tx.gift.findUnique({ where: scope.key(id), include: { prize: true } })
      if (!gift || gift.removedAt) return refuse('form.not-found')
      if (gift.status !== 'pledged') refuse('sponsors.moved-already')
      const now = new Date()
      const count = counted === null ? {} : { quantity: counted, promised: gift.quantity, countedAt: now }
      await tx.gift.update({
        where: scope.key(id),
        data: { status: 'received', statusAt: now, ...count, version: { increment: 1 } },
      })
      await settleGift(tx, scope.eventId, id)
      record('gift.received', id, { counted, promised: gift.quantity })
      return gift.title
    },
  )
}

/** A step: a gift is not here after all, so that what was promised counts again. */
export async function takeBackCount(tx: Transaction, eventId: string, id: string): Promise<void> {
  const gift = await tx.gift.findUniqueOrThrow({
    where: { key: { eventId, id } },
    select: { countedAt: true, promised: true },
  })
  if (!gift.countedAt) return
  const data = { quantity: gift.promised, promised: null, countedAt: null }
  await tx.gift.update({ where: { key: { eventId, id } }, data })
  await settleGift(tx, eventId, id)
}
