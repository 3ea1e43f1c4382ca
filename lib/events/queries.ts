import 'server-only'
import { database, type Transaction } from '@/lib/database/client'
import { pictureColumns } from '@/lib/media/uploads/keep'
import type { EventScope, PublicSeries, SeriesScope, ShownEvent, Viewer } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { type BeforePublish, checklistBeforePublish } from './rules'

/** What is shown of a venue: where it is, and how to find the door. */
export const venueColumns = {
  name: true,
  nameEn: true,
  address: true,
  addressEn: true,
  directions: true,
  latitude: true,
  longitude: true,
} as const

const stopColumns = {
  id: true,
  number: true,
  slug: true,
  city: true,
  cityEn: true,
  title: true,
  titleEn: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  pigment: true,
  publishedAt: true,
  postponedAt: true,
  cancelledAt: true,
  venue: { select: { name: true, nameEn: true } },
} as const

/** As they are travelled; numbers are what people call them. */
const byDay = [{ startsAt: 'asc' as const }, { number: 'asc' as const }]

/**
 * The published stops of a series, and that of the proof, by day, in a plain shape that can be cached: instants are ISO
 * text. Give them to `asLine` for their states.
 */
export async function listPublicStops(series: PublicSeries | ShownEvent) {
  const own = 'eventId' in series ? [{ id: series.eventId }] : []
  const stops = await database().event.findMany({
    where: { ...series.withinSeries, removedAt: null, OR: [{ publishedAt: { not: null } }, ...own] },
    orderBy: byDay,
    select: { ...stopColumns, version: true, changeReason: true, recap: { select: { publishedAt: true } } },
  })
  return stops.map(({ recap, ...stop }) => ({ ...asText(stop), hasRecap: Boolean(recap?.publishedAt) }))
}

/** Everything public about one event itself, in a plain shape that can be cached: instants are ISO text. */
export async function publicEvent(event: ShownEvent) {
  const { venue, recap, registrationEndsAt, ballotEndsAt, ballotDrawnAt, ...found } =
    await database().event.findUniqueOrThrow({
      where: { id: event.eventId },
      select: {
        ...stopColumns,
        summary: true,
        summaryEn: true,
        photo: { select: pictureColumns },
        capacity: true,
        approvalRequired: true,
        entryMode: true,
        ballotEndsAt: true,
        ballotDrawnAt: true,
        registrationEndsAt: true,
        changeReason: true,
        version: true,
        serial: true,
        venue: { select: venueColumns },
        recap: { select: { publishedAt: true } },
        series: { select: { slug: true, name: true, nameEn: true, organizerName: true } },
      },
    })
  return {
    ...asText(found),
    serial: Number(found.serial),
    registrationEndsAt: registrationEndsAt?.toISOString() ?? null,
    ballotEndsAt: ballotEndsAt?.toISOString() ?? null,
    ballotDrawnAt: ballotDrawnAt?.toISOString() ?? null,
    venue,
    hasRecap: Boolean(recap?.publishedAt),
  }
}

/**
 * Seats taken and seats there are of the public pool, right now; the one number that moves with every registration.
 * Those set aside are in neither, and a seat that is offered counts as taken.
 */
export async function publicSeats(event: ShownEvent) {
  const { capacity, heldSeats, openCount } = await database().event.findUniqueOrThrow({
    where: { id: event.eventId },
    select: { capacity: true, heldSeats: true, openCount: true },
  })
  return { capacity: capacity - heldSeats, confirmedCount: openCount }
}

/** Every stop of a series for its organisers, drafts too, by day. Give them to `asLine` for their states. */
export async function listStops(scope: SeriesScope<'series.view'> | EventScope<'event.view'>) {
  const stops = await database().event.findMany({
    where: { ...scope.withinSeries, removedAt: null },
    orderBy: byDay,
    select: { ...stopColumns, capacity: true, confirmedCount: true, recap: { select: { publishedAt: true } } },
  })
  return stops.map(({ recap, ...stop }) => ({ ...stop, hasRecap: Boolean(recap?.publishedAt) }))
}

/** The stops of every series that is the viewer's as a whole, drafts too, in one question; by series, then day. */
export async function listMyLines(viewer: Viewer) {
  const organizer = { personId: viewer.personId, role: 'organizer', revokedAt: null } as const
  const stops = await database().event.findMany({
    where: { removedAt: null, series: viewer.owner ? {} : { memberships: { some: organizer } } },
    orderBy: [{ seriesId: 'asc' }, ...byDay],
    select: { ...stopColumns, seriesId: true, recap: { select: { publishedAt: true } } },
  })
  return stops.map(({ recap, ...stop }) => ({ ...stop, hasRecap: Boolean(recap?.publishedAt) }))
}
export type LineStop = Omit<Awaited<ReturnType<typeof listMyLines>>[number], 'seriesId'>

