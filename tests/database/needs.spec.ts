import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { sealCodes } from '@/lib/prizes/commands/codes'
import {
  addGift,
  answerAsk,
  editOwnGift,
  logGift,
  removeGift,
  restoreOwnGift,
  stepGift,
} from '@/lib/prizes/commands/gifts'
import { offerHelp } from '@/lib/prizes/commands/offers'
import {
  addNeed,
  closeBoard,
  editNeed,
  moveNeed,
  openBoard,
  removeNeed,
  restoreNeed,
  takeNeeds,
} from '@/lib/sponsors/commands/needs'
import { isKnownDesk } from '@/lib/sponsors/queries/chat'
import { findDesk } from '@/lib/sponsors/queries/desk'
import { listNeeds, publicNeeds } from '@/lib/sponsors/queries/needs'
import { publicSupport } from '@/lib/sponsors/queries/support'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import { passGuard } from '@/lib/web/limit'
import { anEvent, anOrganizerOf } from '../support/factories'
import { aBoard, aNeed, anOffer, onceOf } from '../support/needs'
import { aDeskGift, aGift, deskOf, refusalOf, unitsOf } from '../support/sponsors'
import { statementsOf } from '../support/statements'
import { expect, test } from '../support/test'

test('a need counts what answers it: promised, here, and offered but not confirmed', async () => {
  const { scope, need, proof } = await aBoard()
  const gift = await addGift(scope, aGift({ sort: 'food', title: '咖啡', quantity: 50 }))
  await database().gift.update({ where: scope.key(gift), data: { needId: need } })
  const offer = anOffer({ need, quantity: '30' })
  const desk = await offerHelp(proof, offer, onceOf(offer))
  expect(await publicNeeds(proof)).toMatchObject([{ id: need, quantity: 80, pledged: 50, lacking: 30, covered: false }])
  await stepGift(scope, { id: desk?.giftId ?? '', from: 'offered', to: 'pledged' })
  expect(await publicNeeds(proof)).toMatchObject([{ pledged: 80, lacking: 0, covered: true }])
  expect((await listNeeds(scope))[0]?.gifts.map(({ status }) => status)).toEqual(['pledged', 'pledged'])
})

test('a gift answers a need of its own event only', async () => {
  const { scope, need } = await aBoard()
  const other = await anOrganizerOf('sponsors.edit')
  expect(await refusalOf(addGift(other, aGift({ needId: need })))).toBe('needs.gone')
  const id = await addGift(scope, aGift({ needId: need, sort: 'food', quantity: 80 }))
  expect((await listNeeds(scope))[0]?.gifts.map((gift) => gift.id)).toEqual([id])
})

test('whoever offers help gets a desk at once, and nobody sees the offer before it is confirmed', async () => {
  const { scope, need, proof } = await aBoard()
  const offer = anOffer({ need })
  const made = await offerHelp(proof, offer, onceOf(offer))
  const desk = await deskOf(made?.secret ?? '')
  expect((await findDesk(desk))?.gifts).toMatchObject([{ title: '八十杯咖啡', status: 'offered', quantity: 80 }])
  expect(await publicSupport(proof)).toEqual([])
  const edit = {
    id: made?.giftId ?? '',
    version: '1',
    sort: 'food',
    title: '一百杯咖啡',
    delivery: '',
    thanks: '小满',
  } as const
  await editOwnGift(desk, { ...edit, version: 1, quantity: 100, admits: null })
  await stepGift(scope, { id: made?.giftId ?? '', from: 'offered', to: 'pledged' })
  expect((await publicSupport(proof)).map(({ name }) => name)).toEqual(['小满'])
})

test('a name anybody may type opens nothing of the sponsor who has it', async () => {
  const { scope, need, proof } = await aBoard()
  await addGift(scope, aGift({ sponsorName: '联想YOGA', title: '秘密礼盒' }))
  const offer = anOffer({ need, thanks: '联想YOGA' })
  const made = await offerHelp(proof, offer, onceOf(offer))
  const desk = await deskOf(made?.secret ?? '')
  const opened = await findDesk(desk)
  expect(opened?.sponsor.name).toBe('联想YOGA · 2')
  expect(JSON.stringify(opened)).not.toContain('秘密礼盒')
})

