import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { publicSeats } from '@/lib/events/queries'
import { whenOf } from '@/lib/events/rules'
import { systemJob } from '@/lib/people/scope'
import { putOff, setNewDate } from '@/lib/registration/commands/change-plan'
import { editStop } from '@/lib/registration/commands/edit-stop'
import { setEntry, setReconfirm } from '@/lib/registration/commands/entry'
import { addGuest } from '@/lib/registration/commands/guests'
import { releaseHold } from '@/lib/registration/commands/holds'
import { cancelMine, uncancelMine } from '@/lib/registration/commands/mine'
import { moveSeats } from '@/lib/registration/commands/move-seats'
import { registerFor } from '@/lib/registration/commands/register'
import { findDesk } from '@/lib/registration/queries/public'
import { entryShown, reconfirmShown } from '@/lib/registration/rules/settings'
import { guestSchema, registrationSchema } from '@/lib/registration/schema/registration'
import { markOf } from '@/lib/values/mark'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import { wallTimeOf } from '@/lib/values/time'
import { aHold, hoursLater, listEntries, seatDrawn } from '../support/entry'
import { anOrganizerOf } from '../support/factories'
import { aGuest, anAddress, aPublishedEvent, holding, outboxOf, rowOf } from '../support/guests'
import { refusalOf } from '../support/sponsors'
import { edited } from '../support/stops'
import { expect, test } from '../support/test'

type Proof = Awaited<ReturnType<typeof aPublishedEvent>>['proof']

const withCode = (proof: Proof, code: string, key = randomUUID()) => {
  const input = registrationSchema.parse({ locale: 'zh', name: '周一苇', contact: anAddress(), code })
  return registerFor(proof, input, { key, input })
}
const numbersOf = (id: string) =>
  database().event.findUniqueOrThrow({
    where: { id },
    select: { confirmedCount: true, openCount: true, heldSeats: true },
  })

test('seats set aside are no part of what the public sees, whether they are taken or not', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 5 })
  const { codes } = await aHold(event, { seats: '2' })
  expect(await publicSeats(proof)).toEqual({ capacity: 3, confirmedCount: 0 })
  expect((await withCode(proof, codes[0] ?? ''))?.status).toBe('confirmed')
  expect(await publicSeats(proof)).toEqual({ capacity: 3, confirmedCount: 0 })
  expect((await findDesk(proof)).seatsLeft).toBe(3)
  for (let n = 0; n < 3; n++) expect((await aGuest(proof)).status).toBe('confirmed')
  // Full for the public, though a seat set aside is still empty.
  expect((await aGuest(proof)).status).toBe('waitlisted')
  expect(await numbersOf(event.id)).toEqual({ confirmedCount: 4, openCount: 3, heldSeats: 2 })
  expect((await withCode(proof, ` ${codes[0]?.toLowerCase().replace('-', ' ')} `))?.status).toBe('confirmed')
  await expect(withCode(proof, codes[0] ?? '')).rejects.toMatchObject({
    code: 'registration.code-used-up',
    about: { field: 'code' },
  })
})

test('forty at once with one code for five seats: five are in, and Postgres would have it no other way', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 50 })
  const { id, codes } = await aHold(event, { seats: '5' })
  const answers = await Promise.allSettled(Array.from({ length: 40 }, () => withCode(proof, codes[0] ?? '')))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  const where = { key: { eventId: event.id, id: (await aGuest(proof)).registrationId } }
  await expect(database().registration.update({ where, data: { holdId: id } })).rejects.toThrow(
    'holds_never_overfilled',
  )
})

test('a code for one seat opens one seat; whoever gives it back opens it for the next', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 5 })
  const { codes } = await aHold(event, { seats: '2', codes: 'single' })
  expect(new Set(codes).size).toBe(2)
  const first = await withCode(proof, codes[0] ?? '')
  await expect(withCode(proof, codes[0] ?? '')).rejects.toThrow('registration.code-used-up')
  if (!first) throw new Error('no ticket')
  const holder = await holding(first)
  await cancelMine(holder)
  expect(await uncancelMine(holder)).toBe('confirmed')
  await cancelMine(holder)
  expect((await withCode(proof, codes[0] ?? ''))?.status).toBe('confirmed')
  // The seat behind the code is somebody else's now: back to the public pool.
  expect(await uncancelMine(holder)).toBe('confirmed')
  expect((await rowOf(event.id, first.registrationId)).holdId).toBeNull()
})

