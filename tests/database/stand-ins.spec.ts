import { randomUUID } from 'node:crypto'
import { scanTicket } from '@/lib/checkin/commands'
import { database } from '@/lib/database/client'
import { holderOf } from '@/lib/people/holder'
import { handOver } from '@/lib/registration/commands/hand-over'
import { cancelMine, editMine, eraseMine, uncancelMine } from '@/lib/registration/commands/mine'
import { registerFor } from '@/lib/registration/commands/register'
import { findTicket } from '@/lib/registration/queries/ticket'
import { parseContact } from '@/lib/values/address'
import { aHold } from '../support/entry'
import { anOrganizerOf } from '../support/factories'
import { aForm, aGuest, anAddress, aPublishedEvent, holding, outboxOf, rowOf } from '../support/guests'
import { expect, test } from '../support/test'

type Stop = Awaited<ReturnType<typeof aPublishedEvent>>

/** Registers a contact whether it is registered or not, as anybody may. */
const asAnybody = (proof: Stop['proof'], contact: string, given: { code?: string } = {}) => {
  const input = { ...aForm({ contact, name: '冒名者' }), ...given }
  return registerFor(proof, input, { key: randomUUID(), input })
}
const stateOf = async ({ event }: Stop) => {
  const rows = await database().registration.groupBy({ by: ['status'], where: { eventId: event.id }, _count: true })
  const { openCount, waitlistLast } = await database().event.findUniqueOrThrow({ where: { id: event.id } })
  return { ...Object.fromEntries(rows.map((row) => [row.status, row._count])), openCount, waitlistLast }
}
const statusOf = async ({ event }: Stop, { registrationId }: { registrationId: string }) =>
  (await rowOf(event.id, registrationId)).status
const contactOf = (text: string) => {
  const contact = parseContact(text)
  if (!contact) throw new Error('no contact')
  return contact
}

test('whoever registers a known address gets a ticket that looks new, its owner the link, at most thrice an hour', async () => {
  const stop = await aPublishedEvent()
  const contact = anAddress()
  const first = await aGuest(stop.proof, { contact })
  for (let n = 0; n < 4; n++) {
    const ticket = await asAnybody(stop.proof, contact)
    expect(ticket).toMatchObject({ standIn: true, status: 'confirmed' })
    const seen = await findTicket(await holding(ticket))
    expect(seen).toMatchObject({ status: 'confirmed', name: '冒名者', contact, place: null, endCause: null })
    expect(seen?.ticketCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/)
    expect(Object.keys(seen ?? {})).not.toContain('shownAs')
  }
  expect(await stateOf(stop)).toEqual({ confirmed: 1, cancelled: 4, openCount: 1, waitlistLast: 0 })
  const letters = await outboxOf(stop.event.id)
  expect(letters.map(({ kind }) => kind)).toEqual([
    'registration-ticket',
    'registration-repeated',
    'registration-repeated',
  ])
  expect(new Set(letters.map(({ registrationId }) => registrationId))).toEqual(new Set([first.registrationId]))
  // Whoever registered first and reads of the second time must not end their own registration by "this wasn't me".
  expect(letters.map(({ text }) => text.includes('{notMe}'))).toEqual([true, false, false])
})

test('it shows what somebody new would get, but no seat that the first one does not have', async () => {
  const full = await aPublishedEvent({ capacity: 1 })
  const [seated, waiting] = [anAddress(), anAddress()]
  await aGuest(full.proof, { contact: seated })
  await aGuest(full.proof, { contact: waiting })
  for (const contact of [seated, waiting]) {
    const ticket = await asAnybody(full.proof, contact)
    expect(await findTicket(await holding(ticket))).toMatchObject({ status: 'waitlisted', place: 2 })
  }
  const third = await aGuest(full.proof)
  expect(await findTicket(await holding(third)), 'it took no place').toMatchObject({ place: 2 })

  const asked = await aPublishedEvent({ approvalRequired: true })
  const contact = anAddress()
  await aGuest(asked.proof, { contact })
  expect((await asAnybody(asked.proof, contact)).status).toBe('pending')
  await database().event.update({ where: { id: asked.event.id }, data: { approvalRequired: false } })
  expect((await asAnybody(asked.proof, contact)).status).toBe('pending')
  expect((await asAnybody(asked.proof, anAddress())).status).toBe('confirmed')
})

