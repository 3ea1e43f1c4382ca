import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { holderOf, makeLink, noteArrived } from '@/lib/people/holder'
import { editGuest } from '@/lib/registration/commands/edit-guest'
import { cancelMine, editMine, eraseMine, uncancelMine } from '@/lib/registration/commands/mine'
import { mailTicketAgain, registerFor } from '@/lib/registration/commands/register'
import { findTicket } from '@/lib/registration/queries/ticket'
import { guestEditSchema } from '@/lib/registration/schema/guests'
import { anOrganizerOf } from '../support/factories'
import { aForm, aGuest, anAddress, aPublishedEvent, holding, outboxOf, rowOf } from '../support/guests'
import { expect, test } from '../support/test'

const statusesOf = async (eventId: string) => {
  const rows = await database().registration.groupBy({ by: ['status'], where: { eventId }, _count: true })
  return Object.fromEntries(rows.map((row) => [row.status, row._count]))
}

test('whoever registers gets a seat, a ticket that opens and a message with it', async () => {
  const { event, proof } = await aPublishedEvent()
  const ticket = await aGuest(proof, { name: '林一诺', contact: '138 0013 8000', news: 'on' })
  const holder = await holding(ticket)
  expect(holder.linkId).toBe(ticket.linkId)
  const row = await rowOf(event.id, ticket.registrationId)
  expect(row).toMatchObject({ status: 'confirmed', contact: '+8613800138000', contactKind: 'phone' })
  expect(row.newsConsentAt).not.toBeNull()
  expect(row.photoConsentAt).toBeNull()
  const [message] = await outboxOf(event.id)
  expect(message).toMatchObject({ kind: 'registration-ticket', recipient: '+8613800138000', status: 'waiting' })
  expect(message?.text).toContain('{link}')
  expect(message?.text).not.toContain(ticket.secret)
  expect(message?.calendar).toContain('BEGIN:VEVENT')
})

test('the same form sent fifty times at once is one registration and one ticket', async () => {
  test.setTimeout(90_000)
  const { event, proof } = await aPublishedEvent()
  const input = aForm()
  const once = { key: randomUUID(), input }
  const answers = await Promise.all(Array.from({ length: 50 }, () => registerFor(proof, input, once)))
  expect(new Set(answers.map((answer) => answer?.secret)).size).toBe(1)
  expect(await statusesOf(event.id)).toEqual({ confirmed: 1 })
  expect(await outboxOf(event.id)).toHaveLength(1)
})

test('a key used before with something else in the form is refused', async () => {
  const { proof } = await aPublishedEvent()
  const key = randomUUID()
  const [first, second] = [aForm(), aForm()]
  await registerFor(proof, first, { key, input: first })
  await expect(registerFor(proof, second, { key, input: second })).rejects.toThrow('form.key-used-for-something-else')
})

test('when the seats are gone the next ones wait in the order they came', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 1 })
  await aGuest(proof)
  const [second, third] = [await aGuest(proof), await aGuest(proof)]
  expect(second.status).toBe('waitlisted')
  expect((await rowOf(event.id, second.registrationId)).waitlistPosition).toBe(1)
  const ticket = await findTicket(await holding(third))
  expect(ticket).toMatchObject({ status: 'waitlisted', place: 2 })
})

test('where approval is asked for nobody takes a seat by registering', async () => {
  const { event, proof } = await aPublishedEvent({ approvalRequired: true })
  expect((await aGuest(proof)).status).toBe('pending')
  const { confirmedCount } = await database().event.findUniqueOrThrow({ where: { id: event.id } })
  expect(confirmedCount).toBe(0)
})

test('sixty at once for twenty seats: twenty are in, forty wait in places 1 to 40', async () => {
  test.setTimeout(90_000)
  const { event, proof } = await aPublishedEvent({ capacity: 20 })
  await Promise.all(Array.from({ length: 60 }, () => aGuest(proof)))
  expect(await statusesOf(event.id)).toEqual({ confirmed: 20, waitlisted: 40 })
  const waiting = await database().registration.findMany({
    where: { eventId: event.id, status: 'waitlisted' },
    orderBy: { waitlistPosition: 'asc' },
  })
  expect(waiting.map((row) => row.waitlistPosition)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
})

test('control: count, then insert, without the lock and the promise, oversells', async () => {
  const table = `seats_${randomUUID().slice(0, 8)}`
  const db = database()
  await db.$executeRawUnsafe(`CREATE TABLE "${table}" (id int PRIMARY KEY)`)
  try {
    const take = (id: number) =>
      db.$transaction(async (tx) => {
        const rows = await tx.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM "${table}"`)
        if ((rows[0]?.count ?? 0) < 20) await tx.$executeRawUnsafe(`INSERT INTO "${table}" VALUES (${id})`)
      })
    await Promise.all(Array.from({ length: 60 }, (_, id) => take(id)))
    const [sold] = await db.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM "${table}"`)
    expect(sold?.count).toBeGreaterThan(20)
  } finally {
    await db.$executeRawUnsafe(`DROP TABLE "${table}"`)
  }
})

for (const [state, change] of [
  ['cancelled', { cancelledAt: new Date(), changeReason: '场地没了' }],
  ['postponed', { postponedAt: new Date(), changeReason: '改期' }],
  ['closed', { registrationEndsAt: new Date(Date.now() - 1_000) }],
  ['past', { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 3_600_000) }],
] as const) {
  test(`nobody registers for a stop that is ${state}`, async () => {
    const { event, proof } = await aPublishedEvent()
    await database().event.update({ where: { id: event.id }, data: change })
    await expect(aGuest(proof)).rejects.toThrow(`registration.not-open-${state}`)
    expect(await statusesOf(event.id)).toEqual({})
  })
}

test('a cancelled seat goes at once to whoever waits longest, who is told', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 1 })
  const first = await aGuest(proof)
  const [second, third] = [await aGuest(proof), await aGuest(proof)]
  await cancelMine(await holding(first))
  expect((await rowOf(event.id, second.registrationId)).status).toBe('confirmed')
  expect((await rowOf(event.id, third.registrationId)).status).toBe('waitlisted')
  const promoted = (await outboxOf(event.id)).filter((message) => message.kind === 'registration-promoted')
  expect(promoted.map((message) => message.recipient)).toEqual([(await rowOf(event.id, second.registrationId)).contact])
})

