import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { database } from '@/lib/database/client'
import { eventScope } from '@/lib/people/scope'
import {
  addGuest,
  approveGuest,
  cancelGuest,
  declineGuest,
  letWaitingIn,
  restoreGuest,
  sendTicketAgain,
} from '@/lib/registration/commands/guests'
import { eachGuest } from '@/lib/registration/queries/export'
import { countGuests, listGuests } from '@/lib/registration/queries/guests'
import { guestSchema } from '@/lib/registration/schema'
import { anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { aGuest, aPublishedEvent, outboxOf, rowOf } from '../support/guests'

const aHandAdded = (contact = `hand-${randomUUID().slice(0, 8)}@example.com`) =>
  guestSchema.parse({ name: '手动来宾', contact, locale: 'zh' })

test('approving gives a seat while one is left, then a place in the queue', async () => {
  const { event, proof } = await aPublishedEvent({ approvalRequired: true, capacity: 1 })
  const scope = await anOrganizerOf('guests.edit', event)
  const [first, second] = [await aGuest(proof), await aGuest(proof)]
  expect(await approveGuest(scope, { id: first.registrationId, notify: true })).toBe('confirmed')
  expect(await approveGuest(scope, { id: second.registrationId, notify: false })).toBe('waitlisted')
  const kinds = (await outboxOf(event.id)).map((message) => message.kind)
  expect(kinds).toEqual(['registration-pending', 'registration-pending', 'registration-approved'])
  await expect(approveGuest(scope, { id: first.registrationId, notify: false })).rejects.toThrow(
    'registration.not-pending',
  )
})

test('declining tells them only when asked to, and can be taken back', async () => {
  const { event, proof } = await aPublishedEvent({ approvalRequired: true })
  const scope = await anOrganizerOf('guests.edit', event)
  const guest = await aGuest(proof)
  await declineGuest(scope, { id: guest.registrationId, notify: false })
  expect((await outboxOf(event.id)).map((message) => message.kind)).not.toContain('registration-declined')
  expect(await restoreGuest(scope, guest.registrationId)).toBe('pending')
  await declineGuest(scope, { id: guest.registrationId, notify: true })
  expect((await outboxOf(event.id)).map((message) => message.kind)).toContain('registration-declined')
})

test('a cancelled seat is filled from the queue; restoring then means waiting', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 1 })
  const scope = await anOrganizerOf('guests.edit', event)
  const [first, second] = [await aGuest(proof), await aGuest(proof)]
  await cancelGuest(scope, { id: first.registrationId, notify: true })
  expect((await rowOf(event.id, second.registrationId)).status).toBe('confirmed')
  expect(await restoreGuest(scope, first.registrationId)).toBe('waitlisted')
})

test('after the capacity was raised those who wait come in, in order, and nobody passes them', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 1 })
  const scope = await anOrganizerOf('guests.edit', event)
  await aGuest(proof)
  const [second, third] = [await aGuest(proof), await aGuest(proof)]
  await database().event.update({ where: { id: event.id }, data: { capacity: 2 } })
  const late = await aGuest(proof)
  expect((await rowOf(event.id, second.registrationId)).status).toBe('confirmed')
  expect(late.status).toBe('waitlisted')
  await database().event.update({ where: { id: event.id }, data: { capacity: 10 } })
  expect(await letWaitingIn(scope)).toBe(2)
  expect((await rowOf(event.id, third.registrationId)).status).toBe('confirmed')
  await expect(letWaitingIn(scope)).rejects.toThrow('registration.nobody-to-let-in')
})

test('Postgres itself lets nobody pass those who wait longer', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 1 })
  await aGuest(proof)
  const [, third] = [await aGuest(proof), await aGuest(proof)]
  await database().event.update({ where: { id: event.id }, data: { capacity: 2 } })
  const jump = database().registration.update({
    where: { key: { eventId: event.id, id: third.registrationId } },
    data: { status: 'confirmed' },
  })
  await expect(jump).rejects.toThrow(/registrations_promoted_in_order/)
})