test('in one batch, and with a code, nothing differs for the second one; a wrong code is refused first', async () => {
  const stop = await aPublishedEvent({ capacity: 9 })
  const { codes } = await aHold(stop.event, { seats: '2' })
  const [contact, code = ''] = [anAddress(), codes[0]]
  const both = await Promise.all([asAnybody(stop.proof, contact), asAnybody(stop.proof, contact)])
  expect(both.map(({ status }) => status)).toEqual(['confirmed', 'confirmed'])
  expect(both.filter(({ standIn }) => standIn)).toHaveLength(1)
  for (const who of [contact, anAddress()]) {
    await expect(asAnybody(stop.proof, who, { code: 'NOSUCHCODE22' })).rejects.toThrow('registration.code-unknown')
  }
  expect(await asAnybody(stop.proof, contact, { code })).toMatchObject({ standIn: true, status: 'confirmed' })
})

test('a code has one use less whoever’s contact it is used with; whoever waited gets the seat that it opens', async () => {
  const stop = await aPublishedEvent({ capacity: 3 })
  const { codes } = await aHold(stop.event, { seats: '2' })
  const [seated, waiting, code = ''] = [anAddress(), anAddress(), codes[0]]
  const first = await aGuest(stop.proof, { contact: seated })
  const second = await aGuest(stop.proof, { contact: waiting })
  const third = await aGuest(stop.proof)
  const was = async () => Promise.all([first, second, third].map((one) => statusOf(stop, one)))
  expect(await was()).toEqual(['confirmed', 'waitlisted', 'waitlisted'])
  for (const contact of [waiting, seated]) {
    expect(await asAnybody(stop.proof, contact, { code })).toMatchObject({ standIn: true, status: 'confirmed' })
  }
  await expect(asAnybody(stop.proof, anAddress(), { code })).rejects.toThrow('registration.code-used-up')
  expect(await was(), 'the public seat that became free is given on').toEqual(['confirmed', 'confirmed', 'confirmed'])
  expect(await database().hold.findMany({ where: { eventId: stop.event.id } })).toMatchObject([{ taken: 2 }])
  const kinds = (await outboxOf(stop.event.id)).filter(({ recipient }) => recipient === waiting)
  expect(kinds.map(({ kind }) => kind)).toEqual(['registration-waiting', 'registration-approved'])
})

test('who comes in one batch with somebody whom a code moved finds the queue as it is after that', async () => {
  const stop = await aPublishedEvent({ capacity: 2 })
  const { codes } = await aHold(stop.event, { seats: '1' })
  const [moving, waiting, code = ''] = [anAddress(), anAddress(), codes[0]]
  for (const contact of [anAddress(), moving, waiting]) await aGuest(stop.proof, { contact })
  const [, , shown] = await Promise.all([
    asAnybody(stop.proof, anAddress()),
    asAnybody(stop.proof, moving, { code }),
    asAnybody(stop.proof, waiting),
  ])
  expect(await findTicket(await holding(shown))).toMatchObject({ status: 'waitlisted', place: 3 })
})

test('its holder may do all that one does with a ticket, and nothing of the first one moves', async () => {
  const stop = await aPublishedEvent({ capacity: 2 })
  const contact = anAddress()
  const first = await aGuest(stop.proof, { contact })
  const before = await rowOf(stop.event.id, first.registrationId)
  const holder = await holding(await asAnybody(stop.proof, contact))
  await editMine(holder, { name: '改了名', news: true, photos: false })
  await cancelMine(holder)
  expect(await findTicket(holder)).toMatchObject({ status: 'cancelled', name: '改了名' })
  await expect(cancelMine(holder)).rejects.toThrow('registration.not-live')
  expect(await uncancelMine(holder)).toBe('confirmed')
  await expect(uncancelMine(holder)).rejects.toThrow('registration.live-already')
  await eraseMine(holder)
  expect(await rowOf(stop.event.id, first.registrationId)).toEqual(before)
  expect((await outboxOf(stop.event.id)).every(({ recipient }) => recipient === contact)).toBe(true)
  expect(await holderOf('ticket', first.secret)).not.toBeNull()
})