/** The single events that the viewer works at without a role in the whole series, the next one first. */
export const listMyStops = (viewer: Viewer) =>
  database().event.findMany({
    where: { removedAt: null, memberships: { some: { personId: viewer.personId, revokedAt: null } } },
    orderBy: { startsAt: 'desc' },
    select: {
      ...stopColumns,
      series: { select: { slug: true, name: true, nameEn: true } },
      memberships: { where: { personId: viewer.personId, revokedAt: null }, select: { role: true } },
    },
  })

/** One event for those who work on it, with its venue and the version an edit must name. */
export const findEvent = (scope: EventScope<'event.view'> | EventScope<'event.edit'>) =>
  database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: {
      ...stopColumns,
      summary: true,
      summaryEn: true,
      photo: { select: pictureColumns },
      capacity: true,
      confirmedCount: true,
      heldSeats: true,
      openCount: true,
      approvalRequired: true,
      registrationEndsAt: true,
      changeReason: true,
      startedFromId: true,
      startedFrom: { select: { city: true, cityEn: true } },
      createdAt: true,
      version: true,
      venue: true,
      series: { select: { slug: true, name: true, nameEn: true, organizerName: true } },
    },
  })
export type OrganizedEvent = Awaited<ReturnType<typeof findEvent>>

type Instants = {
  startsAt: Date
  endsAt: Date
  publishedAt: Date | null
  postponedAt: Date | null
  cancelledAt: Date | null
}

function asText<T extends Instants>({ startsAt, endsAt, publishedAt, postponedAt, cancelledAt, ...stop }: T) {
  return {
    ...stop,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    postponedAt: postponedAt?.toISOString() ?? null,
    cancelledAt: cancelledAt?.toISOString() ?? null,
  }
}

/** What stands at the head of every dashboard page of an event; any right to the event is enough. */
export async function findEventHeading(scope: EventScope<never>) {
  const { series, ...event } = await database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: {
      number: true,
      city: true,
      cityEn: true,
      pigment: true,
      publishedAt: true,
      series: { select: { name: true, nameEn: true } },
    },
  })
  return { ...event, seriesName: series.name, seriesNameEn: series.nameEn }
}

/** A step: what the list before publishing looks at. Reads the programme's and sponsors' tables for their numbers only. */
export async function factsBeforePublish(
  tx: Transaction,
  event: { id: string; startsAt: Date; endsAt: Date; registrationEndsAt: Date | null; summary: string },
): Promise<BeforePublish> {
  const [numbers] = await tx.$queryRaw<Pick<BeforePublish, Numbers>[]>`
    SELECT EXISTS (SELECT 1 FROM venues WHERE event_id = e.id) AS venue,
      (SELECT count(*)::int FROM talks t WHERE t.event_id = e.id AND t.removed_at IS NULL) AS talks,
      (SELECT COALESCE(sum(t.duration_minutes), 0)::int FROM talks t WHERE t.event_id = e.id AND t.removed_at IS NULL) AS "talkMinutes",
      (SELECT count(DISTINCT p.speaker_id)::int FROM talk_people p JOIN talks t ON (t.event_id, t.id) = (p.event_id, p.talk_id)
        WHERE p.event_id = e.id AND t.removed_at IS NULL AND p.confirmed_at IS NULL) AS "unconfirmedSpeakers",
      (SELECT count(*)::int FROM gifts g WHERE g.event_id = e.id AND g.removed_at IS NULL
        AND g.status IN ('pledged', 'received', 'thanked')) AS gifts
    FROM events e WHERE e.id = ${event.id}::uuid`
  if (!numbers) return refuse('events.not-found')
  const { startsAt, endsAt, registrationEndsAt, summary } = event
  return { startsAt, endsAt, registrationEndsAt, summary, ...numbers }
}
type Numbers = 'venue' | 'talks' | 'talkMinutes' | 'unconfirmedSpeakers' | 'gifts'

/** The list before publishing, as it stands now. */
export async function listBeforePublish(scope: EventScope<'event.view'>, now: Date) {
  const event = await database().event.findUniqueOrThrow({ where: { id: scope.eventId } })
  return checklistBeforePublish(await factsBeforePublish(database(), event), now)
}

/** Drafts that were removed during the last thirty days, and can come back. */
export const listRemovedDrafts = (scope: SeriesScope<'series.view'>, now: Date) =>
  database().event.findMany({
    where: { ...scope.withinSeries, removedAt: { gt: new Date(now.getTime() - 30 * 86_400_000) } },
    orderBy: { removedAt: 'desc' },
    select: { id: true, city: true, cityEn: true, startsAt: true, timeZone: true, removedAt: true },
  })

/** The stops of a series by name, for choosing one. */
export const listSeriesStops = (scope: SeriesScope<'people.edit'>) =>
  database().event.findMany({
    where: { ...scope.withinSeries, removedAt: null },
    orderBy: byDay,
    select: { id: true, city: true, cityEn: true },
  })