test('somebody added by hand gets in without registration being open, once an address', async () => {
  const { event } = await aPublishedEvent()
  await database().event.update({
    where: { id: event.id },
    data: { registrationEndsAt: new Date(Date.now() - 1_000) },
  })
  const scope = await anOrganizerOf('guests.edit', event)
  const input = aHandAdded()
  const once = { key: randomUUID(), input }
  const [first, second] = [await addGuest(scope, input, once), await addGuest(scope, input, once)]
  expect(first).toEqual(second)
  expect(await outboxOf(event.id)).toEqual([])
  await expect(addGuest(scope, input, undefined)).rejects.toThrow('registration.on-the-list')
})

test('the link to a ticket can be sent again', async () => {
  const { event, proof } = await aPublishedEvent()
  const scope = await anOrganizerOf('guests.edit', event)
  const guest = await aGuest(proof)
  await sendTicketAgain(scope, guest.registrationId)
  expect((await outboxOf(event.id)).at(-1)?.kind).toBe('registration-again')
})

test('guests are found by name, pinyin, initials, phone tail and mail domain, and by nothing else of the address', async () => {
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof, { name: '欧阳清越', contact: '13800135566' })
  await aGuest(proof, { name: 'Ada Lindqvist', contact: `ada-${randomUUID().slice(0, 6)}@rare-domain.example` })
  const scope = await anOrganizerOf('guests.view', event)
  const found = async (q: string) => (await listGuests(scope, { tab: 'all', q })).rows.map((row) => row.name)
  for (const q of ['清越', 'ouyang', 'oyqy', '5566', ' OuYang 5566 ', '138 0013 5566']) {
    expect(await found(q), q).toEqual(['欧阳清越'])
  }
  for (const q of ['lindq', 'rare-domain', 'ADA']) expect(await found(q), q).toEqual(['Ada Lindqvist'])
  for (const q of ['%', '_', '8001', '不存在']) expect(await found(q), q).toEqual([])
})

test('tabs count what they show', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 2 })
  for (let n = 0; n < 3; n++) await aGuest(proof)
  const scope = await anOrganizerOf('guests.view', event)
  expect(await countGuests(scope)).toEqual({ all: 3, confirmed: 2, waitlisted: 1, pending: 0, ended: 0 })
  expect((await listGuests(scope, { tab: 'waitlisted', q: '' })).rows).toHaveLength(1)
})

test('a long list comes in pages that meet without a gap', async () => {
  const { event } = await aPublishedEvent({ capacity: 200 })
  await database().registration.createMany({
    data: Array.from({ length: 120 }, (_, n) => ({
      eventId: event.id,
      status: 'pending' as const,
      name: `来宾 ${n}`,
      contactKind: 'email' as const,
      contact: `page-${n}@example.com`,
      searchText: `page ${n}`,
      locale: 'zh',
      ticketCode: `PG${String(n).padStart(4, '0')}`,
      requestKey: randomUUID(),
    })),
  })
  const scope = await anOrganizerOf('guests.view', event)
  const seen = new Set<string>()
  for await (const guest of eachGuest(scope, { tab: 'all', q: '' })) seen.add(guest.id)
  expect(seen.size).toBe(120)
})

for (const role of ['editor', 'host', 'door', 'viewer'] as const) {
  test(`a ${role} of the event sees no guests and changes none`, async () => {
    const { event } = await aPublishedEvent()
    const person = await aPerson()
    await giveRole(person, role, { seriesId: event.seriesId, eventId: event.id })
    expect(await eventScope(person, { id: event.id }, 'guests.view')).toBeNull()
    expect(await eventScope(person, { id: event.id }, 'guests.edit')).toBeNull()
  })
}

test('a guest of another event is not found by any command', async () => {
  const [here, there] = [await aPublishedEvent({ approvalRequired: true }), await aPublishedEvent()]
  const scope = await anOrganizerOf('guests.edit', there.event)
  const { registrationId: id } = await aGuest(here.proof)
  const before = await rowOf(here.event.id, id)
  for (const act of [
    () => approveGuest(scope, { id, notify: true }),
    () => declineGuest(scope, { id, notify: true }),
    () => cancelGuest(scope, { id, notify: true }),
    () => restoreGuest(scope, id),
    () => sendTicketAgain(scope, id),
  ]) {
    await expect(act()).rejects.toThrow('form.not-found')
  }
  expect(await rowOf(here.event.id, id)).toEqual(before)
})