test('handed over it becomes what a new registration is; handed to somebody who has a seat it just ends', async () => {
  const stop = await aPublishedEvent({ capacity: 2 })
  const [contact, friend] = [anAddress(), anAddress()]
  await aGuest(stop.proof, { contact })
  const [one, two] = [await asAnybody(stop.proof, contact), await asAnybody(stop.proof, contact)]
  const giver = await holding(one)
  await handOver(giver, { name: '朋友', contact: contactOf(friend) })
  // Whatever the giver sent in the same moment waited for the event, and finds a ticket that is not theirs any more.
  for (const act of [cancelMine, eraseMine]) await expect(act(giver)).rejects.toThrow('form.not-found')
  expect(await rowOf(stop.event.id, one.registrationId)).toMatchObject({ status: 'confirmed', contact: friend })
  await handOver(await holding(two), { name: '朋友', contact: contactOf(friend) })
  expect(await stateOf(stop)).toMatchObject({ confirmed: 2, cancelled: 1, openCount: 2 })
  const kinds = (await outboxOf(stop.event.id)).filter(({ recipient }) => recipient === friend)
  expect(kinds.map(({ kind }) => kind)).toEqual(['registration-handed', 'registration-again'])
})

test('handing over tells nobody whether the friend is registered: with a seat of their own, the giver’s goes on', async () => {
  const stop = await aPublishedEvent({ capacity: 2 })
  const friend = anAddress()
  const [giver, , next] = [
    await aGuest(stop.proof),
    await aGuest(stop.proof, { contact: friend }),
    await aGuest(stop.proof),
  ]
  await handOver(await holding(giver), { name: '朋友', contact: contactOf(friend) })
  expect(await rowOf(stop.event.id, giver.registrationId)).toMatchObject({ status: 'cancelled' })
  expect((await rowOf(stop.event.id, next.registrationId)).status).toBe('confirmed')
  expect(await holderOf('ticket', giver.secret)).toBeNull()
  // What had not left yet was written to the giver; its link opens nothing now.
  const theirs = (await outboxOf(stop.event.id)).filter(({ registrationId }) => registrationId === giver.registrationId)
  expect(theirs.map(({ status, sealedLink }) => [status, sealedLink])).toEqual([['withdrawn', null]])
})

test('at the door it is refused; when the first one is gone, taking it back makes it real', async () => {
  const stop = await aPublishedEvent()
  const contact = anAddress()
  const first = await holding(await aGuest(stop.proof, { contact }))
  const ticket = await asAnybody(stop.proof, contact)
  const door = await anOrganizerOf('checkin.run', stop.event)
  const scan = { scan: randomUUID(), registrationId: ticket.registrationId }
  expect(await scanTicket(door, scan)).toBe('refused')
  await cancelMine(first)
  const holder = await holding(ticket)
  await cancelMine(holder)
  expect(await uncancelMine(holder)).toBe('confirmed')
  expect(await rowOf(stop.event.id, ticket.registrationId)).toMatchObject({ status: 'confirmed', shownAs: null })
})

test('Postgres lets none of them hold a seat or a place', async () => {
  const stop = await aPublishedEvent()
  const contact = anAddress()
  await aGuest(stop.proof, { contact })
  const { registrationId: id } = await asAnybody(stop.proof, contact)
  const where = { key: { eventId: stop.event.id, id } }
  for (const data of [{ status: 'confirmed' as const }, { waitlistPosition: 7 }, { shownPlace: 3 }]) {
    await expect(database().registration.update({ where, data })).rejects.toThrow(
      /registrations_(stand_ins|shown|one_live)/,
    )
  }
})
