import { database } from '@/lib/database/client'
import { closeSession } from '@/lib/draws/commands/plan'
import type { EventScope } from '@/lib/people/scope'
import { addGift, editGift, removeGift, stepGift } from '@/lib/prizes/commands/gifts'
import { handOver, returnLeftover, takeBackHandOver, takeBackReturn } from '@/lib/prizes/commands/units'
import { listUnits } from '@/lib/prizes/queries/units'
import { findGift } from '@/lib/sponsors/queries/gifts'
import { aRaffle, goOn, lockNow, planned, seen, viewed } from '../support/draws'
import { anEvent, anOrganizerOf } from '../support/factories'
import { aGift, refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

type Scope = EventScope<'sponsors.edit'>

/** A prize of three, of which the first is won; answers its id and its units. */
async function aPrize(scope: Scope) {
  const prizeId = await addGift(scope, aGift({ quantity: 3 }))
  await database().prizeUnit.updateMany({ where: { ...scope.within, prizeId, number: 1 }, data: { status: 'won' } })
  return { prizeId, units: (await listUnits(scope, prizeId)).map(({ id }) => id) as [string, string, string] }
}

test('a won unit is handed over once, by somebody, somehow, and all of it is remembered', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { prizeId, units } = await aPrize(scope)
  const both = await Promise.all([1, 2].map(() => refusalOf(handOver(scope, { id: units[0], how: 'proxy' }))))
  expect(both.sort()).toEqual(['done', 'prizes.moved-already'])
  await takeBackHandOver(scope, units[0])
  await handOver(scope, { id: units[0], how: 'hand' })
  const [first] = await listUnits(scope, prizeId)
  expect(first?.status).toBe('handed_over')
  expect(first?.steps.map(({ from, to, how, byId }) => [from, to, how, byId])).toEqual([
    ['won', 'handed_over', 'hand', scope.actorId],
    ['handed_over', 'won', '', scope.actorId],
    ['won', 'handed_over', 'proxy', scope.actorId],
    ['in_stock', 'won', '', null],
  ])
  // What was given away is here: the ledger no longer waits for it.
  expect((await findGift(scope, prizeId))?.status).toBe('received')
  expect(await refusalOf(handOver(scope, { id: units[1], how: 'hand' }))).toBe('prizes.moved-already')
})

test('what nobody won goes back to whoever gave it, all that is left, and each can be taken back', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { prizeId, units } = await aPrize(scope)
  expect(await returnLeftover(scope, prizeId)).toBe(2)
  await takeBackReturn(scope, units[1])
  expect(await refusalOf(takeBackReturn(scope, units[1]))).toBe('prizes.moved-already')
  expect(await refusalOf(takeBackReturn(scope, units[0]))).toBe('prizes.moved-already')
  expect(await returnLeftover(scope, prizeId)).toBe(1)
  expect(await refusalOf(returnLeftover(scope, prizeId))).toBe('prizes.nothing-left')
  expect((await listUnits(scope, prizeId)).map(({ status }) => status)).toEqual(['won', 'returned', 'returned'])
})

test('units are moved at their own event only, by whom it concerns', async () => {
  const event = await anEvent()
  const scope = await anOrganizerOf('sponsors.edit', event)
  const { prizeId, units } = await aPrize(scope)
  const other = await anOrganizerOf('sponsors.edit')
  for (const act of [
    () => handOver(other, { id: units[0], how: 'hand' as const }),
    () => takeBackHandOver(other, units[0]),
    () => takeBackReturn(other, units[1]),
  ]) {
    expect(await refusalOf(act())).toBe('form.not-found')
  }
  expect(await refusalOf(returnLeftover(other, prizeId))).toBe('prizes.nothing-left')
  await handOver(await anOrganizerOf('checkin.run', event), { id: units[0], how: 'post' })
})

test('a locked draw freezes what it promises: name, kind and at least as many units; more may come', async () => {
  const { event, scope: stage } = await aRaffle({ people: 20, prizes: [['抱枕', 2]] })
  const scope = await anOrganizerOf('sponsors.edit', event)
  const gift = await database().gift.findFirstOrThrow({ where: scope.within, select: { id: true } })
  const { sponsorName: _sponsor, status: _status, ...same } = aGift({ title: '抱枕', quantity: 2, thanks: '' })
  const edit = async (given: object) => {
    const { version = 0 } = (await findGift(scope, gift.id)) ?? {}
    return refusalOf(editGift(scope, { ...same, ...given, id: gift.id, version }))
  }
  // Before the lock everything can still be changed: the control.
  await planned(stage)
  expect(await edit({ title: '枕头' })).toBe('done')
  expect(await refusalOf(lockNow(stage))).toBe('draws.prizes-changed')
  expect(await edit({ quantity: 1 })).toBe('done')
  expect(await refusalOf(lockNow(stage))).toBe('draws.prizes-changed')
  expect(await edit({})).toBe('done')
  await lockNow(stage)
  expect(await edit({ title: '枕头' })).toBe('prizes.frozen')
  expect(await edit({ titleEn: 'Pillow' })).toBe('prizes.frozen')
  expect(await edit({ quantity: 1 })).toBe('prizes.frozen')
  expect(await edit({ sort: 'prize-voucher' })).toBe('prizes.frozen')
  expect(await refusalOf(removeGift(scope, gift.id))).toBe('prizes.frozen')
  expect(await refusalOf(stepGift(scope, { id: gift.id, from: 'pledged', to: 'declined' }))).toBe('prizes.frozen')
  expect(await edit({ quantity: 5, delivery: '改成快递', note: '要拆箱' })).toBe('done')
  expect(await edit({ quantity: 3 })).toBe('done')
  expect(await refusalOf(returnLeftover(scope, gift.id))).toBe('prizes.still-promised')
  const byHand = database().gift.update({ where: scope.key(gift.id), data: { title: '别的' } })
  await expect(byHand).rejects.toThrow(/gifts_frozen_by_draw/)
  while (await goOn(stage)) {}
  expect(await returnLeftover(scope, gift.id), 'what nobody won may go').toBe(1)
  expect((await listUnits(scope, gift.id)).map(({ status }) => status)).toEqual(['won', 'won', 'returned'])
})

test('a locked draw keeps its units though an earlier one gave as many of the same prize', async () => {
  const { event, scope: stage } = await aRaffle({ people: 20, prizes: [['抱枕', 2]] })
  const scope = await anOrganizerOf('sponsors.edit', event)
  await planned(stage)
  await lockNow(stage)
  while (await goOn(stage)) {}
  await closeSession(stage, seen(await viewed(stage)))
  const gift = await database().gift.findFirstOrThrow({ where: scope.within })
  const { sponsorName: _sponsor, status: _status, ...same } = aGift({ title: '抱枕', thanks: '' })
  const edit = async (quantity: number) => {
    const { version = 0 } = (await findGift(scope, gift.id)) ?? {}
    return refusalOf(editGift(scope, { ...same, quantity, id: gift.id, version }))
  }
  expect(await edit(4)).toBe('done')
  await planned(stage, { oneEach: false })
  await lockNow(stage)
  expect(await edit(3)).toBe('prizes.frozen')
  expect(await edit(5)).toBe('done')
  expect(await edit(4), 'what is over may go').toBe('done')
  while (await goOn(stage)) {}
  expect((await listUnits(scope, gift.id)).map(({ status }) => status)).toEqual(['won', 'won', 'won', 'won'])
})
