import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { startWorker } from '@/lib/jobs/worker'
import { sweep } from '@/lib/messages/commands/sweep'
import { systemJob } from '@/lib/people/scope'
import { addGift } from '@/lib/prizes/commands/gifts'
import { keepTable } from '@/lib/prizes/commands/imports'
import { slotPrize } from '@/lib/prizes/commands/plan'
import { moveSeats } from '@/lib/registration/commands/move-seats'
import { addContact } from '@/lib/sponsors/commands/contacts'
import { aHold } from '../support/entry'
import { anOrganizerOf } from '../support/factories'
import { aGuest, aPublishedEvent, outboxOf, rowOf } from '../support/guests'
import { mailable } from '../support/people'
import { aDesk, aGift } from '../support/sponsors'
import { expect, test } from '../support/test'

test('a registration wakes the worker, which stops when asked; without a worker the outbox still takes messages', async () => {
  const { event, proof } = await aPublishedEvent()
  let woken = 0
  const problems: unknown[] = []
  const tasks = {
    send_messages: async () => {
      woken++
    },
    move_seats: async () => {},
    sweep: async () => {},
  }
  const stop = startWorker(tasks, (error) => problems.push(error))
  await expect.poll(schemaIsThere, { timeout: 15_000 }).toBe(true)
  const before = woken
  await aGuest(proof)
  await expect.poll(() => woken, { timeout: 15_000 }).toBeGreaterThan(before)
  await stop()
  expect(problems).toEqual([])
  await aGuest(proof)
  expect(await outboxOf(event.id)).toHaveLength(2)
  // While it makes its tables, in an order of its own, who registers takes none of them, and so never waits for it.
  const takes = () =>
    database().$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO messages (id, event_id, series_id, kind, dedupe_key, locale, recipient_name, recipient, subject, text)
        VALUES (gen_random_uuid(), ${event.id}::uuid, ${event.seriesId}::uuid, 'x', gen_random_uuid(), 'zh', '', 'x@example.com', '', '')`
      const taken = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_locks JOIN pg_class c ON c.oid = relation
        WHERE pid = pg_backend_pid() AND c.relnamespace = to_regnamespace('graphile_worker')`
      return taken.length > 0
    })
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('worker/schema', 0))`
    expect(await takes()).toBe(false)
  })
  expect(await takes()).toBe(true)
})

async function schemaIsThere(): Promise<boolean> {
  const [row] = await database().$queryRaw<{ there: boolean }[]>`
    SELECT to_regprocedure('graphile_worker.add_job(text,json,text,timestamptz,integer,text,integer,text[],text)') IS NOT NULL AS there`
  return row?.there ?? false
}

test('the sweep forgets what has served its time and nothing else', async () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
  const [old, young] = [randomUUID(), randomUUID()]
  const key = (id: string, createdAt: Date) => ({
    actor: 'guest:',
    key: id,
    requestHash: new Uint8Array(32),
    result: {},
    createdAt,
  })
  await database().requestKey.createMany({ data: [key(old, ago(31)), key(young, ago(29))] })
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof)
  await aGuest(proof)
  const [first] = await outboxOf(event.id)
  await database().message.update({ where: { id: first?.id ?? '' }, data: { createdAt: ago(8) } })
  await sweep(systemJob())
  const kept = await database().requestKey.findMany({ where: { key: { in: [old, young] } } })
  expect(kept.map((row) => row.key)).toEqual([young])
  expect((await outboxOf(event.id)).map((message) => message.sealedLink !== null)).toEqual([false, true])
})

test('a pasted table nobody brought in, whom nobody invites any more and who was taken off a list are forgotten', async () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
  const scope = await anOrganizerOf('sponsors.edit')
  const tables = await Promise.all([0, 1].map(() => keepTable(scope, '商汤科技\t抱枕\t10\t虎哥 13800138000')))
  const letter = (recipient: string, createdAt: Date) => ({
    ...{ kind: 'invitation', dedupeKey: randomUUID(), locale: 'zh', recipient, recipientName: '', subject: 's' },
    ...{ text: '{link}', seriesId: scope.seriesId, createdAt },
  })
  const [old, young] = [`${randomUUID()}@example.com`, `${randomUUID()}@example.com`]
  await database().message.createMany({ data: [letter(old, ago(61)), letter(young, ago(59))] })
  await database().sponsorImport.updateMany({
    where: { ...scope.within, id: tables[0] ?? '' },
    data: { createdAt: ago(31) },
  })
  // Whoever was taken off the lists cannot be reached any more once that is not to be undone.
  const { sponsorId, contactId } = await aDesk(scope)
  const reach = { email: 'gone@example.com', phone: '+8613800138000', removedAt: ago(2) }
  await database().sponsorContact.update({ where: scope.seriesKey(contactId), data: { ...reach, wechat: 'gone' } })
  const stays = await addContact(scope, {
    sponsorId,
    name: '留下的人',
    email: mailable('stays@example.com'),
    phone: null,
    wechat: '',
  })
  const speaker = await database().speaker.create({ data: { ...scope.withinSeries, name: '汗青', ...reach } })
  await sweep(systemJob())
  const off = { email: null, phone: null }
  expect(await database().sponsorContact.findUnique({ where: scope.seriesKey(contactId) })).toMatchObject({
    ...off,
    wechat: '',
  })
  expect(await database().speaker.findUnique({ where: scope.seriesKey(speaker.id) })).toMatchObject(off)
  expect(await database().sponsorContact.findUnique({ where: scope.seriesKey(stays) })).toMatchObject({
    email: 'stays@example.com',
  })
  const kept = await database().sponsorImport.findMany({ where: scope.within, select: { id: true } })
  expect(kept).toEqual([{ id: tables[1] }])
  const recipients = await database().message.findMany({ where: { seriesId: scope.seriesId } })
  expect(recipients.map(({ recipient }) => recipient).sort()).toEqual([young, 'erased'].sort())
})

test('half a year after a stop nobody can be reached by what they registered with, after a shorter time they can', async () => {
  const ended = async (days: number) => {
    const { event, proof } = await aPublishedEvent()
    const ticket = await aGuest(proof, { contact: `kept-${days}-${event.slug}@example.com` })
    const endsAt = new Date(Date.now() - days * 86_400_000)
    const startsAt = new Date(endsAt.getTime() - 3_600_000)
    await database().event.update({ where: { id: event.id }, data: { startsAt, endsAt } })
    return { event, ticket }
  }
  const [old, young] = [await ended(181), await ended(179)]
  await sweep(systemJob())
  const contactOf = async ({ event, ticket }: typeof old) => {
    const key = { eventId: event.id, id: ticket.registrationId }
    const row = await database().registration.findUniqueOrThrow({ where: { key } })
    return `${row.contact} ${row.searchText} ${JSON.stringify(await outboxOf(event.id))}`
  }
  expect(await contactOf(old)).not.toContain('example.com')
  expect(await contactOf(young)).toContain('example.com')
})

test('what cannot go keeps nothing else from being forgotten', async () => {
  const { event, proof } = await aPublishedEvent()
  const ticket = await aGuest(proof)
  const endsAt = new Date(Date.now() - 181 * 86_400_000)
  const startsAt = new Date(endsAt.getTime() - 3_600_000)
  await database().event.update({ where: { id: event.id }, data: { startsAt, endsAt } })
  // A prize is to be drawn in an item that was taken off the programme.
  const scope = await anOrganizerOf('sponsors.edit', event)
  const raffle = { eventId: event.id, kind: 'raffle', title: '抽奖', durationMinutes: 30, position: 1 } as const
  const { id: talk } = await database().talk.create({ data: raffle })
  await slotPrize(scope, { id: await addGift(scope, aGift()), talk })
  await database().talk.updateMany({ where: { id: talk }, data: { removedAt: new Date(Date.now() - 2 * 86_400_000) } })
  await sweep(systemJob())
  expect((await rowOf(event.id, ticket.registrationId)).contact).toContain('erased:')
  expect(await database().talk.count({ where: { id: talk } })).toBe(1)
})

test('a stop at which the clock fails does not hold up the next one', async () => {
  const startsAt = new Date(Date.now() + 10 * 3_600_000)
  const { event } = await aPublishedEvent({ startsAt })
  const next = (await aPublishedEvent({ startsAt, seriesId: event.seriesId })).event
  for (const one of [event, next]) await aHold(one)
  await database().$executeRaw`UPDATE holds SET expires_at = now() - interval '1 minute'
    WHERE event_id IN (${event.id}::uuid, ${next.id}::uuid)`
  await database().$executeRaw`UPDATE events SET time_zone = 'Mars/Olympus' WHERE id = ${event.id}::uuid`
  await expect(moveSeats(systemJob(), { seriesId: event.seriesId })).rejects.toThrow(RangeError)
  expect((await database().hold.findFirstOrThrow({ where: { eventId: next.id } })).closedAt).not.toBeNull()
  expect((await database().hold.findFirstOrThrow({ where: { eventId: event.id } })).closedAt).toBeNull()
})
