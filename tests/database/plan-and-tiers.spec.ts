import { database } from '@/lib/database/client'
import { findDrawables } from '@/lib/draws/queries/sessions'
import { proposedOrder } from '@/lib/draws/rules/plan'
import { publishedEvent } from '@/lib/people/scope'
import { addGift, stepGift } from '@/lib/prizes/commands/gifts'
import { movePrize, placePrize, proposePlan, slotPrize } from '@/lib/prizes/commands/plan'
import { receiveGift } from '@/lib/prizes/commands/receive'
import { listPlan } from '@/lib/prizes/queries/plan'
import { addTier, editTier, giveTier, moveTier, removeTier } from '@/lib/sponsors/commands/tiers'
import { findGift } from '@/lib/sponsors/queries/gifts'
import { publicSupport } from '@/lib/sponsors/queries/support'
import { listTiered } from '@/lib/sponsors/queries/tiers'
import { markOf } from '@/lib/values/mark'
import { anEvent, anOrganizerOf } from '../support/factories'
import { aGift, refusalOf, unitsOf } from '../support/sponsors'
import { statementsOf } from '../support/statements'
import { expect, test } from '../support/test'

const titles = async (scope: Parameters<typeof listPlan>[0]) => (await listPlan(scope)).map(({ title }) => title)

test('prizes are drawn many small ones first, the big one last, until somebody says otherwise', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const watch = await addGift(scope, aGift({ title: '手表', quantity: 1 }))
  await addGift(scope, aGift({ title: '贴纸', quantity: 50 }))
  const bag = await addGift(scope, aGift({ title: '背包', quantity: 5 }))
  await addGift(scope, aGift({ title: '只是打算', quantity: 5, status: 'draft' }))
  expect(await titles(scope)).toEqual(['贴纸', '背包', '手表'])
  await movePrize(scope, { id: bag, direction: 'up' })
  expect(await titles(scope)).toEqual(['背包', '贴纸', '手表'])
  await placePrize(scope, { id: watch, place: 1 })
  await addGift(scope, aGift({ title: '后来的', quantity: 3 }))
  expect(await titles(scope)).toEqual(['手表', '背包', '贴纸', '后来的'])
  const stage = await anOrganizerOf('stage.run', { id: scope.eventId, seriesId: scope.seriesId })
  const drawn = proposedOrder((await findDrawables(stage)).prizes)
  expect(
    drawn.map(({ title }) => title),
    'the draw takes the same order',
  ).toEqual(await titles(scope))
  await proposePlan(scope)
  expect(await titles(scope)).toEqual(['贴纸', '背包', '后来的', '手表'])
})

test('a prize has its slot in the programme of its own event only', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const other = await anOrganizerOf('sponsors.edit')
  const raffle = (eventId: string) =>
    database().talk.create({ data: { eventId, kind: 'raffle', title: '抽奖', durationMinutes: 30, position: 1 } })
  const [mine, theirs] = [await raffle(scope.eventId), await raffle(other.eventId)]
  const id = await addGift(scope, aGift())
  const open = markOf({ talk: '' })
  await slotPrize(scope, { id, talk: mine.id, version: open })
  // A page on which it was still open says what stands there now instead.
  await expect(slotPrize(scope, { id, talk: '', version: open })).rejects.toMatchObject({ current: { talk: mine.id } })
  expect((await listPlan(scope))[0]?.talkId).toBe(mine.id)
  expect(await refusalOf(slotPrize(scope, { id, talk: theirs.id }))).toBe('form.not-found')
  for (const act of [
    () => slotPrize(other, { id, talk: theirs.id }),
    () => movePrize(other, { id, direction: 'up' }),
    () => placePrize(other, { id, place: 1 }),
    () => receiveGift(other, { id, counted: 1 }),
  ]) {
    expect(await refusalOf(act())).toBe('form.not-found')
  }
})

