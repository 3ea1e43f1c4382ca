import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { whenOf } from '@/lib/events/rules'
import { systemJob } from '@/lib/people/scope'
import { putOff, setNewDate } from '@/lib/registration/commands/change-plan'
import { editStop } from '@/lib/registration/commands/edit-stop'
import { seatOutOfTurn } from '@/lib/registration/commands/guests'
import { acceptOffer, cancelMine, declineOffer, uncancelMine } from '@/lib/registration/commands/mine'
import { moveSeats } from '@/lib/registration/commands/move-seats'
import { findTicket, placeOf } from '@/lib/registration/queries/ticket'
import { listActivity } from '@/lib/tour/queries'
import { anOrganizerOf } from '../support/factories'
import { aGuest, outboxOf } from '../support/guests'
import { aQueue, inHours, runOut } from '../support/queues'
import { edited } from '../support/stops'
import { expect, test } from '../support/test'

const numbersOf = (eventId: string) =>
  database().event.findUniqueOrThrow({
    where: { id: eventId },
    select: { confirmedCount: true, openCount: true, heldSeats: true, capacity: true },
  })

test('two days before the start a freed seat is offered to whoever waits longest, with a deadline they are told', async () => {
  const { event, seated, stateOf, who } = await aQueue(2)
  await cancelMine(seated)
  const first = await stateOf(0)
  expect(first.status).toBe('waitlisted')
  expect(first.offerExpiresAt?.getTime()).toBeGreaterThan(Date.now())
  expect((await stateOf(1)).offerExpiresAt).toBeNull()
  // An offered seat is taken: nobody who comes now gets it.
  expect(await numbersOf(event.id)).toMatchObject({ confirmedCount: 0, openCount: 1 })
  const told = (await outboxOf(event.id)).filter(({ kind }) => kind === 'registration-offered')
  expect(told.map(({ recipient }) => recipient)).toEqual([first.contact])
  expect(told[0]?.text).toMatch(/请在 .+ (0[89]|1\d|2[0-2]):\d\d 前/)
  await acceptOffer(who(0))
  expect(await stateOf(0)).toMatchObject({ status: 'confirmed', offerExpiresAt: null })
  expect(await numbersOf(event.id)).toMatchObject({ confirmedCount: 1, openCount: 1 })
  await expect(acceptOffer(who(0))).rejects.toThrow('registration.no-offer')
  await expect(acceptOffer(who(1))).rejects.toThrow('registration.no-offer')
})

test('a declined offer goes to the next at once; whoever declined by mistake gets the old place back', async () => {
  const { seated, stateOf, who } = await aQueue(2)
  await cancelMine(seated)
  await declineOffer(who(0))
  expect(await stateOf(0)).toMatchObject({ status: 'cancelled', endCause: 'offer_declined' })
  expect((await stateOf(1)).offerExpiresAt).not.toBeNull()
  expect(await uncancelMine(who(0))).toBe('waitlisted')
  expect(await stateOf(0)).toMatchObject({ waitlistPosition: 1, endCause: null })
})

test('an offer that ran out goes to the next, however often and by how many the clock is read', async () => {
  const { event, seated, stateOf, who } = await aQueue(3)
  await cancelMine(seated)
  await runOut(event.id)
  await expect(acceptOffer(who(0))).rejects.toThrow('registration.offer-over')
  const job = systemJob()
  const runs = await Promise.all([1, 2, 3].map(() => moveSeats(job, { eventId: event.id })))
  expect(runs.flat()).toEqual([event.id])
  expect(await moveSeats(job, { eventId: event.id })).toEqual([])
  expect(await stateOf(0)).toMatchObject({ status: 'cancelled', endCause: 'offer_expired' })
  expect((await stateOf(1)).offerExpiresAt).not.toBeNull()
  expect((await stateOf(2)).offerExpiresAt).toBeNull()
  const kinds = (await outboxOf(event.id)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'registration-lapsed')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'registration-offered')).toHaveLength(2)
  // Coming back means the end of the queue.
  expect(await uncancelMine(who(0))).toBe('waitlisted')
  expect((await stateOf(0)).waitlistPosition).toBe(4)
})

