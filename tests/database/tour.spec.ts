import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { editEvent } from '@/lib/events/commands/edit'
import { restoreDraft } from '@/lib/events/commands/remove'
import { seriesScope } from '@/lib/people/scope'
import { startFromStop } from '@/lib/tour/commands/start'
import { undoStart } from '@/lib/tour/commands/undo'
import { countWaiting, findBaggage, listActivity } from '@/lib/tour/queries'
import { anEvent, anOrganizerOf, anOrganizerOfSeries, aPerson, giveRole } from '../support/factories'
import { aFullStop, aGuest } from '../support/full-stop'
import { edited, threeThings } from '../support/stops'
import { expect, test } from '../support/test'

const everything = {
  venue: true,
  recap: true,
  talks: { orderBy: { position: 'asc' }, include: { people: true } },
  gifts: { include: { prize: { include: { units: true } }, contacts: true } },
  needs: true,
  volunteers: true,
  registrations: true,
  checkIns: true,
  secretLinks: true,
  memberships: true,
} as const

const whole = (id: string) => database().event.findUniqueOrThrow({ where: { id }, include: everything })

test('the next stop takes along what it may: times move, gifts become drafts, speakers are unconfirmed', async () => {
  const last = await aFullStop()
  const scope = await anOrganizerOfSeries('events.create', last.seriesId)
  const { id, slug } = await startFromStop(scope, threeThings(last.id))
  const next = await whole(id)
  expect(slug).toBe('chengdu')
  expect(next).toMatchObject({
    city: '成都',
    cityEn: 'Chengdu',
    title: '一起聊聊 · 成都站',
    summary: '',
    capacity: 60,
    approvalRequired: true,
    publishedAt: null,
    startedFromId: last.id,
    startsAt: new Date('2027-01-09T06:00:00Z'),
    endsAt: new Date('2027-01-09T10:00:00Z'),
    registrationEndsAt: new Date('2027-01-07T15:00:00Z'),
  })
  expect(next.talks.map(({ title, durationMinutes }) => [title, durationMinutes])).toEqual([
    ['《icebreaker》', 30],
    ['《talk》', 31],
    ['《raffle》', 32],
  ])
  expect(next.talks[1]?.people).toMatchObject([{ role: 'speaker', confirmedAt: null }])
  expect(next.gifts).toMatchObject([
    { title: '抱枕', status: 'draft', delivery: '', prize: { kind: 'voucher', admits: 2 } },
  ])
  expect(next.gifts[0]?.contacts).toHaveLength(1)
  expect(next.needs).toMatchObject([{ title: '夜宵', quantity: 30, dueAt: new Date('2026-12-30T15:00:00Z') }])
  expect(next.gifts[0]?.prize?.units.map(({ status }) => status)).toEqual(['in_stock', 'in_stock'])
  expect(next.volunteers).toMatchObject([
    { name: '待定', role: '门口', shift: '13:30–16:00', email: null, phone: null, confirmedAt: null },
  ])
})

test('attendees, check-ins, the venue, the recap, links and roles never come along; the last stop is untouched', async () => {
  const last = await aFullStop()
  const scope = await anOrganizerOfSeries('events.create', last.seriesId)
  const before = await whole(last.id)
  const { id } = await startFromStop(scope, threeThings(last.id))
  expect(await whole(id)).toMatchObject({
    venue: null,
    recap: null,
    registrations: [],
    checkIns: [],
    secretLinks: [],
    memberships: [],
    confirmedCount: 0,
    waitlistLast: 0,
  })
  expect(await whole(last.id)).toEqual(before)
})

test('what is unticked stays behind; without speakers a talk is an empty slot', async () => {
  const last = await aFullStop()
  const scope = await anOrganizerOfSeries('events.create', last.seriesId)
  const { id } = await startFromStop(scope, threeThings(last.id, { speakers: false, gifts: false, crew: false }))
  const next = await whole(id)
  expect(next.talks.map(({ title, people }) => [title, people.length])).toEqual([
    ['《icebreaker》', 0],
    ['分享（待定）', 0],
    ['《raffle》', 0],
  ])
  expect([next.gifts, next.volunteers]).toEqual([[], []])
  const bare = await startFromStop(scope, threeThings(last.id, { program: false, gifts: false, crew: false }))
  expect((await whole(bare.id)).talks).toEqual([])
})

test('the preview shows what would come along, and nothing else', async () => {
  const last = await aFullStop()
  const scope = await anOrganizerOfSeries('events.create', last.seriesId)
  const { talks, gifts, crew, needs } = await findBaggage(scope, last.id)
  expect(
    needs.map(({ title }) => title),
    'what was found at the last stop is not looked for again',
  ).toEqual(['夜宵'])
  expect(talks.map(({ title }) => title)).toEqual(['《icebreaker》', '《talk》', '《raffle》'])
  expect(gifts.map(({ title }) => title)).toEqual(['抱枕'])
  expect(crew.map(({ role }) => role)).toEqual(['门口'])
  const elsewhere = await anOrganizerOfSeries('events.create')
  expect(await findBaggage(elsewhere, last.id)).toEqual({ talks: [], gifts: [], crew: [], needs: [] })
})

