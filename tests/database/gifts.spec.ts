import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { eventScope, publishedEvent } from '@/lib/people/scope'
import { addGift, editGift, removeGift, restoreGift, stepGift } from '@/lib/prizes/commands/gifts'
import { moveGift } from '@/lib/sponsors/commands/gifts'
import { findGift, listGifts } from '@/lib/sponsors/queries/gifts'
import { publicSupport } from '@/lib/sponsors/queries/support'
import type { EditGift } from '@/lib/sponsors/schema/gifts'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import { anEvent, anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { aGift, refusalOf, unitsOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const edited = (id: string, version: number, given: Partial<EditGift> = {}): EditGift => {
  const { sponsorName: _sponsor, status: _status, ...rest } = aGift()
  return { ...rest, id, version, ...given }
}

test('a gift entered by name brings its sponsor and whom to thank with it', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  await addGift(scope, aGift({ sponsorName: 'Pixverse', sort: 'venue', title: '上海新总部', thanks: 'Ruby、Jaden' }))
  await addGift(scope, aGift({ sponsorName: 'Pixverse', sort: 'service', title: '视频额度', thanks: 'Jaden' }))
  const gifts = await listGifts(scope)
  expect(gifts.map(({ title, sponsor, thanks }) => [title, sponsor.name, thanks])).toEqual([
    ['上海新总部', 'Pixverse', ['Ruby', 'Jaden']],
    ['视频额度', 'Pixverse', ['Jaden']],
  ])
  expect(await database().sponsor.count({ where: scope.withinSeries })).toBe(1)
  expect(await database().sponsorContact.count({ where: scope.withinSeries })).toBe(2)
})

test('entering the same gift eight times at once makes one gift', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const once = { key: randomUUID(), input: { title: '抱枕' } }
  const ids = await Promise.all(Array.from({ length: 8 }, () => addGift(scope, aGift(), once)))
  expect(new Set(ids).size).toBe(1)
  expect(await listGifts(scope)).toHaveLength(1)
})

test('units follow the quantity up and down, and wait while nobody knows it', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const id = await addGift(scope, aGift({ quantity: null }))
  expect(await unitsOf(scope, id)).toEqual([])
  await editGift(scope, edited(id, 1, { quantity: 3 }))
  expect(await unitsOf(scope, id)).toEqual([1, 2, 3])
  await editGift(scope, edited(id, 2, { quantity: 1 }))
  expect(await unitsOf(scope, id)).toEqual([1])
  await editGift(scope, edited(id, 3, { quantity: null }))
  expect(await unitsOf(scope, id)).toEqual([])
})

test('a gift that stops being a prize loses its units; one that becomes a prize gets them', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const id = await addGift(scope, aGift({ quantity: 2 }))
  await editGift(scope, edited(id, 1, { sort: 'food', quantity: 2 }))
  expect(await unitsOf(scope, id)).toEqual([])
  expect((await findGift(scope, id))?.prize).toBeNull()
  await editGift(scope, edited(id, 2, { sort: 'prize-voucher', quantity: 2, admits: 2 }))
  expect(await unitsOf(scope, id)).toEqual([1, 2])
  expect((await findGift(scope, id))?.prize).toEqual({ kind: 'voucher', admits: 2 })
})

test('what somebody won can neither be counted away nor removed nor declined', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const id = await addGift(scope, aGift({ quantity: 5 }))
  await database().prizeUnit.updateMany({ where: { ...scope.within, prizeId: id, number: 3 }, data: { status: 'won' } })
  expect(await refusalOf(editGift(scope, edited(id, 1, { quantity: 2 })))).toBe('prizes.units-taken')
  expect(await refusalOf(editGift(scope, edited(id, 1, { sort: 'food' })))).toBe('prizes.units-taken')
  expect(await refusalOf(removeGift(scope, id))).toBe('prizes.units-won')
  expect(await refusalOf(stepGift(scope, { id, from: 'pledged', to: 'declined' }))).toBe('prizes.units-won')
  await editGift(scope, edited(id, 1, { quantity: 3 }))
  expect(await unitsOf(scope, id)).toEqual([1, 2, 3])
})

test('there are never more units than the gift has, whoever writes them', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const id = await addGift(scope, aGift({ quantity: 2 }))
  const forced = database().prizeUnit.create({ data: { eventId: scope.eventId, prizeId: id, number: 3 } })
  await expect(forced).rejects.toThrow(/prize_units_within_gift/)
})