test('codes pass approval, ballot and queue; by invitation only nobody comes in without one', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 3, approvalRequired: true })
  const { scope, codes } = await aHold(event, { seats: '2' })
  expect((await withCode(proof, codes[0] ?? ''))?.status).toBe('confirmed')
  await setEntry(scope, { entryMode: 'invitation', ballotEnds: null })
  await expect(aGuest(proof)).rejects.toMatchObject({ code: 'registration.code-needed', about: { field: 'code' } })
  await expect(withCode(proof, 'NOSUCHCODE22')).rejects.toMatchObject({ code: 'registration.code-unknown' })
  const stranger = await aHold((await aPublishedEvent()).event)
  await expect(withCode(proof, stranger.codes[0] ?? '')).rejects.toMatchObject({ code: 'registration.code-unknown' })
  expect((await withCode(proof, codes[0] ?? ''))?.status).toBe('confirmed')
})

test('more seats than are free can’t be set aside; what is given back goes to whoever waits, at once or when its time comes', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 3 })
  await aGuest(proof)
  await expect(aHold(event, { seats: '3' })).rejects.toMatchObject({ code: 'entry.not-enough-seats' })
  const { scope, id, codes } = await aHold(event, { seats: '1' })
  const late = await aHold(event, {
    seats: '1',
    expires: wallTimeOf(new Date(Date.now() + 3_600_000), 'Asia/Shanghai'),
  })
  const [first, second] = [await aGuest(proof), await aGuest(proof)]
  expect([first.status, second.status]).toEqual(['waitlisted', 'waitlisted'])
  await releaseHold(scope, id)
  expect((await rowOf(event.id, first.registrationId)).status).toBe('confirmed')
  await expect(withCode(proof, codes[0] ?? '')).rejects.toThrow('registration.code-used-up')
  await expect(releaseHold(scope, id)).rejects.toThrow('entry.hold-closed')
  const stranger = await anOrganizerOf('guests.edit')
  await expect(releaseHold(stranger, late.id)).rejects.toThrow('entry.hold-closed')
  await database()
    .$executeRaw`UPDATE holds SET expires_at = clock_timestamp() - interval '1 second' WHERE id = ${late.id}::uuid`
  expect((await Promise.all([1, 2].map(() => moveSeats(systemJob(), { eventId: event.id })))).flat()).toEqual([
    event.id,
  ])
  expect((await rowOf(event.id, second.registrationId)).status).toBe('confirmed')
  expect(await numbersOf(event.id)).toMatchObject({ heldSeats: 0 })
})

test('an organiser puts a guest into seats set aside by hand, while there are any', async () => {
  const { event } = await aPublishedEvent({ capacity: 1 })
  const { scope, id } = await aHold(event, { seats: '1', codes: 'none' })
  const byHand = () => guestSchema.parse({ name: '讲者', contact: anAddress(), locale: 'zh', hold: id })
  const added = await addGuest(scope, byHand(), undefined)
  expect(added.status).toBe('confirmed')
  await expect(addGuest(scope, byHand(), undefined)).rejects.toMatchObject({ code: 'registration.hold-full' })
  expect(await numbersOf(event.id)).toEqual({ confirmedCount: 1, openCount: 0, heldSeats: 1 })
})

/** A stop with a ballot whose window closes in an hour, and so many entries. */
async function aBallot(entries: number, capacity: number) {
  const { event, proof } = await aPublishedEvent({ capacity })
  const scope = await anOrganizerOf('guests.edit', event)
  const ballotEnds = wallTimeOf(new Date(Date.now() + 3_600_000), 'Asia/Shanghai')
  await setEntry(scope, { entryMode: 'ballot', ballotEnds })
  const tickets = []
  for (let n = 0; n < entries; n++) tickets.push(await aGuest(proof))
  return { event, proof, scope, ballotEnds, tickets, ids: tickets.map(({ registrationId }) => registrationId) }
}

