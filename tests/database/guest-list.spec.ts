// checklist: 31, 32, 38, 42
import { randomUUID } from 'node:crypto'
import { scanTicket } from '@/lib/checkin/commands'
import { database } from '@/lib/database/client'
import { actOnGuests } from '@/lib/registration/commands/bulk'
import { editGuest } from '@/lib/registration/commands/edit-guest'
import { cancelGuest } from '@/lib/registration/commands/guests'
import { exportCells, exportCsv } from '@/lib/registration/queries/export'
import { findGuest, listGuestHistory } from '@/lib/registration/queries/guest'
import { countGuests, countMatching, listGuests, neighboursOf, portionOf } from '@/lib/registration/queries/guests'
import { searchTextOf } from '@/lib/registration/rules/seats'
import { guestEditSchema, guestFilter } from '@/lib/registration/schema/guests'
import { byteOrderMark } from '@/lib/values/csv'
import { newUuid } from '@/lib/values/uuid'
import { anOrganizerOf } from '../support/factories'
import { aGuest, aPublishedEvent, outboxOf, rowOf } from '../support/guests'
import { expect, test } from '../support/test'

type Given = { name: string; contact?: string; status?: 'pending' | 'waitlisted' | 'cancelled'; place?: number }

/** Many guests by one statement, in the order given. */
async function someGuests(eventId: string, given: Given[]): Promise<string[]> {
  const ids = given.map(() => newUuid()).sort()
  const rows = given.map(({ name, contact, status = 'pending', place }, n) => ({
    id: ids[n] ?? '',
    eventId,
    status,
    name,
    contactKind: contact?.startsWith('+') ? ('phone' as const) : ('email' as const),
    contact: contact ?? `many-${n}-${randomUUID().slice(0, 8)}@example.com`,
    searchText: searchTextOf(name, contact ?? 'many@example.com'),
    locale: 'zh',
    ticketCode: `G${String(n).padStart(5, '0')}`,
    waitlistPosition: place ?? null,
    requestKey: randomUUID(),
  }))
  await database().registration.createMany({ data: rows })
  return ids
}

test('guests are found by name, pinyin, initials, phone tail and mail domain, and by nothing else of the address', async () => {
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof, { name: '欧阳清越', contact: '13800135566' })
  await aGuest(proof, { name: 'Ada Lindqvist', contact: `ada-${randomUUID().slice(0, 6)}@mail.rare-domain.example` })
  await aGuest(await aPublishedEvent().then((other) => other.proof), { name: '欧阳别处', contact: '13800135566' })
  const scope = await anOrganizerOf('guests.view', event)
  const found = async (q: string) => (await listGuests(scope, guestFilter({ q }))).rows.map((row) => row.name)
  for (const q of [
    '清越',
    '越',
    '欧',
    '阳清',
    'ouyang',
    'o',
    'oyqy',
    'yangqingyue',
    '5566',
    ' OuYang 5566 ',
    '138 0013 5566',
  ]) {
    expect(await found(q), q).toEqual(['欧阳清越'])
  }
  for (const q of ['lindq', 'lindqvist', 'rare-domain', 'mail.rare', 'ADA', 'ada lind']) {
    expect(await found(q), q).toEqual(['Ada Lindqvist'])
  }
  for (const q of ['%', '_', '8001', '不存在', '越清', 'lindqvists', "'", '\\', '欧 ada'])
    expect(await found(q), q).toEqual([])
})

test('counts are kept whatever happens, and by hand-written SQL too', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 2 })
  const guests = [await aGuest(proof), await aGuest(proof), await aGuest(proof)]
  const scope = await anOrganizerOf('guests.edit', event)
  expect(await countGuests(scope)).toEqual({ all: 3, confirmed: 2, waitlisted: 1, pending: 0, ended: 0 })
  await cancelGuest(scope, { id: guests[0]?.registrationId ?? '', notify: false })
  expect(await countGuests(scope)).toEqual({ all: 3, confirmed: 2, waitlisted: 0, pending: 0, ended: 1 })
  await someGuests(event.id, [{ name: '甲' }, { name: '乙' }, { name: '丙' }])
  await database()
    .$executeRaw`UPDATE registrations SET status = 'declined' WHERE event_id = ${event.id}::uuid AND status = 'pending' AND name <> '甲'`
  await database().$executeRaw`DELETE FROM registrations WHERE event_id = ${event.id}::uuid AND name = '乙'`
  expect(await countGuests(scope)).toEqual({ all: 5, confirmed: 2, waitlisted: 0, pending: 1, ended: 2 })
  await expect(
    database().$executeRaw`UPDATE registration_counts SET total = -1 WHERE event_id = ${event.id}::uuid`,
  ).rejects.toThrow(/registration_counts_never_negative/)
})

