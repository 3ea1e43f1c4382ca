import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { chooseShown, declinePrize } from '@/lib/draws/commands/mine'
import { findMyDraw } from '@/lib/draws/queries/mine'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { entryId } from '@/lib/draws/rules/entry'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import type { TicketHolder } from '@/lib/people/holder'
import { publishedEvent } from '@/lib/people/scope'
import { handOver } from '@/lib/registration/commands/hand-over'
import { eraseMine } from '@/lib/registration/commands/mine'
import { handOverSchema } from '@/lib/registration/schema/registration'
import { aRaffle, calledIn, goOn, locked, planned, type Stage, viewed } from '../support/draws'
import { aGuest, anAddress, holding } from '../support/guests'
import { refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

type Draw = NonNullable<Awaited<ReturnType<typeof findMyDraw>>>
const inDraw = (mine: Draw | null) => {
  if (mine?.state !== 'in') throw new Error(`the ticket is ${mine?.state ?? 'in no draw'}`)
  return mine
}

/** A raffle with these people holding tickets, so that one of them is certain to win. */
async function aRaffleOf(names: string[], units = 1) {
  const { event, scope } = await aRaffle({ people: 0, prizes: [['抱枕', units]] })
  const proof = await publishedEvent({ id: event.id })
  if (!proof) throw new Error('the event is not published')
  const guests = []
  for (const name of names) guests.push(await holding(await aGuest(proof, { name })))
  return { event, scope, proof, guests }
}

/** Goes on until somebody is called. */
async function untilCalled(scope: Stage) {
  while ((await viewed(scope)).step.step !== 'claim') await goOn(scope)
}

test('a ticket shows its number in the hat, the codes to keep, and that its holder won', async () => {
  const { scope, proof, guests } = await aRaffleOf(['林一诺'])
  const [mine] = guests
  if (!mine) throw new Error('nobody is here')
  expect(await findMyDraw(mine)).toBeNull()
  await planned(scope)
  expect(await findMyDraw(mine)).toEqual({ state: 'planned', shown: 'masked' })
  const { id, lock } = await locked(scope)
  const late = await holding(await aGuest(proof, { name: '晚到' }))
  expect(await findMyDraw(late)).toMatchObject({ state: 'outside', code: lock?.code })
  const before = inDraw(await findMyDraw(mine))
  expect(before).toMatchObject({ n: 1, count: 1, code: lock?.code, prizes: [], outs: [] })
  const bundle = await exportBundle(scope, id)
  expect(before.log).toEqual(bundle?.log.map(({ hash }) => hash))
  expect(bundle?.list).toEqual([`${entryId(before.entry)} 1`])
  await untilCalled(scope)
  expect(inDraw(await findMyDraw(mine)).prizes).toMatchObject([{ title: '抱枕', titleEn: null, status: 'called' }])
  await goOn(scope)
  expect(inDraw(await findMyDraw(mine)).prizes[0]?.status).toBe('claimed')
})

test('a winner is called as they wish, and the record keeps the masked name', async () => {
  const { scope, guests } = await aRaffleOf(['林一诺'])
  const [mine] = guests
  if (!mine) throw new Error('nobody is here')
  const { id } = await locked(scope)
  await untilCalled(scope)
  const shown = async () => (await viewed(scope)).draws[0]?.people[0]?.label
  const masked = await shown()
  expect(masked).not.toContain('一诺')
  await chooseShown(mine, { shown: 'full' })
  expect(await shown()).toBe('林一诺')
  await chooseShown(mine, { shown: 'number' })
  expect(await shown()).toBe('＊')
  await chooseShown(mine, { shown: 'full' })
  await goOn(scope)
  expect(JSON.stringify(await exportBundle(scope, id))).not.toContain('一诺')
  await eraseMine(mine)
  expect(await database().drawWish.count({ where: scope.within })).toBe(0)
  expect(await shown()).toBeNull()
})

test('whoever does not want it passes it on once, the next is called, and the record follows', async () => {
  const { scope, guests } = await aRaffleOf(['林一诺', '陈二诺'])
  const { id } = await locked(scope)
  await untilCalled(scope)
  const { session, result, entry } = calledIn(await viewed(scope))
  const ids = await Promise.all(guests.map(async (guest) => entryId(inDraw(await findMyDraw(guest)).entry)))
  const winner = guests[ids.indexOf(entry)]
  const other = guests[1 - ids.indexOf(entry)]
  if (!winner || !other) throw new Error('nobody was drawn')
  expect(await refusalOf(declinePrize(other, { session, result }))).toBe('draws.not-a-winner')
  for (let press = 0; press < 3; press++) await declinePrize(winner, { session, result })
  expect(inDraw(await findMyDraw(winner)).prizes[0]?.status).toBe('passed')
  expect(inDraw(await findMyDraw(other)).prizes[0]?.status).toBe('called')
  await goOn(scope)
  expect(await refusalOf(declinePrize(other, { session, result }))).toBe('draws.claimed-already')
  const bundle = await exportBundle(scope, id)
  expect(bundle?.log.filter(({ rec }) => rec.type === 'absent')).toHaveLength(1)
  expect(verifyBundle(bundle)).toMatchObject({ follows: true, claims: 1 })
})

test('whoever is handed a ticket after the lock is not in the hat, and a ticket that won stays with its winner', async () => {
  const { scope, guests } = await aRaffleOf(['林一诺', '陈二诺'])
  const { id } = await locked(scope)
  const [giver, other] = guests as [TicketHolder, TicketHolder]
  const friend = () => handOverSchema.parse({ name: '周明', contact: anAddress() })
  await chooseShown(giver, { shown: 'full' })
  await handOver(giver, friend())
  expect(await database().drawWish.count({ where: scope.within })).toBe(0)
  expect(await findMyDraw(giver)).toMatchObject({ state: 'outside' })
  await untilCalled(scope)
  await goOn(scope)
  const won = inDraw(await findMyDraw(other)).prizes
  expect(won.map(({ status }) => status)).toEqual(['claimed'])
  expect(await refusalOf(handOver(other, friend()))).toBe('registration.has-prize')
  const where = { key: { eventId: scope.eventId, id: other.subjectId } }
  const rewritten = database().registration.update({ where, data: { requestKey: randomUUID() } })
  await expect(rewritten).rejects.toThrow('registrations_winners_keep_theirs')
  expect(verifyBundle(await exportBundle(scope, id))).toMatchObject({ follows: true, claims: 1 })
})

test('a ticket of another event can neither choose nor pass on anything here', async () => {
  const { scope } = await aRaffleOf(['林一诺'])
  await locked(scope)
  await untilCalled(scope)
  const { session, result } = calledIn(await viewed(scope))
  const { guests } = await aRaffleOf(['外人'])
  const [stranger] = guests
  if (!stranger) throw new Error('nobody is here')
  expect(await refusalOf(declinePrize(stranger, { session, result }))).toBe('form.not-found')
})