test('in a ballot everybody waits for the draw, whenever they came; it seats them in its order and tells each', async () => {
  const { event, proof, scope, ballotEnds, tickets, ids } = await aBallot(5, 2)
  expect(new Set(tickets.map(({ status }) => status))).toEqual(new Set(['pending']))
  const order = [3, 0, 4, 1, 2].map((n) => ids[n] ?? '')
  await expect(seatDrawn(scope, order)).rejects.toThrow('entry.window-open')
  await expect(setEntry(scope, { entryMode: 'open', ballotEnds: null })).rejects.toThrow('entry.ballot-has-entries')
  await hoursLater(event.id, 2)
  await expect(aGuest(proof)).rejects.toThrow('registration.not-open-drawing')
  expect((await listEntries(scope)).map(({ id }) => id)).toEqual(ids)
  const [gone] = tickets
  if (gone) await cancelMine(await holding(gone))
  await expect(seatDrawn(scope, [randomUUID(), ...order])).rejects.toThrow('entry.not-an-order')
  await expect(seatDrawn(scope, [...order, order[0] ?? ''])).rejects.toThrow('entry.not-an-order')
  const stranger = await anOrganizerOf('guests.edit')
  await expect(seatDrawn(stranger, order)).rejects.toThrow('entry.no-ballot')
  expect(await seatDrawn(scope, order.slice(0, 4))).toEqual({ seated: 2, waiting: 2 })
  const rows = await Promise.all([3, 4, 1, 2].map((n) => rowOf(event.id, ids[n] ?? '')))
  expect(rows.map(({ status, waitlistPosition }) => [status, waitlistPosition])).toEqual([
    ['confirmed', null],
    ['confirmed', null],
    ['waitlisted', 1],
    ['waitlisted', 2],
  ])
  const kinds = (await outboxOf(event.id)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'registration-drawn')).toHaveLength(2)
  expect(kinds.filter((kind) => kind === 'registration-undrawn')).toHaveLength(2)
  await expect(seatDrawn(scope, order)).rejects.toThrow('entry.no-ballot')
  await expect(setEntry(scope, { entryMode: 'ballot', ballotEnds })).rejects.toThrow('entry.drawn-already')
  // Whoever comes now joins the queue behind everybody drawn.
  const late = await aGuest(proof)
  expect((await rowOf(event.id, late.registrationId)).waitlistPosition).toBe(3)
})

test('a ballot needs an end that lies ahead and before the start, also in the table', async () => {
  const { event } = await aPublishedEvent()
  const scope = await anOrganizerOf('guests.edit', event)
  for (const ballotEnds of [null, '2020-01-01T10:00', wallTimeOf(event.endsAt, 'Asia/Shanghai')]) {
    await expect(setEntry(scope, { entryMode: 'ballot', ballotEnds })).rejects.toMatchObject({
      code: 'entry.ballot-end',
    })
  }
  await expect(database().event.update({ where: { id: event.id }, data: { entryMode: 'ballot' } })).rejects.toThrow(
    'events_ballot_has_an_end',
  )
})

test('two who set how people get in, or when they are asked again: the second is shown what the first changed', async () => {
  const { event } = await aPublishedEvent()
  const scope = await anOrganizerOf('guests.edit', event)
  const [way, again] = [entryShown(event), reconfirmShown(event)]
  await setEntry(scope, { entryMode: 'invitation', ballotEnds: null, version: markOf(way) })
  const late = setEntry(scope, { entryMode: 'open', ballotEnds: null, version: markOf(way) })
  await expect(late).rejects.toMatchObject({ current: { entryMode: 'invitation', ballotEnds: '' } })
  const asked = { reconfirmDays: 3, reconfirmReleaseHours: null }
  await setReconfirm(scope, { ...asked, version: markOf(again) })
  await expect(setReconfirm(scope, { ...asked, reconfirmDays: 7, version: markOf(again) })).rejects.toThrow(
    ChangedMeanwhile,
  )
  const kept = await database().event.findUniqueOrThrow({ where: { id: event.id } })
  expect(kept).toMatchObject({ entryMode: 'invitation', ...asked })
  // What else was written meanwhile is nobody's change.
  await setReconfirm(scope, { ...asked, reconfirmDays: 7, version: markOf(reconfirmShown(kept)) })
})

test('a stop that moves leaves its ballot time to be drawn, and no end of registration behind its own', async () => {
  const { event } = await aPublishedEvent()
  const [scope, organizer] = [await anOrganizerOf('guests.edit', event), await anOrganizerOf('event.edit', event)]
  const day = (days: number) => {
    const startsAt = new Date(Date.now() + days * 86_400_000)
    return { ...whenOf({ startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000), timeZone: event.timeZone }) }
  }
  const closes = wallTimeOf(new Date(Date.now() + 5 * 86_400_000), event.timeZone)
  await setEntry(scope, { entryMode: 'ballot', ballotEnds: closes })
  const ends = new Date(Date.now() + 20 * 86_400_000)
  await database().event.update({ where: { id: event.id }, data: { registrationEndsAt: ends } })
  const move = (days: number) => refusalOf(editStop(organizer, edited({ ...day(days), registrationEnds: '' })))
  expect(await move(3)).toBe('events.ballot-after-start')
  await putOff(organizer, '场地漏水')
  expect(await refusalOf(setNewDate(organizer, day(3)))).toBe('events.ballot-after-start')
  expect(await refusalOf(setNewDate(organizer, day(10)))).toBe('done')
  expect((await database().event.findUniqueOrThrow({ where: { id: event.id } })).registrationEndsAt).toBeNull()
})