test('every order comes in pages that meet without a gap, forwards and to the neighbours', async () => {
  const { event } = await aPublishedEvent()
  const names = ['王', '李', '张', 'Ada', '陈', 'bob', '林']
  const ids = await someGuests(
    event.id,
    Array.from({ length: 120 }, (_, n) => ({
      name: `${names[n % 7]}${n}`,
      status: 'waitlisted' as const,
      place: 120 - n,
    })),
  )
  const scope = await anOrganizerOf('guests.view', event)
  const walk = async (sort: string) => {
    const filter = guestFilter({ tab: 'waitlisted', sort })
    const seen: string[] = []
    let after: string | undefined
    do {
      const { rows, next } = await listGuests(scope, filter, after)
      seen.push(...rows.map(({ id }) => id))
      after = next ?? undefined
    } while (after)
    const middle = await neighboursOf(scope, filter, seen[60] ?? '')
    expect(middle, sort).toEqual({ before: seen[59], after: seen[61] })
    expect(await neighboursOf(scope, filter, seen[0] ?? ''), sort).toEqual({ before: null, after: seen[1] })
    return seen
  }
  expect(await walk('oldest')).toEqual(ids)
  expect(await walk('newest')).toEqual([...ids].reverse())
  expect(await walk('place')).toEqual([...ids].reverse())
  const byName = await walk('name')
  expect(new Set(byName)).toEqual(new Set(ids))
  const shown = await listGuests(scope, guestFilter({ tab: 'waitlisted', sort: 'name' }))
  // Pinyin and Latin in one alphabet: Ada, bob, 陈 (chen), 李 (li) …
  expect(shown.rows.slice(0, 36).map(({ name }) => name.replace(/\d/g, ''))).toEqual([
    ...Array(17).fill('Ada'),
    ...Array(17).fill('bob'),
    ...Array(2).fill('陈'),
  ])
})

test('tabs and filters narrow, and the count says how many', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 2 })
  const came = await aGuest(proof, { name: '来了的人', contact: '13900001111' })
  await aGuest(proof)
  await aGuest(proof)
  const door = await anOrganizerOf('checkin.run', event)
  await scanTicket(door, { scan: randomUUID(), registrationId: came.registrationId })
  const scope = await anOrganizerOf('guests.view', event)
  const counts = await countGuests(scope)
  const count = (search: Record<string, string>) => countMatching(scope, guestFilter(search), counts)
  expect(await count({})).toEqual({ count: 3, more: false })
  expect(await count({ by: 'phone' })).toEqual({ count: 1, more: false })
  expect(await count({ by: 'email', tab: 'confirmed' })).toEqual({ count: 1, more: false })
  expect(await count({ came: 'in' })).toEqual({ count: 1, more: false })
  expect(await count({ came: 'out', tab: 'confirmed' })).toEqual({ count: 1, more: false })
  expect(await count({ tab: 'ended' })).toEqual({ count: 0, more: false })
  expect((await listGuests(scope, guestFilter({ tab: 'confirmed', by: 'phone' }))).rows).toHaveLength(1)
})

test('many are approved in order, and what cannot be done stops no other', async () => {
  const { event, proof } = await aPublishedEvent({ approvalRequired: true, capacity: 2 })
  const scope = await anOrganizerOf('guests.edit', event)
  const guests = [await aGuest(proof), await aGuest(proof), await aGuest(proof)]
  const ids = guests.map(({ registrationId }) => registrationId)
  await actOnGuests(scope, { act: 'cancel', notify: false }, [ids[1] ?? ''])
  const report = await actOnGuests(scope, { act: 'approve', notify: true }, ids)
  expect(report.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'registration.not-pending', null])
  const approved = (await outboxOf(event.id)).filter(({ kind }) => kind === 'registration-approved')
  expect(approved).toHaveLength(2)
  expect(await portionOf(scope, guestFilter({ tab: 'ended' }), 10)).toEqual([ids[1]])
  const again = await actOnGuests(scope, { act: 'approve', notify: true }, ids)
  expect(again.every(({ refusal }) => refusal?.code === 'registration.not-pending')).toBe(true)
})

test('some are seated out of turn, with the reason that the log keeps', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 1 })
  const scope = await anOrganizerOf('guests.edit', event)
  await aGuest(proof)
  const waiting = [await aGuest(proof), await aGuest(proof), await aGuest(proof)].map((guest) => guest.registrationId)
  await database().event.update({ where: { id: event.id }, data: { capacity: 2 } })
  const order = { act: 'promote', notify: false, reason: '带来投影仪' } as const
  const report = await actOnGuests(scope, order, waiting.slice(1))
  expect(report.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'registration.full'])
  const view = await anOrganizerOf('guests.view', event)
  expect(await findGuest(view, waiting[1] ?? '')).toMatchObject({ status: 'confirmed', jumpReason: '带来投影仪' })
})