test('whoever offered by themselves makes nothing public at their desk before an organiser’s word', async () => {
  const { scope, need, proof } = await aBoard()
  const offer = anOffer({ need, thanks: '联想YOGA' })
  const made = await offerHelp(proof, offer, onceOf(offer))
  const desk = await deskOf(made?.secret ?? '')
  const id = made?.giftId ?? ''
  const more = await logGift(desk, aDeskGift({ title: '再来一份' }))
  await stepGift(scope, { id, from: 'offered', to: 'declined' })
  expect(await refusalOf(answerAsk(desk, { id, from: 'declined', to: 'pledged' }))).toBe('sponsors.no-such-step')
  expect(await publicSupport(proof)).toEqual([])
  // Nor does the name that they typed open what its owner gives.
  await addGift(scope, aGift({ sponsorName: '联想YOGA', title: '秘密礼盒' }))
  const opened = await findDesk(desk)
  expect(opened?.sponsor.name).toBe('联想YOGA · 2')
  expect(JSON.stringify(opened)).not.toContain('秘密礼盒')
  expect(await isKnownDesk(desk), 'no model is asked for a stranger').toBe(false)
  // Nothing is written by the thousand for what only waits, whatever number a stranger types.
  expect(await unitsOf(scope, more)).toEqual([])
  const codes = await logGift(desk, aDeskGift({ sort: 'prize-code', title: '一万个码', quantity: 10_000 }))
  expect(await unitsOf(scope, codes)).toEqual([])
  const seal = () => refusalOf(sealCodes(desk, { id: codes, raise: true, codes: ['A1', 'B2'], twice: 0 }))
  expect(await seal()).toBe('prizes.codes-after-yes')
  await stepGift(scope, { id: codes, from: 'offered', to: 'declined' })
  await stepGift(scope, { id: more, from: 'offered', to: 'pledged' })
  expect(await unitsOf(scope, more)).toHaveLength(10)
  await stepGift(scope, { id: more, from: 'pledged', to: 'offered' })
  expect(await unitsOf(scope, more)).toEqual([])
  await stepGift(scope, { id: more, from: 'offered', to: 'pledged' })
  expect(await isKnownDesk(desk)).toBe(true)
  await removeGift(scope, more)
  expect(await refusalOf(restoreOwnGift(desk, more))).toBe('form.not-found')
})

test('the same pledge posted fifty times at once is one gift and one desk', async () => {
  const { scope, need, proof } = await aBoard()
  const offer = anOffer({ need })
  const once = onceOf(offer)
  const made = await Promise.all(Array.from({ length: 50 }, () => offerHelp(proof, offer, once)))
  expect(new Set(made.map((desk) => desk?.linkId)).size).toBe(1)
  expect(await database().gift.count({ where: scope.within })).toBe(1)
  const other = await offerHelp(proof, offer, onceOf(offer))
  expect(other, 'with another key it is known already, and opens nothing').toBeNull()
  expect(await database().gift.count({ where: scope.within })).toBe(1)
})

test('control: fifty offers that differ are fifty gifts', async () => {
  const { scope, need, proof } = await aBoard()
  const offers = Array.from({ length: 50 }, (_, n) => anOffer({ need, title: `第 ${n} 份` }))
  await Promise.all(offers.map((offer) => offerHelp(proof, offer, onceOf(offer))))
  expect(await database().gift.count({ where: scope.within })).toBe(50)
})

test('a key that was used for something else is refused, and no secret is stored readable', async () => {
  const { need, proof } = await aBoard()
  const offer = anOffer({ need })
  const key = randomUUID()
  const made = await offerHelp(proof, offer, { key, input: offer })
  expect(await refusalOf(offerHelp(proof, anOffer({ need }), { key, input: 'other' }))).toBe(
    'form.key-used-for-something-else',
  )
  const stored = await database().requestKey.findMany({ where: { key } })
  expect(JSON.stringify(stored)).not.toContain(made?.secret ?? 'nothing')
})

