import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { createEvent } from '@/lib/events/commands/create'
import { editEvent } from '@/lib/events/commands/edit'
import { removeDraft, restoreDraft } from '@/lib/events/commands/remove'
import {
  cancelEvent,
  postponeEvent,
  publishEvent,
  rescheduleEvent,
  resumeEvent,
  unpublishEvent,
} from '@/lib/events/commands/status'
import { saveVenue } from '@/lib/events/commands/venue'
import { findEvent, listPublicStops, listRemovedDrafts, listStops, publicEvent } from '@/lib/events/queries'
import { eventScope, publicSeries, publishedEvent, seriesScope } from '@/lib/people/scope'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import { anEvent, anOrganizerOf, anOrganizerOfSeries, aPerson, aSeries, giveRole } from '../support/factories'
import { edited, typed } from '../support/stops'
import { expect, test } from '../support/test'

const when = { date: '2028-05-06', start: '14:00', end: '18:00', timeZone: 'Asia/Shanghai' }

async function aPublicStop() {
  const event = await anEvent({ published: true })
  return { event, scope: await anOrganizerOf('event.edit', event) }
}

async function confirmed(eventId: string, count: number) {
  for (let n = 0; n < count; n++) {
    await database().registration.create({
      data: {
        eventId,
        status: 'confirmed',
        name: `测试${n}`,
        contactKind: 'email',
        contact: `guest-${n}@example.com`,
        searchText: 'x',
        locale: 'zh',
        ticketCode: `AAAA2${n}`,
        requestKey: randomUUID(),
      },
    })
  }
}

test('a stop is made of a city, a date and a time: the rest is proposed', async () => {
  const scope = await anOrganizerOfSeries('events.create')
  const first = await createEvent(scope, typed())
  expect(first.slug).toBe('chengdu')
  const again = await createEvent(scope, typed({ venueName: '天府软件园' }))
  expect(again.slug).toBe('chengdu-2027')
  const rows = await database().event.findMany({
    where: { seriesId: scope.seriesId },
    orderBy: { number: 'asc' },
    include: { venue: true },
  })
  expect(rows.map(({ number, cityEn }) => [number, cityEn])).toEqual([
    [1, 'Chengdu'],
    [2, 'Chengdu'],
  ])
  expect(rows.map(({ venue }) => venue?.name ?? null)).toEqual([null, '天府软件园'])
  expect(rows[0]?.startsAt.toISOString()).toBe('2027-01-09T06:00:00.000Z')
})

test('a form sent twice makes one stop; ten at once make ten with ten numbers', async () => {
  const scope = await anOrganizerOfSeries('events.create')
  const once = { key: randomUUID(), input: {} }
  const twice = await Promise.all([createEvent(scope, typed(), once), createEvent(scope, typed(), once)])
  expect(twice[0].id).toBe(twice[1].id)
  await Promise.all(Array.from({ length: 10 }, () => createEvent(scope, typed())))
  const rows = await database().event.findMany({
    where: { seriesId: scope.seriesId },
    select: { number: true, slug: true },
  })
  expect(new Set(rows.map(({ number }) => number)).size).toBe(11)
  expect(new Set(rows.map(({ slug }) => slug)).size).toBe(11)
})

test('a slug that another stop of the series has or had is taken', async () => {
  const scope = await anOrganizerOfSeries('events.create')
  const { id } = await createEvent(scope, typed({ slug: 'rongcheng' }))
  await expect(createEvent(scope, typed({ slug: 'rongcheng' }))).rejects.toMatchObject({ code: 'events.slug-taken' })
  const edit = await anOrganizerOf('event.edit', { id, seriesId: scope.seriesId })
  await editEvent(edit, edited({ slug: 'furong' }))
  await expect(createEvent(scope, typed({ slug: 'rongcheng' }))).rejects.toMatchObject({ code: 'events.slug-taken' })
})

