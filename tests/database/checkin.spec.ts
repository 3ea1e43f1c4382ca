import { randomUUID } from 'node:crypto'
import { addWalkIn, findTyped, scanTicket, undoScan } from '@/lib/checkin/commands'
import { countIn, findAtDoor, findVerdict, listScans } from '@/lib/checkin/queries'
import { database } from '@/lib/database/client'
import { type EventScope, eventScope } from '@/lib/people/scope'
import { callOff, putOff, putOnAgain } from '@/lib/registration/commands/change-plan'
import { cancelMine } from '@/lib/registration/commands/mine'
import { guestSchema } from '@/lib/registration/schema/registration'
import { anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { aGuest, aPublishedEvent, holding, rowOf } from '../support/guests'
import { refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const scanned = (registrationId: string) => ({ scan: randomUUID(), registrationId })
const walkingIn = () =>
  guestSchema.parse({ name: '路过的人', contact: `walk-${randomUUID().slice(0, 8)}@example.com`, locale: 'zh' })

async function aDoorOf(event: { id: string; seriesId: string }): Promise<EventScope<'checkin.run'>> {
  const person = await aPerson({ name: '门口的人' })
  await giveRole(person, 'door', { seriesId: event.seriesId, eventId: event.id })
  const scope = await eventScope(person, { id: event.id }, 'checkin.run')
  if (!scope) throw new Error('the door has no key')
  return scope
}

test('a ticket lets in once; the second scan says when and by whom', async () => {
  const { event, proof } = await aPublishedEvent()
  const { registrationId } = await aGuest(proof)
  const door = await aDoorOf(event)
  expect(await scanTicket(door, scanned(registrationId))).toBe('accepted')
  const second = scanned(registrationId)
  expect(await scanTicket(door, second)).toBe('duplicate')
  expect(await findVerdict(door, second.scan)).toMatchObject({ outcome: 'duplicate', accepted: { by: '门口的人' } })
  expect(await countIn(door)).toEqual({ inside: 1, confirmed: 1 })
  expect(await listScans(door)).toHaveLength(2)
})

test('ten doors scan one ticket at once: one lets in, nine say twice, all ten are kept', async () => {
  const { event, proof } = await aPublishedEvent()
  const { registrationId } = await aGuest(proof)
  const door = await aDoorOf(event)
  const verdicts = await Promise.all(Array.from({ length: 10 }, () => scanTicket(door, scanned(registrationId))))
  expect(verdicts.filter((verdict) => verdict === 'accepted')).toHaveLength(1)
  expect(verdicts.filter((verdict) => verdict === 'duplicate')).toHaveLength(9)
  expect(await database().checkIn.count({ where: { eventId: event.id } })).toBe(10)
})

test('the same scan sent again answers the same and is kept once', async () => {
  const { event, proof } = await aPublishedEvent()
  const { registrationId } = await aGuest(proof)
  const door = await aDoorOf(event)
  const scan = scanned(registrationId)
  expect(await scanTicket(door, scan)).toBe('accepted')
  expect(await scanTicket(door, scan)).toBe('accepted')
  await expect(scanTicket(await aDoorOf(event), scan)).rejects.toThrow('form.key-used-for-something-else')
  expect(await database().checkIn.count({ where: { eventId: event.id } })).toBe(1)
})

test('an undone scan lets the ticket in once more', async () => {
  const { event, proof } = await aPublishedEvent()
  const { registrationId } = await aGuest(proof)
  const door = await aDoorOf(event)
  const scan = scanned(registrationId)
  await scanTicket(door, scan)
  await undoScan(door, scan.scan)
  expect((await countIn(door)).inside).toBe(0)
  await expect(undoScan(door, scan.scan)).rejects.toThrow('form.not-found')
  expect(await scanTicket(door, scanned(registrationId))).toBe('accepted')
})

test('nobody without a seat is let in, and the attempt is kept', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 1 })
  await aGuest(proof)
  const waiting = await aGuest(proof)
  const door = await aDoorOf(event)
  expect(await scanTicket(door, scanned(waiting.registrationId))).toBe('refused')
  expect((await countIn(door)).inside).toBe(0)
  expect(await listScans(door)).toHaveLength(1)
})