test('a start is sent twice and made once', async () => {
  const last = await aFullStop()
  const scope = await anOrganizerOfSeries('events.create', last.seriesId)
  const once = { key: randomUUID(), input: {} }
  const [a, b] = [
    await startFromStop(scope, threeThings(last.id), once),
    await startFromStop(scope, threeThings(last.id), once),
  ]
  expect(b).toEqual(a)
})

test('a start is taken back within a day and can be brought back; not later, and not once it is public', async () => {
  const last = await aFullStop()
  const scope = await anOrganizerOfSeries('events.create', last.seriesId)
  const { id } = await startFromStop(scope, threeThings(last.id))
  await undoStart(scope, id)
  expect((await database().event.findUniqueOrThrow({ where: { id } })).removedAt).not.toBeNull()
  await restoreDraft(scope, id)
  expect((await whole(id)).talks).toHaveLength(3)

  await database().event.update({ where: { id }, data: { publishedAt: new Date() } })
  await expect(undoStart(scope, id)).rejects.toMatchObject({ code: 'tour.undo-over' })
  const dayAgo = new Date(Date.now() - 86_400_000)
  await database().event.update({ where: { id }, data: { publishedAt: null, createdAt: dayAgo } })
  await expect(undoStart(scope, id)).rejects.toMatchObject({ code: 'tour.undo-over' })
  await expect(undoStart(scope, last.id), 'it was not started from another').rejects.toMatchObject({
    code: 'tour.undo-over',
  })
})

test('stops of another series can be neither started from nor taken back', async () => {
  const last = await aFullStop()
  const own = await anOrganizerOfSeries('events.create', last.seriesId)
  const { id } = await startFromStop(own, threeThings(last.id))
  const elsewhere = await anOrganizerOfSeries('events.create')
  await expect(startFromStop(elsewhere, threeThings(last.id))).rejects.toMatchObject({ code: 'events.not-found' })
  await expect(undoStart(elsewhere, id)).rejects.toMatchObject({ code: 'events.not-found' })
  const host = await aPerson()
  await giveRole(host, 'host', { seriesId: last.seriesId, eventId: last.id })
  expect(await seriesScope(host, { id: last.seriesId }, 'events.create')).toBeNull()
})

test('what waits is counted for this stop alone', async () => {
  const event = await aFullStop()
  await aGuest(event.id, 'pending')
  const next = await anEvent({ seriesId: event.seriesId })
  await aGuest(next.id, 'pending')
  expect(await countWaiting(await anOrganizerOf('event.view', event))).toMatchObject({
    pending: 1,
    speakersOpen: 0,
    crew: 2,
    crewOpen: 1,
    giftsToThank: 0,
    unitsToHandOver: 1,
    venue: true,
    recapPublished: true,
  })
  expect(await countWaiting(await anOrganizerOf('event.view', next))).toMatchObject({
    pending: 1,
    crew: 0,
    venue: false,
    recapPublished: false,
  })
})

test('the log tells who did what, page by page, and names nobody who came', async () => {
  const event = await anEvent()
  const edit = await anOrganizerOf('event.edit', event)
  await editEvent(edit, edited({ title: '新标题', date: '2027-02-01' }))
  const guest = await aGuest(event.id)
  const line = { eventId: event.id, seriesId: event.seriesId, actorKind: 'attendee', actorId: guest, subjectId: guest }
  const start = Date.now() - 1_000_000
  await database().activity.createMany({
    data: Array.from({ length: 60 }, (_, n) => ({
      ...line,
      verb: 'registration.added',
      at: new Date(start + n * 1000),
    })),
  })
  const scope = await anOrganizerOf('event.view', event)
  const first = await listActivity(scope, null)
  expect(first.lines[0]).toMatchObject({ verb: 'event.edited', actorName: 'Invented Person' })
  expect(first.lines[0]?.details).toMatchObject({ fields: expect.arrayContaining(['title', 'startsAt']) })
  expect(first.lines[1]).toMatchObject({ actorKind: 'attendee', actorName: null, subject: null })
  expect([first.lines.length, first.more]).toEqual([50, true])
  const last = first.lines.at(-1)
  const second = await listActivity(scope, last ? { at: last.at, id: last.id } : null)
  expect([second.lines.length, second.more]).toEqual([11, false])
  const ids = [...first.lines, ...second.lines].map(({ id }) => id)
  expect(new Set(ids).size).toBe(61)
})