test('a gift steps from where it stands only, so that two presses are one step', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const id = await addGift(scope, aGift({ status: 'asked' }))
  const step = { id, from: 'asked', to: 'pledged' } as const
  const answers = await Promise.all([refusalOf(stepGift(scope, step)), refusalOf(stepGift(scope, step))])
  expect(answers.sort()).toEqual(['done', 'sponsors.moved-already'])
  expect(await refusalOf(stepGift(scope, { id, from: 'pledged', to: 'thanked' }))).toBe('sponsors.no-such-step')
  await stepGift(scope, { id, from: 'pledged', to: 'asked' })
  expect((await findGift(scope, id))?.status).toBe('asked')
})

test('a removed gift comes back as it was', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const id = await addGift(scope, aGift({ quantity: 2 }))
  await removeGift(scope, id)
  expect(await listGifts(scope)).toEqual([])
  await restoreGift(scope, id)
  expect(await listGifts(scope)).toMatchObject([{ id, quantity: 2, thanks: ['虎哥'] }])
  expect(await unitsOf(scope, id)).toEqual([1, 2])
})

test('whoever edits an older version is shown what stands there now', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const id = await addGift(scope, aGift())
  await editGift(scope, edited(id, 1, { title: '大号抱枕', note: '要拆箱', value: 9_900, currency: 'USD' }))
  const late = editGift(scope, edited(id, 1, { title: '小号抱枕', value: 9_900, currency: 'CNY', needId: null }))
  await expect(late).rejects.toThrow(ChangedMeanwhile)
  await late.catch((error: ChangedMeanwhile) => {
    expect(error.current).toMatchObject({ title: '大号抱枕', note: '要拆箱', thanks: '虎哥', sort: 'prize-thing' })
    expect(error.current).toMatchObject({ value: '99 USD', currency: 'USD', needId: '' })
  })
})

test('gifts are put in order among those at the same station', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const a = await addGift(scope, aGift({ title: 'a' }))
  await addGift(scope, aGift({ title: 'between', status: 'asked' }))
  const b = await addGift(scope, aGift({ title: 'b' }))
  await moveGift(scope, { id: b, direction: 'up' })
  expect((await listGifts(scope)).map(({ title }) => title)).toEqual(['b', 'between', 'a'])
  await moveGift(scope, { id: a, direction: 'down' })
  expect((await listGifts(scope)).map(({ title }) => title)).toEqual(['b', 'between', 'a'])
})

test('the public sees what is promised or here, and nobody to call', async () => {
  const event = await anEvent({ published: true })
  const scope = await anOrganizerOf('sponsors.edit', event)
  for (const status of ['draft', 'asked', 'pledged', 'received'] as const) {
    await addGift(
      scope,
      aGift({ title: status, status, quantity: null, note: 'canary-note', delivery: 'canary-delivery' }),
    )
  }
  const declined = await addGift(scope, aGift({ title: 'declined', status: 'asked' }))
  await stepGift(scope, { id: declined, from: 'asked', to: 'declined' })
  const published = await publishedEvent({ id: event.id })
  const support = published ? await publicSupport(published) : []
  expect(support).toHaveLength(1)
  expect(support[0]?.gifts.map(({ title }) => title)).toEqual(['pledged', 'received'])
  expect(support[0]?.gifts[0]).toMatchObject({ quantity: null, prize: { kind: 'thing', admits: 1 } })
  expect(JSON.stringify(support)).not.toMatch(/canary|虎哥/)
})

test('only those who may edit sponsors get the proof for it', async () => {
  const event = await anEvent()
  for (const [role, may] of [
    ['editor', true],
    ['viewer', false],
    ['door', false],
    ['host', false],
  ] as const) {
    const viewer = await aPerson()
    await giveRole(viewer, role, { seriesId: event.seriesId, eventId: event.id })
    expect((await eventScope(viewer, { id: event.id }, 'sponsors.edit')) !== null, role).toBe(may)
  }
  expect(await eventScope(await aPerson(), { id: event.id }, 'sponsors.edit')).toBeNull()
})

test('a gift of another event is not found by any command', async () => {
  const mine = await anOrganizerOf('sponsors.edit')
  const other = await anOrganizerOf('sponsors.edit')
  const id = await addGift(other, aGift())
  expect(await findGift(mine, id)).toBeNull()
  for (const act of [
    () => editGift(mine, edited(id, 1)),
    () => stepGift(mine, { id, from: 'pledged', to: 'received' }),
    () => moveGift(mine, { id, direction: 'up' }),
    () => removeGift(mine, id),
    () => restoreGift(mine, id),
  ]) {
    expect(await refusalOf(act())).toBe('form.not-found')
  }
  expect(await findGift(other, id)).toMatchObject({ status: 'pledged', version: 1 })
})