test('nobody answers an offer for a day that is none: postponed, the queue rests in its order, and goes on with the new date', async () => {
  const { event, seated, stateOf, who } = await aQueue(2)
  await cancelMine(seated)
  expect((await stateOf(0)).offerExpiresAt).not.toBeNull()
  const organizer = await anOrganizerOf('event.edit', event)
  await putOff(organizer, '台风')
  expect(await stateOf(0)).toMatchObject({ status: 'waitlisted', waitlistPosition: 1, offerExpiresAt: null })
  const job = systemJob()
  expect(await moveSeats(job, { eventId: event.id })).toEqual([])
  await expect(acceptOffer(who(0))).rejects.toThrow('registration.no-offer')
  const later = { startsAt: inHours(24 * 30), endsAt: inHours(24 * 30 + 4), timeZone: event.timeZone }
  await setNewDate(organizer, whenOf(later))
  expect(await moveSeats(job, { eventId: event.id })).toEqual([event.id])
  expect([(await stateOf(0)).status, (await stateOf(1)).status]).toEqual(['confirmed', 'waitlisted'])
  expect((await outboxOf(event.id)).map(({ kind }) => kind)).not.toContain('registration-lapsed')
})

test('with offers out, whoever comes new waits while somebody waits, and takes a seat that nobody waits for', async () => {
  const { event, proof, seated } = await aQueue(1)
  await cancelMine(seated)
  expect((await aGuest(proof)).status).toBe('waitlisted')
  await database().event.update({ where: { id: event.id }, data: { capacity: 4 } })
  await moveSeats(systemJob(), { eventId: event.id })
  expect(await numbersOf(event.id)).toMatchObject({ confirmedCount: 0, openCount: 2 })
  expect((await aGuest(proof)).status).toBe('confirmed')
})

test('raising the capacity promotes in the very transaction of the edit, in order; close to the start it offers', async () => {
  for (const [hours, kind] of [
    [24 * 30, 'registration-promoted'],
    [30, 'registration-offered'],
  ] as const) {
    const { event, stateOf } = await aQueue(3, { hours })
    const scope = await anOrganizerOf('event.edit', event)
    await editStop(scope, { ...edited({ capacity: '3', version: '1' }), ...whenOf(event) })
    const told = (await outboxOf(event.id)).filter((message) => message.kind === kind)
    const expected = [await stateOf(0), await stateOf(1)].map(({ contact }) => contact)
    expect(told.map(({ recipient }) => recipient)).toEqual(expected)
    const log = await database().activity.findMany({
      where: { eventId: event.id, verb: { in: ['event.edited', 'registration.promoted', 'registration.offered'] } },
    })
    expect(new Set(log.map(({ serial }) => serial)).size).toBe(1)
    expect((await stateOf(2)).status).toBe('waitlisted')
  }
})

test('lowering the capacity below what is given or offered is refused beside the field', async () => {
  const { event, seated } = await aQueue(1)
  await cancelMine(seated)
  await database().event.update({ where: { id: event.id }, data: { capacity: 2 } })
  await moveSeats(systemJob(), { eventId: event.id })
  const scope = await anOrganizerOf('event.edit', event)
  const input = { ...edited({ capacity: '1', version: '1' }), ...whenOf(event) }
  await database().event.update({ where: { id: event.id }, data: { heldSeats: 1 } })
  const refusal = await editStop(scope, input).catch((error) => error)
  expect(refusal).toMatchObject({
    code: 'events.capacity-below-given',
    about: { field: 'capacity', values: { least: 2 } },
  })
  expect((await numbersOf(event.id)).capacity).toBe(2)
})

test('jumping the queue needs a free seat and a reason, which the log shows and Postgres asks for', async () => {
  const { event, seated, stateOf } = await aQueue(2, { hours: 24 * 30 })
  const scope = await anOrganizerOf('guests.edit', event)
  const second = await stateOf(1)
  const jump = { id: second.id, reason: '临时补位的讲者', notify: true }
  await expect(seatOutOfTurn(scope, jump)).rejects.toThrow('registration.full')
  // A hand at the database is held to it too.
  await database().event.update({ where: { id: event.id }, data: { capacity: 2 } })
  const where = { key: { eventId: event.id, id: second.id } }
  await expect(database().registration.update({ where, data: { status: 'confirmed' } })).rejects.toThrow(
    'registrations_promoted_in_order',
  )
  const offer = { offeredAt: new Date(), offerExpiresAt: inHours(1) }
  await expect(database().registration.update({ where, data: offer })).rejects.toThrow(
    'registrations_promoted_in_order',
  )
  await seatOutOfTurn(scope, jump)
  expect(await stateOf(1)).toMatchObject({ status: 'confirmed', jumpReason: '临时补位的讲者' })
  expect((await stateOf(0)).status).toBe('waitlisted')
  const view = await anOrganizerOf('event.view', event)
  const told = async (scope: typeof view) =>
    (await listActivity(scope, null)).lines.find(({ verb }) => verb === 'registration.jumped')?.subject
  expect(await told(view)).toBe('临时补位的讲者')
  expect(await told({ ...view, role: 'viewer' }), 'what is said of a guest').toBeNull()
  const stranger = await anOrganizerOf('guests.edit')
  await expect(seatOutOfTurn(stranger, { ...jump, id: seated.subjectId })).rejects.toThrow('form.not-found')
})