test('an old address of a stop leads to the new one, on public pages and for organisers', async () => {
  const { event, scope } = await aPublicStop()
  await editEvent(scope, edited({ slug: 'new-name' }))
  const [series, old] = [event.series.slug, event.slug]
  expect(await publishedEvent({ series, event: old })).toMatchObject({ eventId: event.id, eventSlug: 'new-name' })
  const viewer = await aPerson()
  await giveRole(viewer, 'organizer', { seriesId: event.seriesId })
  expect(await eventScope(viewer, { series, event: old }, 'event.view')).toMatchObject({ eventSlug: 'new-name' })
})

test('there are never fewer seats than are confirmed, and the refusal says how many', async () => {
  const event = await anEvent({ published: true, capacity: 10 })
  const scope = await anOrganizerOf('event.edit', event)
  await confirmed(event.id, 3)
  await expect(editEvent(scope, edited({ capacity: '2' }))).rejects.toMatchObject({
    code: 'events.capacity-below-confirmed',
    about: { field: 'capacity', values: { confirmed: 3 } },
  })
  await editEvent(scope, edited({ capacity: '3' }))
  expect((await findEvent(scope)).capacity).toBe(3)
})

test('a registration cannot close after the stop, nor two stops have one number', async () => {
  const series = await aSeries()
  const [one, two] = [await anEvent({ seriesId: series.id }), await anEvent({ seriesId: series.id })]
  const scope = await anOrganizerOf('event.edit', two)
  await expect(editEvent(scope, edited({ number: '2', registrationEnds: '2027-01-09T18:01' }))).rejects.toMatchObject({
    code: 'events.deadline-after-end',
  })
  await expect(editEvent(scope, edited({ number: String(one.number) }))).rejects.toMatchObject({
    code: 'events.number-taken',
  })
})

test('the second of two who edit a stop or its venue is shown what the first wrote', async () => {
  const { scope } = await aPublicStop()
  await editEvent(scope, edited({ title: '先' }))
  const late = editEvent(scope, edited({ title: '后' }))
  await expect(late).rejects.toBeInstanceOf(ChangedMeanwhile)
  await expect(late).rejects.toMatchObject({ version: 2, current: { title: '先', start: '14:00' } })

  const place = { nameEn: null, address: '', addressEn: null, directions: '', coordinates: null }
  await saveVenue(scope, { ...place, name: '先', version: 0 })
  await expect(saveVenue(scope, { ...place, name: '后', version: 0 })).rejects.toMatchObject({
    current: { name: '先' },
  })
})

test('a venue is named, or not known yet', async () => {
  const { scope } = await aPublicStop()
  const nothing = { name: '', nameEn: null, address: '', addressEn: null, directions: '', coordinates: null }
  await expect(saveVenue(scope, { ...nothing, address: '天府大道 1 号', version: 0 })).rejects.toMatchObject({
    code: 'events.venue-needs-name',
  })
  await saveVenue(scope, { ...nothing, name: '软件园', coordinates: { latitude: 30.5, longitude: 104 }, version: 0 })
  expect((await findEvent(scope)).venue).toMatchObject({ name: '软件园', latitude: 30.5 })
  const version = (await findEvent(scope)).venue?.version ?? 0
  await saveVenue(scope, { ...nothing, version })
  expect((await findEvent(scope)).venue).toBeNull()
  await saveVenue(scope, { ...nothing, name: '新会场', version: 0 })
  const old = saveVenue(scope, { ...nothing, name: '从旧页面来', version })
  await expect(old, 'a form of before').rejects.toMatchObject({ current: { name: '新会场' } })
})

test('a stop with an empty programme is not published; with one item it is, and everybody sees it', async () => {
  const event = await anEvent()
  const scope = await anOrganizerOf('event.edit', event)
  await expect(publishEvent(scope)).rejects.toMatchObject({ code: 'events.not-ready' })
  expect(await publishedEvent({ id: event.id })).toBeNull()
  await database().talk.create({
    data: { eventId: event.id, kind: 'talk', title: '分享', durationMinutes: 30, position: 0 },
  })
  await publishEvent(scope)
  expect(await publishedEvent({ id: event.id })).not.toBeNull()
  await expect(publishEvent(scope), 'it is public already').rejects.toMatchObject({ code: 'events.not-now' })
  await unpublishEvent(scope)
  expect(await publishedEvent({ id: event.id })).toBeNull()
})

