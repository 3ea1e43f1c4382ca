import { randomUUID } from 'node:crypto'
import { findAtDoor, listScans } from '@/lib/checkin/queries'
import { database } from '@/lib/database/client'
import { findDrawables } from '@/lib/draws/queries/sessions'
import { listBeforePublish, listMyLines, listMyStops, listPublicStops, listSeriesStops } from '@/lib/events/queries'
import { listMessages } from '@/lib/messages/queries/outbox'
import { listOpenLinks, listPeople } from '@/lib/people/queries'
import { eventScope, publicSeries, publishedEvent, seriesScope, type Viewer } from '@/lib/people/scope'
import { findProgram, publicProgram } from '@/lib/program/queries/program'
import { listSpeakers } from '@/lib/program/queries/speakers'
import { publicRecap } from '@/lib/recap/queries/recap'
import { listGuests } from '@/lib/registration/queries/guests'
import { guestFilter } from '@/lib/registration/schema/guests'
import { listMySeries } from '@/lib/series/queries'
import { listGifts, listSponsors } from '@/lib/sponsors/queries/gifts'
import { publicSupport } from '@/lib/sponsors/queries/support'
import { countWaiting, listActivity, listStartable } from '@/lib/tour/queries'
import { listVolunteers } from '@/lib/volunteers/queries'
import { aPerson, giveRole } from '../support/factories'
import { aFullStop, aGuest } from '../support/full-stop'
import { statementsOf } from '../support/statements'
import { expect, test } from '../support/test'

type Stop = Awaited<ReturnType<typeof aFullStop>>

/** A stop of its own with `times` of everything that a list shows. */
async function aStopWith(times: number): Promise<{ stop: Stop; viewer: Viewer }> {
  const stop = await aFullStop()
  const viewer = await aPerson()
  await giveRole(viewer, 'organizer', { seriesId: stop.seriesId })
  for (let n = 0; n < times; n++) await addOne(stop, n)
  return { stop, viewer }
}

async function addOne({ id: eventId, seriesId }: Stop, n: number) {
  const db = database()
  const position = 20 + n
  const speaker = await db.speaker.create({ data: { seriesId, name: `嘉宾${n}` } })
  const talk = await db.talk.create({
    data: { eventId, kind: 'panel', title: `环节${n}`, durationMinutes: 20, position },
  })
  await db.talkPerson.create({
    data: { eventId, seriesId, talkId: talk.id, speakerId: speaker.id, role: 'panelist', position: 0 },
  })
  const sponsor = await db.sponsor.create({ data: { seriesId, name: `赞助${randomUUID()}` } })
  const contact = await db.sponsorContact.create({ data: { seriesId, sponsorId: sponsor.id, name: `联系人${n}` } })
  const gift = await db.gift.create({
    data: {
      eventId,
      seriesId,
      sponsorId: sponsor.id,
      kind: 'prize',
      title: `奖品${n}`,
      quantity: 1,
      position,
      status: 'received',
    },
  })
  await db.giftContact.create({ data: { eventId, seriesId, giftId: gift.id, contactId: contact.id } })
  await db.prize.create({ data: { eventId, id: gift.id, kind: 'thing' } })
  await db.prizeUnit.create({ data: { eventId, prizeId: gift.id, number: 1 } })
  await db.volunteer.create({ data: { eventId, name: `志愿者${n}`, position } })
  const registrationId = await aGuest(eventId)
  await db.checkIn.create({
    data: { eventId, id: randomUUID(), registrationId, outcome: 'accepted', byPersonId: randomUUID() },
  })
  const letter = { seriesId, eventId, kind: 'letter', locale: 'zh', recipientName: 'x', subject: 'x', text: 'x' }
  await db.message.create({ data: { ...letter, dedupeKey: randomUUID(), recipient: `${randomUUID()}@example.com` } })
  await db.activity.create({ data: { seriesId, eventId, actorKind: 'system', verb: 'talk.added', subjectId: talk.id } })
  await giveRole(await aPerson(), 'viewer', { seriesId, eventId })
}

const missing = (): never => {
  throw new Error('the stop was made for somebody who may see it')
}

/** Every list that people see, by its name, and how it is asked for. */
async function listsOf({ stop, viewer }: Awaited<ReturnType<typeof aStopWith>>) {
  const may = async <P extends Parameters<typeof eventScope>[2]>(permission: P) =>
    (await eventScope(viewer, { id: stop.id }, permission)) ?? missing()
  const people = (await seriesScope(viewer, { id: stop.seriesId }, 'people.edit')) ?? missing()
  const event = (await publishedEvent({ id: stop.id })) ?? missing()
  const tour = (await publicSeries(stop.series.slug)) ?? missing()
  const guests = await may('guests.view')
  const door = await may('checkin.run')
  const gifts = await may('sponsors.edit')
  const view = await may('event.view')
  return {
    program: async () => findProgram(await may('program.edit')),
    speakers: async () => listSpeakers(await may('program.edit')),
    gifts: () => listGifts(gifts),
    sponsors: () => listSponsors(gifts),
    volunteers: async () => listVolunteers(await may('volunteers.edit')),
    guests: () => listGuests(guests, guestFilter({})),
    scans: () => listScans(door),
    'at the door': () => findAtDoor(door, '来过'),
    messages: async () => listMessages(await may('messages.view'), 'all'),
    drawables: async () => findDrawables(await may('stage.run')),
    activity: () => listActivity(view, null),
    waiting: () => countWaiting(view),
    'before publishing': () => listBeforePublish(view, new Date()),
    'stops of a series': () => listSeriesStops(people),
    startable: async () =>
      listStartable((await seriesScope(viewer, { id: stop.seriesId }, 'events.create')) ?? missing()),
    people: () => listPeople(people, new Date()),
    'open links': () => listOpenLinks(people),
    'my series': () => listMySeries(viewer),
    'my lines': () => listMyLines(viewer),
    'my stops': () => listMyStops(viewer),
    'public programme': () => publicProgram(event),
    'public support': () => publicSupport(event),
    'public recap': () => publicRecap(event),
    'public stops': () => listPublicStops(tour),
  }
}

// Questions of the same moment may be joined, or just not. One for each row would be eleven more.
const CHANCE = 5

/** The least of some tries. */
async function leastOf(list: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let n = 0; n < 5; n++) least = Math.min(least, await statementsOf(list))
  return least
}

test('a list takes no more statements for twelve things than for one', async () => {
  const [one, twelve] = [await listsOf(await aStopWith(1)), await listsOf(await aStopWith(12))]
  const counted: Record<string, [one: number, twelve: number]> = {}
  for (const name of Object.keys(one) as (keyof typeof one)[]) {
    // Once before, so that nothing is counted that is done only the first time.
    await one[name]()
    counted[name] = [await leastOf(one[name]), await leastOf(twelve[name])]
  }
  expect(Object.entries(counted).filter(([, [few, many]]) => few === 0 || many - few > CHANCE)).toEqual([])
})

test('the count finds a list that asks once for each row', async () => {
  const { stop } = await aStopWith(3)
  const oneByOne = async () => {
    const gifts = await database().gift.findMany({ where: { eventId: stop.id }, select: { sponsorId: true } })
    for (const { sponsorId } of gifts) {
      await database().sponsor.findFirst({ where: { seriesId: stop.seriesId, id: sponsorId } })
    }
    return gifts.length
  }
  const gifts = await oneByOne()
  expect(await statementsOf(oneByOne)).toBe(1 + gifts)
})