test('a cancellation taken back gets the seat while it is free, else a place in the queue', async () => {
  const { proof } = await aPublishedEvent({ capacity: 1 })
  const first = await holding(await aGuest(proof))
  await cancelMine(first)
  expect(await uncancelMine(first)).toBe('confirmed')
  await aGuest(proof)
  await cancelMine(first)
  expect(await uncancelMine(first)).toBe('waitlisted')
})

test('whoever leaves the queue by mistake gets the old place back', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 1 })
  await aGuest(proof)
  const waiting = await aGuest(proof)
  await aGuest(proof)
  const holder = await holding(waiting)
  await cancelMine(holder)
  expect(await uncancelMine(holder)).toBe('waitlisted')
  expect((await rowOf(event.id, waiting.registrationId)).waitlistPosition).toBe(1)
})

test('somebody who cancelled may register again with the same address', async () => {
  const { event, proof } = await aPublishedEvent()
  const contact = `again-${randomUUID().slice(0, 8)}@example.com`
  const first = await holding(await aGuest(proof, { contact }))
  await cancelMine(first)
  await aGuest(proof, { contact })
  expect(await statusesOf(event.id)).toEqual({ cancelled: 1, confirmed: 1 })
  await expect(uncancelMine(first)).rejects.toThrow('registration.registered-again')
})

test('a consent keeps the instant when it was given, and goes when it is taken back', async () => {
  const { event, proof } = await aPublishedEvent()
  const ticket = await aGuest(proof, { news: 'on' })
  const holder = await holding(ticket)
  const given = (await rowOf(event.id, ticket.registrationId)).newsConsentAt
  await editMine(holder, { name: 'Ada', news: true, photos: true })
  const row = await rowOf(event.id, ticket.registrationId)
  expect(row.newsConsentAt).toEqual(given)
  expect(row).toMatchObject({ name: 'Ada', searchText: 'ada example.com' })
  await editMine(holder, { name: 'Ada', news: false, photos: true })
  expect((await rowOf(event.id, ticket.registrationId)).newsConsentAt).toBeNull()
})

/** Every row of every table that belongs to an event, as one text. */
async function saidOf(eventId: string): Promise<string> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'event_id'`
  const texts = tables.map(({ name }) =>
    // The name comes from Postgres' own catalogue.
    database().$queryRawUnsafe<{ said: string | null }[]>(
      `SELECT string_agg(t::text, '|') AS said FROM "${name}" t WHERE event_id = $1::uuid`,
      eventId,
    ),
  )
  return (await Promise.all(texts)).map(([row]) => row?.said ?? '').join('\n')
}

test('erasing leaves nothing of the person, frees the seat and closes the ticket', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 1 })
  const contact = `erase-${randomUUID().slice(0, 8)}@example.com`
  await cancelMine(await holding(await aGuest(proof, { name: '要消失的人', contact })))
  const ticket = await aGuest(proof, { name: '要消失的人', contact })
  const waiting = await aGuest(proof)
  // Mistyped at first: what went to that address is about them as well.
  const scope = await anOrganizerOf('guests.edit', event)
  const put = (version: string, to: string) =>
    guestEditSchema.parse({ id: ticket.registrationId, version, name: '要消失的人', contact: to })
  const mistyped = anAddress()
  await editGuest(scope, put('1', mistyped))
  await editGuest(scope, put('2', contact))
  // Who opened their ticket out of a mail is the one who cancelled before, too.
  const to = { seriesId: event.seriesId, eventId: event.id, subjectId: ticket.registrationId }
  const secret = await database().$transaction((tx) => makeLink(tx, 'ticket', to))
  const holder = await holding({ ...ticket, secret })
  await noteArrived(holder)
  await eraseMine(holder)
  for (const one of [ticket.secret, secret]) expect(await holderOf('ticket', one)).toBeNull()
  expect((await rowOf(event.id, waiting.registrationId)).status).toBe('confirmed')
  const everything = await saidOf(event.id)
  for (const said of ['要消失的人', contact, mistyped]) expect(everything).not.toContain(said)
  expect(everything, 'others are still there').toContain(waiting.registrationId)
})

test('asking for the link of an address answers the same whether it is registered or not', async () => {
  const { event, proof } = await aPublishedEvent()
  const contact = `find-${randomUUID().slice(0, 8)}@example.com`
  await aGuest(proof, { contact })
  expect(await mailTicketAgain(proof, contact)).toBeUndefined()
  expect(await mailTicketAgain(proof, 'nobody@example.com')).toBeUndefined()
  const again = (await outboxOf(event.id)).filter((message) => message.kind === 'registration-again')
  expect(again.map((message) => message.recipient)).toEqual([contact])
})

test('the log of registering holds no name and no address', async () => {
  const { event, proof } = await aPublishedEvent()
  const contact = `log-${randomUUID().slice(0, 8)}@example.com`
  await aGuest(proof, { name: '不该出现', contact })
  const log = await database().activity.findMany({ where: { eventId: event.id } })
  const text = JSON.stringify(log, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  expect(text).toContain('registration.added')
  expect(text).not.toContain('不该出现')
  expect(text).not.toContain(contact)
})
