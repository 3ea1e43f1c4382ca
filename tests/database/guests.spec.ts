import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { renewTicket } from '@/lib/people/commands/renew-ticket'
import { holderOf, makeLink } from '@/lib/people/holder'
import { eventScope, systemJob } from '@/lib/people/scope'
import { editGuest } from '@/lib/registration/commands/edit-guest'
import {
  addGuest,
  approveGuest,
  cancelGuest,
  declineGuest,
  letWaitingIn,
  restoreGuest,
  sendTicketAgain,
} from '@/lib/registration/commands/guests'
import { handOver } from '@/lib/registration/commands/hand-over'
import { guestEditSchema } from '@/lib/registration/schema/guests'
import { guestSchema } from '@/lib/registration/schema/registration'
import { unseal } from '@/lib/values/seal'
import { anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { aForm, aGuest, anAddress, aPublishedEvent, outboxOf, rowOf } from '../support/guests'
import { expect, test } from '../support/test'

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
    () => editGuest(scope, { id, version: 1, ...aHandAdded() }),
  ]) {
    await expect(act()).rejects.toThrow('form.not-found')
  }
  expect(await rowOf(here.event.id, id)).toEqual(before)
})

test('an address that an organiser puts right is not proved by what arrived at the old one', async () => {
  const { event, proof } = await aPublishedEvent()
  const { registrationId: id } = await aGuest(proof)
  const scope = await anOrganizerOf('guests.edit', event)
  await database().registration.update({ where: scope.key(id), data: { contactProvedAt: new Date() } })
  const { contact: old, name } = await rowOf(event.id, id)
  await editGuest(scope, guestEditSchema.parse({ id, version: '1', name: `${name}一`, contact: old }))
  expect((await rowOf(event.id, id)).contactProvedAt, 'the same address').not.toBeNull()
  await editGuest(scope, guestEditSchema.parse({ id, version: '2', name, contact: `new-${old}` }))
  expect((await rowOf(event.id, id)).contactProvedAt).toBeNull()
})

test('whoever reads the mailbox that was mistyped opens nothing once it is put right; what waits follows the address', async () => {
  const { event, proof } = await aPublishedEvent()
  const [wrong, right] = [anAddress(), anAddress()]
  const scope = await anOrganizerOf('guests.edit', event)
  const [ticket, other] = [await aGuest(proof, { contact: wrong }), await aGuest(proof)]
  const put = (id: string, contact: string) =>
    editGuest(scope, guestEditSchema.parse({ id, version: '1', name: '林一诺', contact }))
  expect(await put(ticket.registrationId, right)).toEqual({ moved: true })
  expect(await holderOf('ticket', ticket.secret)).toBeNull()
  const letters = (await outboxOf(event.id)).filter(({ registrationId }) => registrationId === ticket.registrationId)
  expect(letters.map(({ kind, recipient }) => [kind, recipient])).toEqual([
    ['registration-ticket', right],
    ['registration-again', right],
  ])
  for (const { sealedLink } of letters) {
    const link = unseal(sealedLink ?? new Uint8Array(), process.env.AUTH_SECRET ?? '', 'outbox')
    expect((await holderOf('ticket', link.split('/').at(-1) ?? ''))?.subjectId).toBe(ticket.registrationId)
  }
  // The browser that registered gets its ticket back under another secret, once.
  const fresh = await renewTicket(systemJob(), ticket.secret)
  expect(await holderOf('ticket', fresh)).toMatchObject({ linkId: ticket.linkId, subjectId: ticket.registrationId })
  expect(await holderOf('ticket', ticket.secret)).toBeNull()
  await expect(renewTicket(systemJob(), ticket.secret)).rejects.toThrow('form.not-found')
  // But not what was handed on since.
  await put(other.registrationId, anAddress())
  const giver = await holderOf('ticket', await linkTo(event, other.registrationId))
  if (!giver) throw new Error('the new link opens')
  await handOver(giver, { name: '朋友', contact: aForm().contact })
  await expect(renewTicket(systemJob(), other.secret)).rejects.toThrow('form.not-found')
})

const linkTo = (event: { id: string; seriesId: string }, subjectId: string) =>
  database().$transaction((tx) => makeLink(tx, 'ticket', { seriesId: event.seriesId, eventId: event.id, subjectId }))
