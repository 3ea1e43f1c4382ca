// checklist: 41
import { randomUUID } from 'node:crypto'
import { scanTicket } from '@/lib/checkin/commands'
import { database } from '@/lib/database/client'
import { retryMessage } from '@/lib/messages/commands/by-hand'
import { holderOf, makeLink, noteArrived, type TicketHolder } from '@/lib/people/holder'
import { handOver } from '@/lib/registration/commands/hand-over'
import { keepImport, planImport, runImport } from '@/lib/registration/commands/import-guests'
import { eraseMine } from '@/lib/registration/commands/mine'
import { registerFor } from '@/lib/registration/commands/register'
import { undoImport } from '@/lib/registration/commands/undo-import'
import { findImport, linesOf, previewImport } from '@/lib/registration/queries/imports'
import { readTable } from '@/lib/registration/rules/import-file'
import { importPlanSchema } from '@/lib/registration/schema/imports'
import { anOrganizerOf } from '../support/factories'
import { aForm, aGuest, aPublishedEvent, holding, outboxOf } from '../support/guests'
import { mailable } from '../support/people'
import { expect, test } from '../support/test'

type Scope = Awaited<ReturnType<typeof anOrganizerOf<'guests.edit'>>>

async function aList(scope: Scope, lines: string[], head = 'name,email', key = randomUUID()) {
  const table = await readTable(new TextEncoder().encode([head, ...lines].join('\n')))
  if (typeof table === 'string') throw new Error(table)
  return keepImport(scope, { name: 'list.csv', table, locale: 'zh' }, key)
}

const plan = (scope: Scope, id: string, given: object = {}) =>
  planImport(
    scope,
    importPlanSchema.parse({ id, columns: ['name', 'email'], locale: 'zh', whenFull: 'waiting', ...given }),
  )

async function runAll(scope: Scope, id: string) {
  for (let left = 1; left > 0; ) ({ left } = await runImport(scope, id))
}

const many = (count: number) => Array.from({ length: count }, (_, n) => `来宾${n},list-${n}@example.com`)
const statuses = async (eventId: string) =>
  Object.fromEntries(
    (await database().registrationCount.findMany({ where: { eventId } })).map(({ status, total }) => [status, total]),
  )

test('people get seats in the order of the list, the rest waits, and nobody is told or has consented', async () => {
  const { event } = await aPublishedEvent({ capacity: 120 })
  const scope = await anOrganizerOf('guests.edit', event)
  const id = await aList(scope, [...many(250), '没有地址,', '重复,list-3@example.com'])
  const found = await findImport(scope, id)
  if (!found) throw new Error('gone')
  const { counts } = await previewImport(scope, found)
  expect(counts).toEqual({ fresh: 250, seated: 120, beyond: 130, known: 1, away: 0, wrong: 1 })
  expect(await statuses(event.id)).toEqual({})
  await runAll(scope, id)
  expect(await statuses(event.id)).toEqual({ confirmed: 120, waitlisted: 130 })
  expect((await findImport(scope, id))?.outcomes).toEqual({ confirmed: 120, waitlisted: 130, known: 1, wrong: 1 })
  const rows = await database().registration.findMany({
    where: { eventId: event.id },
    orderBy: { waitlistPosition: 'asc' },
  })
  expect(rows.every((row) => !row.newsConsentAt && !row.photoConsentAt && row.noticeVersion === 0)).toBe(true)
  const waiting = rows.filter(({ status }) => status === 'waitlisted')
  expect(waiting.map(({ waitlistPosition }) => waitlistPosition)).toEqual(waiting.map((_, n) => n + 1))
  expect(waiting[0]?.contact).toBe('list-120@example.com')
  expect(await outboxOf(event.id)).toEqual([])
})

test('who asks for it refuses the rest, tells them, and passes nobody who waits', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 2 })
  const scope = await anOrganizerOf('guests.edit', event)
  const id = await aList(scope, many(5))
  await plan(scope, id, { whenFull: 'refused', notify: 'on' })
  await runAll(scope, id)
  expect((await findImport(scope, id))?.outcomes).toEqual({ confirmed: 2, full: 3 })
  const letters = await outboxOf(event.id)
  expect(letters.map(({ kind }) => kind)).toEqual(['registration-ticket', 'registration-ticket'])
  await aGuest(proof)
  await database().event.update({ where: { id: event.id }, data: { capacity: 3 } })
  const next = await aList(scope, ['后来者,late@example.com'])
  await runAll(scope, next)
  expect(await statuses(event.id)).toMatchObject({ confirmed: 3, waitlisted: 1 })
  const late = await database().registration.findFirstOrThrow({
    where: { eventId: event.id, contact: 'late@example.com' },
  })
  expect(late.status).toBe('waitlisted')
})

test('posted twice, run side by side, imported again: each person once', async () => {
  const { event } = await aPublishedEvent({ capacity: 500 })
  const scope = await anOrganizerOf('guests.edit', event)
  const key = randomUUID()
  const [one, two] = await Promise.all([
    aList(scope, many(150), undefined, key),
    aList(scope, many(150), undefined, key),
  ])
  expect(one).toBe(two)
  await Promise.all([runAll(scope, one), runAll(scope, one), runAll(scope, one)])
  expect(await statuses(event.id)).toEqual({ confirmed: 150 })
  const again = await aList(scope, many(150))
  await runAll(scope, again)
  expect((await findImport(scope, again))?.outcomes).toEqual({ known: 150 })
  expect(await statuses(event.id)).toEqual({ confirmed: 150 })
})

