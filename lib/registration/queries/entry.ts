import 'server-only'
import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { unseal } from '@/lib/values/seal'

type Scope = EventScope<'guests.edit'>
export type Entry = Awaited<ReturnType<typeof findEntry>>
export type OrganizedHold = Awaited<ReturnType<typeof listHolds>>[number]

/** How people get in, in numbers; `entries` are those who wait for the ballot. */
export async function findEntry(scope: Scope) {
  const event = await database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: {
      entryMode: true,
      ballotEndsAt: true,
      ballotDrawnAt: true,
      approvalRequired: true,
      capacity: true,
      heldSeats: true,
      openCount: true,
      startsAt: true,
      timeZone: true,
      publishedAt: true,
      reconfirmDays: true,
      reconfirmReleaseHours: true,
    },
  })
  const inBallot = event.entryMode === 'ballot' && !event.ballotDrawnAt
  const entries = inBallot ? await database().registration.count({ where: { ...scope.within, status: 'pending' } }) : 0
  return { ...event, entries }
}

/** Seats set aside, those still kept first, with their codes readable. */
export async function listHolds(scope: Scope) {
  const rows = await database().hold.findMany({
    where: { ...scope.within },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      kind: true,
      name: true,
      seats: true,
      taken: true,
      expiresAt: true,
      closedAt: true,
      codes: { orderBy: { id: 'asc' }, select: { id: true, sealed: true, uses: true, mostUses: true } },
    },
  })
  return rows.map(({ codes, ...hold }) => ({
    ...hold,
    codes: codes.map(({ sealed, ...code }) => ({
      ...code,
      code: unseal(sealed, config().AUTH_SECRET, 'invitation').replace(/^(.{6})/, '$1-'),
    })),
  }))
}

/** Seats set aside that somebody may still be given, without their codes. */
export async function listOpenHolds(scope: EventScope<'guests.view'>) {
  const rows = await database().hold.findMany({
    where: { ...scope.within, closedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, seats: true, taken: true },
  })
  return rows
    .filter(({ seats, taken }) => taken < seats)
    .map(({ id, name, seats, taken }) => ({ id, name, left: seats - taken }))
}

const shown = 100

/** Whom "still coming?" was asked, how they answered, and the first hundred who did not yet, longest asked first. */
export async function findReconfirm(scope: Scope) {
  const [counts] = await database().$queryRaw<{ asked: number; yes: number }[]>`
    SELECT count(*)::int AS asked, count(reconfirmed_at)::int AS yes FROM registrations
    WHERE event_id = ${scope.eventId}::uuid AND status = 'confirmed' AND reconfirm_asked_at IS NOT NULL`
  const { asked = 0, yes = 0 } = counts ?? {}
  const unanswered = await database().registration.findMany({
    where: { ...scope.within, status: 'confirmed', reconfirmAskedAt: { not: null }, reconfirmedAt: null },
    orderBy: [{ reconfirmAskedAt: 'asc' }, { id: 'asc' }],
    take: shown,
    select: { id: true, name: true, contact: true, ticketCode: true, reconfirmAskedAt: true },
  })
  return { asked, yes, unanswered }
}
