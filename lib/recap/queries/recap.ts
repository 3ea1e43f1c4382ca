import 'server-only'
import { database, type Transaction } from '@/lib/database/client'
import { pictureColumns } from '@/lib/media/uploads/keep'
import type { EventScope, PublishedEvent } from '@/lib/people/scope'
import { publicStatuses } from '@/lib/sponsors/rules/ledger'
import { isSomebody } from '@/lib/volunteers/rules'
import type { RecapData, RecapGift } from '../rules/data'

type Place = EventScope<'recap.edit'> | PublishedEvent

/** All that the article is made of, for those who write it. */
export const findRecap = (scope: EventScope<'recap.edit'>): Promise<RecapData> => gather(scope)

/** The same for anybody, once the recap is published; null before. */
export async function publicRecap(event: PublishedEvent): Promise<RecapData | null> {
  const data = await gather(event)
  return data.written?.publishedAt ? data : null
}

/** Has the stop begun? Before that the article is a preview. */
export const hasBegun = (scope: EventScope<'recap.edit'>): Promise<boolean> => hasBegunAt(database(), scope)

/** The same inside a change. */
export async function hasBegunAt(tx: Transaction, scope: EventScope<'recap.edit'>): Promise<boolean> {
  const rows = await tx.$queryRaw<{ begun: boolean }[]>`
    SELECT starts_at <= now() AS begun FROM events WHERE id = ${scope.eventId}::uuid`
  return rows[0]?.begun ?? false
}

async function gather(place: Place): Promise<RecapData> {
  const [event, stops, talks, gifts, given] = await Promise.all([
    eventOf(place),
    stopsOf(place),
    talksOf(place),
    giftsOf(place),
    givenAt(place),
  ])
  const { series, venue, volunteers, recap, ...stop } = event
  const held = stops.filter(({ startsAt }) => startsAt <= stop.startsAt).map(({ id }) => id)
  const everyStop = (sponsorId: string) =>
    held.length > 1 && held.every((eventId) => given.has(`${sponsorId}/${eventId}`))
  return {
    series,
    event: plainStop(stop),
    stops: stops.map(plainStop),
    venue,
    talks,
    gifts: gifts.map(
      ({ contacts, sponsor, ...gift }): RecapGift => ({
        ...gift,
        sponsor: { ...sponsor, everyStop: everyStop(sponsor.id) },
        thanks: contacts.map(({ contact }) => contact.name),
      }),
    ),
    crew: volunteers.filter(({ name }) => isSomebody(name)),
    written: recap && {
      ...recap,
      publishedAt: recap.publishedAt?.toISOString() ?? null,
      completedAt: recap.completedAt?.toISOString() ?? null,
    },
  }
}

const stopFields = { id: true, number: true, city: true, cityEn: true, startsAt: true, timeZone: true } as const

const eventOf = (place: Place) =>
  database().event.findUniqueOrThrow({
    where: { id: place.eventId },
    select: {
      ...stopFields,
      series: { select: { name: true, nameEn: true, organizerName: true } },
      venue: { select: { name: true, nameEn: true } },
      volunteers: {
        where: { removedAt: null, declinedAt: null },
        orderBy: { position: 'asc' },
        select: { id: true, name: true, leads: true },
      },
      recap: { omit: { eventId: true } },
    },
  })

const stopsOf = (place: Place) =>
  database().event.findMany({
    where: {
      ...place.withinSeries,
      removedAt: null,
      cancelledAt: null,
      publishedAt: { not: null },
      // Nobody is told to meet next on a day that is none.
      OR: [{ postponedAt: null }, { id: place.eventId }],
    },
    orderBy: { startsAt: 'asc' },
    select: stopFields,
  })

async function talksOf(place: Place) {
  const talks = await database().talk.findMany({
    where: { ...place.within, removedAt: null },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      kind: true,
      title: true,
      titleEn: true,
      note: { omit: { eventId: true, talkId: true } },
      people: {
        orderBy: { position: 'asc' },
        where: { speaker: { removedAt: null }, declinedAt: null },
        select: {
          role: true,
          speaker: {
            select: { name: true, organisation: true, organisationEn: true, position: true, positionEn: true },
          },
        },
      },
    },
  })
  return talks.map((talk) => ({ ...talk, people: talk.people.map(({ role, speaker }) => ({ ...speaker, role })) }))
}

const giftsOf = (place: Place) =>
  database().gift.findMany({
    where: { ...place.within, removedAt: null, status: { in: [...publicStatuses] } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      status: true,
      title: true,
      titleEn: true,
      quantity: true,
      photo: { select: pictureColumns },
      prize: { select: { kind: true, admits: true } },
      sponsor: { select: { id: true, kind: true, name: true, nameEn: true } },
      contacts: { orderBy: { contactId: 'asc' }, select: { contact: { select: { name: true } } } },
    },
  })

/** Which sponsor gave at which stop, as `sponsor/event`. */
async function givenAt(place: Place): Promise<Set<string>> {
  const rows = await database().gift.findMany({
    where: { ...place.withinSeries, removedAt: null, status: { in: [...publicStatuses] } },
    distinct: ['sponsorId', 'eventId'],
    select: { sponsorId: true, eventId: true },
  })
  return new Set(rows.map(({ sponsorId, eventId }) => `${sponsorId}/${eventId}`))
}

const plainStop = <T extends { startsAt: Date }>(stop: T) => ({ ...stop, startsAt: stop.startsAt.toISOString() })