test('the door reads a ticket from its address, its code in any spelling, and nothing from another event', async () => {
  const [here, there] = [await aPublishedEvent(), await aPublishedEvent()]
  const ticket = await aGuest(here.proof)
  const { ticketCode } = await rowOf(here.event.id, ticket.registrationId)
  const [door, other] = [await aDoorOf(here.event), await aDoorOf(there.event)]
  for (const typed of [
    `https://example.org/t/${ticket.secret}`,
    ticketCode,
    ` ${ticketCode.slice(0, 3).toLowerCase()}-${ticketCode.slice(3)} `,
  ]) {
    expect(await findTyped(door, typed), typed).toBe(ticket.registrationId)
  }
  await expect(findTyped(other, `https://example.org/t/${ticket.secret}`)).rejects.toThrow('checkin.unknown-ticket')
  expect(await findTyped(other, ticketCode)).toBeNull()
  await expect(scanTicket(other, scanned(ticket.registrationId))).rejects.toThrow('checkin.unknown-ticket')
})

test('the door sees the first sign of a name and the end of a ticket, an organiser the whole name', async () => {
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof, { name: '欧阳清越', contact: '13800137788' })
  const [person] = await findAtDoor(await aDoorOf(event), '7788')
  expect(person).toMatchObject({ name: '欧＊＊' })
  expect(person?.tail).toHaveLength(3)
  expect(JSON.stringify(person)).not.toContain('清越')
  const [known] = await findAtDoor(await anOrganizerOf('checkin.run', event), 'ouyang')
  expect(known?.name).toBe('欧阳清越')
})

test('a walk-in takes a free seat and is in; without one there is no way in', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 2 })
  await aGuest(proof)
  const door = await aDoorOf(event)
  const input = walkingIn()
  const once = { key: randomUUID(), input }
  expect(await addWalkIn(door, input, once)).toBe(once.key)
  expect(await addWalkIn(door, input, once)).toBe(once.key)
  expect(await countIn(door)).toEqual({ inside: 1, confirmed: 2 })
  const next = walkingIn()
  await expect(addWalkIn(door, next, { key: randomUUID(), input: next })).rejects.toThrow('checkin.full')
})

test('whoever is in can no longer give the seat away', async () => {
  const { event, proof } = await aPublishedEvent()
  const ticket = await aGuest(proof)
  await scanTicket(await aDoorOf(event), scanned(ticket.registrationId))
  await expect(cancelMine(await holding(ticket))).rejects.toThrow('registration.already-in')
})

test('an editor, a host and a viewer hold no key to the door', async () => {
  const { event } = await aPublishedEvent()
  for (const role of ['editor', 'host', 'viewer'] as const) {
    const person = await aPerson()
    await giveRole(person, role, { seriesId: event.seriesId, eventId: event.id })
    expect(await eventScope(person, { id: event.id }, 'checkin.run'), role).toBeNull()
  }
})

test('nobody is registered at the door of a stop that is off; once it is on again they are', async () => {
  const { event } = await aPublishedEvent()
  const [door, organizer] = [await aDoorOf(event), await anOrganizerOf('event.edit', event)]
  const knock = () => refusalOf(addWalkIn(door, walkingIn(), { key: randomUUID(), input: {} }))
  await putOff(organizer, '台风')
  expect(await knock()).toBe('checkin.put-off')
  await callOff(organizer, '台风')
  expect(await knock()).toBe('checkin.called-off')
  expect(await database().registration.count({ where: { eventId: event.id } })).toBe(0)
  await putOnAgain(organizer)
  expect(await knock()).toBe('done')
})