test('an offer for a need taken off meanwhile, or for a closed board or a past stop, is answered clearly', async () => {
  const { event, scope, need, proof } = await aBoard()
  await removeNeed(scope, need)
  const offer = anOffer({ need })
  expect(await refusalOf(offerHelp(proof, offer, onceOf(offer)))).toBe('needs.gone')
  const general = { ...offer, need: '' as const }
  expect(await refusalOf(offerHelp(proof, general, onceOf(general)))).toBe('done')
  await closeBoard(scope)
  expect(await publicNeeds(proof)).toBeNull()
  expect(await refusalOf(offerHelp(proof, anOffer(), onceOf({})))).toBe('needs.closed')
  await openBoard(scope)
  const past = { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 3_600_000) }
  await database().event.update({ where: { id: event.id }, data: past })
  expect(await refusalOf(offerHelp(proof, anOffer(), onceOf({})))).toBe('needs.closed')
})

test('needs are put in order, edited by version, removed and brought back', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const a = await addNeed(scope, aNeed({ title: 'a' }))
  const b = await addNeed(scope, aNeed({ title: 'b' }))
  await moveNeed(scope, { id: b, direction: 'up' })
  await editNeed(scope, { ...aNeed({ title: 'b2', quantity: '', due: '2031-03-01' }), id: b, version: 1 })
  expect((await listNeeds(scope)).map(({ title, quantity }) => [title, quantity])).toEqual([
    ['b2', null],
    ['a', 80],
  ])
  await expect(editNeed(scope, { ...aNeed(), id: b, version: 1 })).rejects.toThrow(ChangedMeanwhile)
  await removeNeed(scope, a)
  expect(await listNeeds(scope)).toHaveLength(1)
  expect(await restoreNeed(scope, a)).toBe('a')
})

test('what the last stop needed comes along once, its dates as far from the new start', async () => {
  const day = 86_400_000
  const first = await anEvent({ startsAt: new Date('2031-03-01T06:00:00Z') })
  const before = await anOrganizerOf('sponsors.edit', first)
  await addNeed(before, aNeed({ title: '茶歇', due: '2031-02-20' }))
  await addNeed(before, aNeed({ title: '摄影', sort: 'hands', quantity: '1' }))
  const next = await anEvent({ seriesId: first.seriesId, startsAt: new Date(first.startsAt.getTime() + 30 * day) })
  const scope = await anOrganizerOf('sponsors.edit', next)
  await addNeed(scope, aNeed({ title: '摄影' }))
  expect(await takeNeeds(scope)).toBe(1)
  const due = new Date('2031-02-20T15:59:00Z').getTime() + 30 * day
  expect((await listNeeds(scope)).map(({ title, dueAt }) => [title, dueAt?.getTime()])).toEqual([
    ['摄影', undefined],
    ['茶歇', due],
  ])
  expect(await refusalOf(takeNeeds(scope))).toBe('needs.nothing-to-take')
})

test('the board takes one statement, with one need or thirty', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  for (const more of [1, 29]) {
    for (let n = 0; n < more; n++) await addNeed(scope, aNeed({ title: `${more}-${n}` }))
    expect(await statementsOf(() => listNeeds(scope))).toBe(1)
  }
})

test('a need of another event is not found by any command', async () => {
  const { need } = await aBoard()
  const mine = await anOrganizerOf('sponsors.edit')
  for (const act of [
    () => editNeed(mine, { ...aNeed(), id: need, version: 1 }),
    () => moveNeed(mine, { id: need, direction: 'up' }),
    () => removeNeed(mine, need),
    () => restoreNeed(mine, need),
  ]) {
    expect(await refusalOf(act())).toBe('form.not-found')
  }
})

test('no stranger fills the board of a stop before others come', async () => {
  const [here, there] = [randomUUID(), randomUUID()]
  const offer = (address: string, eventId: string) =>
    refusalOf(passGuard('offer', new Headers({ 'x-came-by': address }), eventId))
  for (let n = 0; n < 30; n++) expect(await offer('198.51.100.1', here)).toBe('done')
  expect(await offer('198.51.100.1', here)).toBe('form.too-many')
  expect(await offer('198.51.100.1', there), 'another stop').toBe('done')
  expect(await offer('203.0.113.1', here), 'somebody else').toBe('done')
})