test('many of another event are not found', async () => {
  const [here, there] = [await aPublishedEvent({ approvalRequired: true }), await aPublishedEvent()]
  const { registrationId } = await aGuest(here.proof)
  const stranger = await anOrganizerOf('guests.edit', there.event)
  for (const act of ['approve', 'promote', 'decline', 'cancel', 'restore', 'resend'] as const) {
    const [one] = await actOnGuests(stranger, { act, notify: true, reason: 'x' }, [registrationId])
    expect(one?.refusal?.code, act).toBe('form.not-found')
  }
  expect((await rowOf(here.event.id, registrationId)).status).toBe('pending')
  expect(await findGuest(await anOrganizerOf('guests.view', there.event), registrationId)).toBeNull()
})

test('whoever saves second is shown what the first changed, and nothing is overwritten', async () => {
  const { event, proof } = await aPublishedEvent()
  const { registrationId: id } = await aGuest(proof, { name: '林一诺', contact: 'lin@example.com' })
  const scope = await anOrganizerOf('guests.edit', event)
  const edit = (name: string, contact: string, version: string) =>
    editGuest(scope, guestEditSchema.parse({ id, version, name, contact }))
  await edit('林一诺', 'new@example.com', '1')
  await expect(edit('林 一诺', 'lin@example.com', '1')).rejects.toMatchObject({
    version: 2,
    current: { name: '林一诺', contact: 'new@example.com' },
  })
  const row = await rowOf(event.id, id)
  expect(row).toMatchObject({ name: '林一诺', contact: 'new@example.com', contactKind: 'email', version: 2 })
  const view = await anOrganizerOf('guests.view', event)
  expect((await listGuests(view, guestFilter({ q: 'new@example.com' }))).rows).toHaveLength(1)
  const [last] = await listGuestHistory(view, id)
  expect(last).toMatchObject({ verb: 'registration.edited', details: { fields: ['contact'] } })
  await aGuest(proof, { contact: 'taken@example.com' })
  await expect(edit('林一诺', 'taken@example.com', '2')).rejects.toThrow('registration.on-the-list')
})

const textOf = async (stream: ReadableStream<Uint8Array>) => new Response(stream).text()

test('an export opens in a spreadsheet as what it is: no formula, no lost zero, times of the place', async () => {
  const { event } = await aPublishedEvent()
  const hostile = ['=1+1', '+1', '-1', '@sum', ' =1', '\uff1d1', 'He said "hi", twice', '王\n小明', '普通人']
  await someGuests(
    event.id,
    hostile.map((name, n) => ({ name, contact: n === 8 ? '+8613800138000' : n === 7 ? '+4917012345' : undefined })),
  )
  const scope = await anOrganizerOf('guests.view', event)
  const ask = { filter: guestFilter({ sort: 'oldest' }), locale: 'zh' as const }
  const csv = await textOf(await exportCsv(scope, ask))
  expect(csv.split('\n')[0]).toMatch(
    /^'=1\+1,many-0-\w+@example\.com,待确认,,G00000,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,,,$/,
  )
  for (const name of ["'+1", "'-1", "'@sum", "' =1", "'\uff1d1", '"He said ""hi"", twice"', '"王\n小明"'])
    expect(csv).toContain(`${name},`)
  expect(csv).toContain('+86 13800138000')
  expect(csv).toContain('+491701 2345')
  const cells = await exportCells(scope, ask)
  expect(cells?.map(([name]) => name)).toEqual(hostile)
  expect(cells?.at(-1)?.[1]).toBe('+8613800138000')
  const row = await database().registration.findFirstOrThrow({ where: { eventId: event.id, name: '普通人' } })
  const there = new Intl.DateTimeFormat('sv', { timeZone: scope.timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const came = there.format(Math.round(row.createdAt.getTime() / 1_000) * 1_000)
  expect(cells?.at(-1)?.[5]).toBe(came)
  expect(csv.trim().split('\n').at(-1)).toContain(`,${came},`)
  const one = await textOf(await exportCsv(scope, { ...ask, filter: guestFilter({ q: '普通' }) }))
  expect(one.trim().split('\n')).toHaveLength(1)
  expect(byteOrderMark).toBe('\ufeff')
})

test('an export that nobody reads on gives its connection back, and a quoted search stays a search', async () => {
  const { event } = await aPublishedEvent()
  await someGuests(event.id, [{ name: "O'Brien" }])
  const scope = await anOrganizerOf('guests.view', event)
  for (let n = 0; n < 8; n++) {
    await (await exportCsv(scope, { filter: guestFilter({}), locale: 'en' })).cancel()
  }
  const quoted = { filter: guestFilter({ q: "o'brien" }), locale: 'en' as const }
  expect(await textOf(await exportCsv(scope, quoted))).toContain("O'Brien")
  const evil = { filter: guestFilter({ q: "x'); drop table people; --" }), locale: 'en' as const }
  expect(await textOf(await exportCsv(scope, evil))).toBe('')
})