test('an import is undone as one act, but for those who came in, and what waits to be sent is not sent', async () => {
  const { event } = await aPublishedEvent({ capacity: 3 })
  const scope = await anOrganizerOf('guests.edit', event)
  const id = await aList(scope, many(5))
  await expect(undoImport(scope, { id, typed: '0' })).rejects.toThrow('guests.import-not-run')
  await plan(scope, id, { notify: 'on' })
  await runAll(scope, id)
  const first = await database().registration.findFirstOrThrow({
    where: { eventId: event.id, contact: 'list-0@example.com' },
  })
  await scanTicket(await anOrganizerOf('checkin.run', event), { scan: randomUUID(), registrationId: first.id })
  await expect(undoImport(scope, { id, typed: '4' })).rejects.toThrow('guests.import-mistyped')
  expect(await undoImport(scope, { id, typed: '5' })).toEqual({ gone: 4, stayed: 1 })
  expect(await statuses(event.id)).toMatchObject({ confirmed: 1, waitlisted: 0 })
  expect(
    (await outboxOf(event.id))
      .filter(({ status }) => status === 'waiting')
      .every(({ recipient }) => recipient === 'list-0@example.com'),
  ).toBe(true)
  const [letter] = (await outboxOf(event.id)).filter(({ recipient }) => recipient === 'list-1@example.com')
  await expect(retryMessage(scope, letter?.id ?? ''), 'nor by hand').rejects.toThrow('messages.not-to-send')
  await expect(undoImport(scope, { id, typed: '1' })).rejects.toThrow('guests.import-undone')
  await expect(runImport(scope, id)).rejects.toThrow('guests.import-undone')
  expect((await linesOf(scope, id)).map(({ outcome }) => outcome)).toEqual([
    'kept',
    'undone',
    'undone',
    'undone',
    'undone',
  ])
})

test('whoever has made an imported place their own keeps it, and what waits for them, when the import is undone', async () => {
  const { event, proof } = await aPublishedEvent()
  const scope = await anOrganizerOf('guests.edit', event)
  const id = await aList(scope, many(4))
  await plan(scope, id, { notify: 'on' })
  await runAll(scope, id)
  const at = { eventId: event.id, seriesId: event.seriesId }
  const holders = await Promise.all(
    [0, 1].map(async (n) => {
      const where = { eventId: event.id, contact: `list-${n}@example.com` }
      const { id: subjectId } = await database().registration.findFirstOrThrow({ where })
      const secret = await database().$transaction((tx) => makeLink(tx, 'ticket', { ...at, subjectId }))
      return (await holderOf('ticket', secret)) as TicketHolder
    }),
  )
  const [opened, giver] = holders as [TicketHolder, TicketHolder]
  await noteArrived(opened)
  const friend = { kind: 'email', contact: mailable('friend@example.com') } as const
  await handOver(giver, { name: '朋友', contact: friend })
  const input = aForm({ contact: 'list-2@example.com' })
  await registerFor(proof, input, { key: randomUUID(), input })
  expect(await undoImport(scope, { id, typed: '4' })).toEqual({ gone: 1, stayed: 3 })
  expect(await statuses(event.id)).toMatchObject({ confirmed: 3 })
  const waiting = (await outboxOf(event.id)).filter(({ status }) => status === 'waiting')
  const told = [...new Set(waiting.map(({ recipient }) => recipient))].sort()
  expect(told).toEqual(['friend@example.com', 'list-0@example.com', 'list-2@example.com'])
})

test('columns can be put right until people were imported, and must name a contact', async () => {
  const { event } = await aPublishedEvent()
  const scope = await anOrganizerOf('guests.edit', event)
  const id = await aList(scope, ['Ada,ada@example.com'], 'Wer,Wohin')
  await expect(runImport(scope, id)).rejects.toThrow('guests.import-needs-columns')
  await plan(scope, id)
  await runAll(scope, id)
  expect(await statuses(event.id)).toEqual({ confirmed: 1 })
  await expect(plan(scope, id)).rejects.toThrow('guests.import-under-way')
})

test('whoever is forgotten is forgotten in the list they came with', async () => {
  const { event, proof } = await aPublishedEvent()
  const scope = await anOrganizerOf('guests.edit', event)
  const id = await aList(scope, many(2))
  await runAll(scope, id)
  await database()
    .$executeRaw`UPDATE registrations SET contact = 'erased:' || id WHERE event_id = ${event.id}::uuid AND contact = 'list-0@example.com'`
  expect((await linesOf(scope, id)).map(({ cells }) => cells.length)).toEqual([0, 2])
  // Also where they were known already, or their line was never read, however it writes the address.
  const phone = await aGuest(proof, { name: '早就报名', contact: '13800138000' })
  const again = await aList(scope, ['早就报名,138 0013 8000', '林一诺, LIST-1@Example.com', '别人,other@example.com'])
  await runAll(scope, await aList(scope, ['早就报名,+86 138-0013-8000']))
  await eraseMine(await holding(phone))
  expect((await linesOf(scope, again)).map(({ cells }) => cells.length)).toEqual([0, 2, 2])
  expect(JSON.stringify(await database().guestImportRow.findMany({ where: scope.within }))).not.toContain('早就报名')
})

test('an import of another event is not found by any command', async () => {
  const [here, there] = [await aPublishedEvent(), await aPublishedEvent()]
  const id = await aList(await anOrganizerOf('guests.edit', here.event), many(2))
  const stranger = await anOrganizerOf('guests.edit', there.event)
  for (const act of [
    () => plan(stranger, id),
    () => runImport(stranger, id),
    () => undoImport(stranger, { id, typed: '2' }),
  ]) {
    await expect(act()).rejects.toThrow('form.not-found')
  }
  expect(await findImport(stranger, id)).toBeNull()
  expect(await statuses(here.event.id)).toEqual({})
})