test('an offer is only accepted in time, also by hand; and only while waiting', async () => {
  const { event, seated, who } = await aQueue(1)
  await cancelMine(seated)
  await runOut(event.id)
  const where = { key: { eventId: event.id, id: who(0).subjectId } }
  await expect(database().registration.update({ where, data: { status: 'confirmed' } })).rejects.toThrow(
    'registrations_offer_in_time',
  )
  const gone = { key: { eventId: event.id, id: seated.subjectId } }
  const offer = { offeredAt: new Date(), offerExpiresAt: inHours(1) }
  await expect(database().registration.update({ where: gone, data: offer })).rejects.toThrow(
    'registrations_offer_while_waiting',
  )
})

test('one’s place is how many wait up to oneself, whoever left before, and costs no more among many', async () => {
  const { event, seated } = await aQueue(0)
  const eventId = event.id
  await database().$executeRaw`
    INSERT INTO registrations (event_id, id, status, name, contact_kind, contact, search_text, locale, ticket_code, waitlist_position, request_key)
    SELECT ${eventId}::uuid, gen_random_uuid(), 'waitlisted', 'x', 'email', n || '@example.com', 'x', 'zh', 'Q' || n, n, gen_random_uuid()
    FROM generate_series(1, 40000) n`
  await database().$executeRaw`
    UPDATE registrations SET status = 'cancelled' WHERE event_id = ${eventId}::uuid AND status = 'waitlisted' AND waitlist_position % 7 = 0`
  await database()
    .$executeRaw`DELETE FROM registrations WHERE event_id = ${eventId}::uuid AND waitlist_position BETWEEN 600 AND 700`
  const counted = async (position: number) => {
    const rows = await database().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM registrations WHERE event_id = ${eventId}::uuid AND status = 'waitlisted' AND waitlist_position <= ${position}`
    return rows[0]?.n
  }
  for (const position of [1, 7, 255, 256, 257, 650, 16_383, 16_384, 33_000, 40_000]) {
    expect(await placeOf(seated, position), `place ${position}`).toBe(await counted(position))
  }
  const [sum] = await database().$queryRaw<{ n: number }[]>`
    SELECT sum(waiting)::int AS n FROM waitlist_counts WHERE event_id = ${eventId}::uuid AND size = 256`
  expect(sum?.n).toBe(await counted(50_000))
  const [most] = await database().$queryRaw<{ n: number }[]>`
    SELECT max(n)::int AS n FROM (SELECT count(*) AS n FROM registrations WHERE event_id = ${eventId}::uuid AND status = 'waitlisted' GROUP BY waitlist_position / 256) b`
  expect(most?.n).toBeLessThanOrEqual(256)
})

test('the ticket of somebody who waits says the place, also when others left the queue before', async () => {
  const { who } = await aQueue(3, { hours: 24 * 30 })
  await cancelMine(who(0))
  expect(await findTicket(who(2))).toMatchObject({ status: 'waitlisted', place: 2, waitlistPosition: 3 })
})

test('control: offers without the promise of order go to whoever asks first', async () => {
  const table = `offers_${randomUUID().slice(0, 8)}`
  const db = database()
  await db.$executeRawUnsafe(
    `CREATE TABLE "${table}" AS SELECT n AS place, NULL::timestamptz AS offer FROM generate_series(1, 3) n`,
  )
  try {
    await db.$executeRawUnsafe(`UPDATE "${table}" SET offer = now() WHERE place = 3`)
    const [first] = await db.$queryRawUnsafe<{ place: number }[]>(
      `SELECT place FROM "${table}" WHERE offer IS NOT NULL`,
    )
    expect(first?.place).toBe(3)
  } finally {
    await db.$executeRawUnsafe(`DROP TABLE "${table}"`)
  }
})