test('a stop that people registered for does not vanish: it is called off, with a reason they can read', async () => {
  const { event, scope } = await aPublicStop()
  await confirmed(event.id, 1)
  await expect(unpublishEvent(scope)).rejects.toMatchObject({
    code: 'events.has-guests',
    about: { values: { count: 1 } },
  })
  await cancelEvent(scope, '台风')
  const shown = await publishedEvent({ id: event.id })
  expect(shown && (await publicEvent(shown))).toMatchObject({ changeReason: '台风', cancelledAt: expect.any(String) })
  await resumeEvent(scope)
  expect(shown && (await publicEvent(shown))).toMatchObject({ changeReason: '', cancelledAt: null })
})

test('a postponed stop waits for a new date, and is on again with it', async () => {
  const { scope } = await aPublicStop()
  await expect(rescheduleEvent(scope, when), 'nothing is postponed').rejects.toMatchObject({ code: 'events.not-now' })
  await postponeEvent(scope, '场地停电')
  await expect(rescheduleEvent(scope, { ...when, date: '2020-01-01' })).rejects.toMatchObject({
    code: 'events.time-is-over',
  })
  await rescheduleEvent(scope, when)
  expect(await findEvent(scope)).toMatchObject({
    postponedAt: null,
    changeReason: '',
    startsAt: new Date('2028-05-06T06:00:00Z'),
  })
})

test('drafts go and come back, public stops do neither', async () => {
  const scope = await anOrganizerOfSeries('events.create')
  const draft = await createEvent(scope, typed())
  const editor = await anOrganizerOf('event.edit', { id: draft.id, seriesId: scope.seriesId })
  await removeDraft(scope, draft.id)
  // Whoever pressed in the same moment waited for it: it must not come back published.
  await expect(publishEvent(editor)).rejects.toMatchObject({ code: 'events.not-found' })
  const reader = await anOrganizerOfSeries('series.view', scope.seriesId)
  expect(await listStops(reader)).toEqual([])
  expect((await listRemovedDrafts(reader, new Date())).map(({ id }) => id)).toEqual([draft.id])
  await createEvent(scope, typed({ city: '杭州' }))
  await restoreDraft(scope, draft.id)
  expect((await listStops(reader)).map(({ city, number }) => [city, number])).toEqual([
    ['杭州', 1],
    ['成都', 2],
  ])
  const open = await anEvent({ seriesId: scope.seriesId, published: true })
  await expect(removeDraft(scope, open.id)).rejects.toMatchObject({ code: 'events.not-a-draft' })
})

test('drafts and removed stops are on no public line', async () => {
  const series = await aSeries()
  const open = await anEvent({ seriesId: series.id, published: true })
  await anEvent({ seriesId: series.id })
  const removed = await anEvent({ seriesId: series.id, published: true })
  await database().event.update({ where: { id: removed.id }, data: { removedAt: new Date() } })
  const scope = await publicSeries(series.slug)
  expect(scope && (await listPublicStops(scope)).map(({ id }) => id)).toEqual([open.id])
})

test('a stop of another series cannot be removed or brought back from here', async () => {
  const [here, there] = [await anOrganizerOfSeries('events.create'), await anOrganizerOfSeries('events.create')]
  const draft = await createEvent(there, typed())
  await expect(removeDraft(here, draft.id)).rejects.toMatchObject({ code: 'events.not-found' })
  await removeDraft(there, draft.id)
  await expect(restoreDraft(here, draft.id)).rejects.toMatchObject({ code: 'events.not-found' })
})

test('an editor of a stop edits its programme, not its facts, and starts no stops', async () => {
  const event = await anEvent()
  const editor = await aPerson()
  await giveRole(editor, 'editor', { seriesId: event.seriesId, eventId: event.id })
  expect(await eventScope(editor, { id: event.id }, 'program.edit')).not.toBeNull()
  expect(await eventScope(editor, { id: event.id }, 'event.edit')).toBeNull()
  expect(await seriesScope(editor, { id: event.seriesId }, 'events.create')).toBeNull()
})
