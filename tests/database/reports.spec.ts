import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { addGift } from '@/lib/prizes/commands/gifts'
import { giveAgain, planAgain } from '@/lib/recap/commands/again'
import { findReport, ownReport } from '@/lib/recap/queries/report'
import { fateOf, sumsOf } from '@/lib/recap/rules/report'
import { anEvent, anOrganizerOf } from '../support/factories'
import { aGuest } from '../support/full-stop'
import { aDesk, aGift, refusalOf } from '../support/sponsors'
import { statementsOf } from '../support/statements'
import { expect, test } from '../support/test'

const day = 86_400_000

async function aStopWithReport() {
  const event = await anEvent({ published: true, startsAt: new Date(Date.now() - day) })
  const scope = await anOrganizerOf('sponsors.edit', event)
  const sponsor = `赞助${randomUUID().slice(0, 6)}`
  const { desk, sponsorId } = await aDesk(scope, { sponsor, contact: '虎哥' })
  const pillow = await addGift(scope, aGift({ sponsorName: sponsor, quantity: 10, status: 'received' }))
  await addGift(scope, aGift({ sponsorName: sponsor, sort: 'food', title: '咖啡', quantity: null, status: 'received' }))
  await addGift(scope, aGift({ sponsorName: '别家', title: '别家的手表', quantity: 1, status: 'received' }))
  const won = { ...scope.within, prizeId: pillow }
  await database().prizeUnit.updateMany({ where: { ...won, number: { lte: 6 } }, data: { status: 'won' } })
  await database().prizeUnit.updateMany({ where: { ...won, number: { lte: 4 } }, data: { status: 'handed_over' } })
  await database().prizeUnit.updateMany({ where: { ...won, number: 10 }, data: { status: 'returned' } })
  const guest = await aGuest(event.id)
  await database().checkIn.create({
    data: { eventId: event.id, id: randomUUID(), registrationId: guest, outcome: 'accepted', byPersonId: randomUUID() },
  })
  return { event, scope, desk, sponsorId }
}

test('a report adds up, and every number in it was counted', async () => {
  const { scope, sponsorId } = await aStopWithReport()
  const report = await findReport(scope, sponsorId)
  expect(report?.gifts.map(({ title, quantity }) => [title, quantity])).toEqual([
    ['小浣熊抱枕', 10],
    ['咖啡', null],
  ])
  const [pillow] = report?.gifts ?? []
  expect(pillow && fateOf(pillow)).toEqual({ all: 10, handedOver: 4, waiting: 2, returned: 1, left: 3 })
  expect(sumsOf(report?.gifts ?? [])).toEqual({ all: 10, drawn: 6, handedOver: 4, left: 3 })
  // A ballot for seats is no hat of prizes.
  const lockedAt = new Date()
  const ballot = await database().drawSession.create({ data: { ...scope.within, kind: 'seats', plan: {}, lockedAt } })
  const entry = { entryId: new Uint8Array(32), n: 1 }
  await database().drawEntry.create({ data: { ...scope.within, sessionId: ballot.id, ...entry } })
  expect((await findReport(scope, sponsorId))?.named.stage).toBe(false)
  expect(report?.reach).toEqual({ registered: 1, checkedIn: 1, inTheHat: 0 })
  expect(report?.named).toEqual({ page: true, stage: false, recap: false })
  expect(report?.contacts).toEqual(['虎哥'])
})

test('from their desk a sponsor sees the same, and nothing of anybody else', async () => {
  const { scope, desk, sponsorId } = await aStopWithReport()
  const own = await ownReport(desk)
  expect(own).toEqual(await findReport(scope, sponsorId))
  expect(JSON.stringify(own)).not.toContain('别家')
  const elsewhere = await anOrganizerOf('sponsors.edit')
  expect(await findReport(elsewhere, sponsorId)).toBeNull()
  expect(await statementsOf(() => findReport(scope, sponsorId))).toBeLessThanOrEqual(4)
})

test('"again at the next stop" is one press: offered by a sponsor, a plan by an organiser, never twice', async () => {
  const { event, scope, desk, sponsorId } = await aStopWithReport()
  expect(await refusalOf(giveAgain(desk))).toBe('reports.no-next')
  const next = await anEvent({ seriesId: event.seriesId, published: true, startsAt: new Date(Date.now() + 30 * day) })
  await giveAgain(desk)
  const gifts = () =>
    database().gift.findMany({
      where: { eventId: next.id },
      orderBy: { position: 'asc' },
      select: { title: true, status: true, quantity: true },
    })
  expect(await gifts()).toEqual([
    { title: '小浣熊抱枕', status: 'offered', quantity: 10 },
    { title: '咖啡', status: 'offered', quantity: null },
  ])
  expect(await refusalOf(giveAgain(desk))).toBe('reports.there-already')
  expect(await refusalOf(planAgain(scope, sponsorId))).toBe('reports.there-already')
  expect(await gifts()).toHaveLength(2)
  await database().gift.deleteMany({ where: { eventId: next.id } })
  await planAgain(scope, sponsorId)
  expect((await gifts()).map(({ status }) => status)).toEqual(['draft', 'draft'])
  const stranger = await anOrganizerOf('sponsors.edit')
  expect(await refusalOf(planAgain(stranger, sponsorId))).toBe('reports.no-next')
})
