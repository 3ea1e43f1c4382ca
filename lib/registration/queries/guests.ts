import 'server-only'
import { database } from '@/lib/database/client'
import type { Prisma } from '@/lib/database/generated/client'
import type { EventScope } from '@/lib/people/scope'
import { type GuestFilter, narrows } from '../schema/guests'
import type { GuestTab } from '../schema/registration'
import { cappedCount, mostFound, nearPageOf, type Place, pageOf } from './matching'

type Guests = EventScope<'guests.view'> | EventScope<'guests.edit'>
export type GuestRow = Awaited<ReturnType<typeof listGuests>>['rows'][number]
type Status = 'pending' | 'confirmed' | 'waitlisted' | 'declined' | 'cancelled'
type FoundRow = {
  id: string
  status: Status
  name: string
  contact: string
  ticketCode: string
  waitlistPosition: number | null
  newsConsentAt: Date | null
  photoConsentAt: Date | null
  createdAt: Date
  cameInAt: Date | null
  offerExpiresAt: Date | null
  /** Registered with a contact that was registered already: see commands/stand-in.ts. */
  again: boolean
}

const pageSize = 50

/**
 * One page of the guest list in the filter's order; `next` is the cursor of the page after it: the last row's id, so
 * that no name stands in an address. `common` says that a search finds many. Takes the same time for a thousand guests
 * and for a million.
 */
export async function listGuests(scope: Guests, filter: GuestFilter, after?: string) {
  const ask = { take: pageSize + 1, from: after ? await placeOf(scope, after) : null }
  const near = filter.q ? await rowsOf(nearPageOf(scope.eventId, filter, ask)) : []
  const common = near.length === ask.take
  const found = common ? near : await rowsOf(pageOf(scope.eventId, filter, ask))
  const rows = found.slice(0, pageSize)
  return { rows, common, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null }
}

const rowsOf = (page: Prisma.Sql) =>
  database().$queryRaw<FoundRow[]>`
    WITH page AS MATERIALIZED (${page})
    SELECT r.id::text, r.status::text, r.name, r.contact, r.ticket_code AS "ticketCode",
      r.waitlist_position AS "waitlistPosition", r.news_consent_at AS "newsConsentAt",
      r.photo_consent_at AS "photoConsentAt", r.created_at AS "createdAt", c.at AS "cameInAt",
      r.offer_expires_at AS "offerExpiresAt", r.shown_as IS NOT NULL AS again
    FROM (SELECT page.*, row_number() OVER () AS nth FROM page) page
    JOIN registrations r ON r.event_id = page.event_id AND r.id = page.id
    LEFT JOIN check_ins c ON c.event_id = r.event_id AND c.registration_id = r.id
      AND c.outcome = 'accepted' AND c.undone_at IS NULL
    ORDER BY page.nth`

/** Where a guest stands in every order, or null when there is no such guest here. */
export async function placeOf(scope: Guests, id: string): Promise<Place | null> {
  const rows = await database().$queryRaw<Place[]>`
    SELECT id::text, left(search_text, 40) AS name, waitlist_position AS place FROM registrations
    WHERE event_id = ${scope.eventId}::uuid AND id = ${id}::uuid`
  return rows[0] ?? null
}

/** The guests before and after one in the list that the filter shows. */
export async function neighboursOf(scope: Guests, filter: GuestFilter, id: string) {
  const from = await placeOf(scope, id)
  const one = async (backwards: boolean) => {
    if (!from) return null
    const rows = await database().$queryRaw<{ id: string }[]>`
      SELECT page.id::text FROM (${pageOf(scope.eventId, filter, { take: 1, from, backwards })}) page`
    return rows[0]?.id ?? null
  }
  const [before, after] = await Promise.all([one(true), one(false)])
  return { before, after }
}

/** How many stand under each tab: kept by Postgres, never counted here. */
export async function countGuests(scope: Guests): Promise<Record<GuestTab, number>> {
  const kept = await database().registrationCount.findMany({
    where: { ...scope.within },
    select: { status: true, total: true },
  })
  const of = (status: Status) => kept.find((row) => row.status === status)?.total ?? 0
  const counts = {
    confirmed: of('confirmed'),
    waitlisted: of('waitlisted'),
    pending: of('pending'),
    ended: of('cancelled') + of('declined'),
  }
  return { all: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts }
}

/** How many the filter shows. `more` says that it was counted no further. Pass `common` where a page told it. */
export async function countMatching(
  scope: Guests,
  filter: GuestFilter,
  counts: Record<GuestTab, number>,
  common = false,
) {
  if (!narrows(filter)) return { count: counts[filter.tab], more: false }
  const most = filter.q ? mostFound : 10 * mostFound
  const rows = await database().$queryRaw<{ count: number }[]>`${cappedCount(scope.eventId, filter, { most, common })}`
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, most), more: count > most }
}

/**
 * The ids of a portion of what the filter shows, by age whatever the list is sorted by: what is done to a guest moves
 * nobody in this order. `from` is the guest before it.
 */
export async function portionOf(scope: Guests, filter: GuestFilter, take: number, from?: string): Promise<string[]> {
  const place = from ? { id: from, name: '', place: null } : null
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT page.id::text FROM (${pageOf(scope.eventId, { ...filter, sort: 'oldest' }, { take, from: place })}) page`
  return rows.map(({ id }) => id)
}

/** The names of some guests, by id. */
export async function namesOf(scope: Guests, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await database().registration.findMany({
    where: { ...scope.within, id: { in: ids } },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Seats of the event, and when it is. */
export const findSeats = (scope: Guests) =>
  database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: {
      capacity: true,
      confirmedCount: true,
      heldSeats: true,
      openCount: true,
      endsAt: true,
      publishedAt: true,
      cancelledAt: true,
      postponedAt: true,
    },
  })