test('what comes in is counted against what was promised, and the units follow the count', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const id = await addGift(scope, aGift({ quantity: 10 }))
  await receiveGift(scope, { id, counted: 8 })
  expect(await findGift(scope, id)).toMatchObject({ status: 'received', quantity: 8, promised: 10 })
  expect(await unitsOf(scope, id)).toHaveLength(8)
  expect(await refusalOf(receiveGift(scope, { id, counted: 8 }))).toBe('sponsors.moved-already')
  await stepGift(scope, { id, from: 'received', to: 'pledged' })
  expect(await findGift(scope, id)).toMatchObject({ quantity: 10, promised: null, countedAt: null })
  const some = await addGift(scope, aGift({ title: '雨伞', quantity: null }))
  await receiveGift(scope, { id: some, counted: 3 })
  expect(await findGift(scope, some)).toMatchObject({ quantity: 3, promised: null })
  expect(await unitsOf(scope, some)).toEqual([1, 2, 3])
})

test('sponsors stand by tier and then as they came; without tiers nobody stands above', async () => {
  const event = await anEvent({ published: true })
  const scope = await anOrganizerOf('sponsors.edit', event)
  for (const sponsorName of ['甲', '乙', '丙']) await addGift(scope, aGift({ sponsorName, title: sponsorName }))
  const proof = (await publishedEvent({ id: event.id })) ?? (null as never)
  const shown = async () => (await publicSupport(proof)).map(({ name, tier }) => `${name} ${tier?.name ?? '-'}`)
  expect(await shown()).toEqual(['甲 -', '乙 -', '丙 -'])
  const title = await addTier(scope, { name: '冠名', nameEn: 'Title' })
  const gold = await addTier(scope, { name: '金牌', nameEn: null })
  const ids = new Map((await listTiered(scope)).map(({ name, id }) => [name, id]))
  await giveTier(scope, { sponsorId: ids.get('丙') ?? '', tier: title })
  const none = markOf({ tier: '' })
  await giveTier(scope, { sponsorId: ids.get('乙') ?? '', tier: gold, version: none })
  const second = giveTier(scope, { sponsorId: ids.get('乙') ?? '', tier: title, version: none })
  await expect(second).rejects.toMatchObject({ current: { tier: gold } })
  expect(await shown()).toEqual(['丙 冠名', '乙 金牌', '甲 -'])
  await moveTier(scope, { id: gold, direction: 'up' })
  expect(await shown()).toEqual(['乙 金牌', '丙 冠名', '甲 -'])
  await editTier(scope, { id: gold, name: '钻石', nameEn: 'Diamond' })
  expect(await shown()).toEqual(['乙 钻石', '丙 冠名', '甲 -'])
  // Whoever saves second is shown what the first changed.
  const late = { id: gold, name: '白金', nameEn: null, version: markOf({ name: '金牌', nameEn: '' }) }
  const current = { name: '钻石', nameEn: 'Diamond' }
  await expect(editTier(scope, late)).rejects.toMatchObject({ current, version: markOf(current) })
  await editTier(scope, { ...late, version: markOf(current) })
  expect((await shown())[0]).toBe('乙 白金')
  expect(await refusalOf(removeTier(scope, gold))).toBe('tiers.in-use')
  await giveTier(scope, { sponsorId: ids.get('乙') ?? '', tier: '' })
  await removeTier(scope, gold)
  expect(await refusalOf(addTier(scope, { name: '冠名', nameEn: null }))).toBe('tiers.name-taken')
  const other = await anOrganizerOf('sponsors.edit')
  for (const act of [
    () => editTier(other, { id: title, name: 'x', nameEn: null }),
    () => moveTier(other, { id: title, direction: 'up' }),
    () => removeTier(other, title),
    () => giveTier(other, { sponsorId: ids.get('丙') ?? '', tier: '' }),
  ]) {
    expect(await refusalOf(act())).toBe('form.not-found')
  }
})

test('the plan takes one statement, for one prize or thirty', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  for (const more of [1, 29]) {
    for (let n = 0; n < more; n++) await addGift(scope, aGift({ title: `${more}-${n}`, quantity: 1 }))
    expect(await statementsOf(() => listPlan(scope))).toBe(1)
  }
})
