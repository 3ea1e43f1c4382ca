import 'server-only'
import { database } from '@/lib/database/client'
import type { TicketHolder } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { readableCode } from '../rules/code'
import type { Course } from '../rules/course'
import { readCourse, sessionFields } from './course'
import { findEntry } from './entry'

/** The ballot that a stop has ahead: until when people enter, how many have, how many seats are free; or null. */
export async function findBallot(scope: EventScope<'stage.run'>) {
  const event = await database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: {
      entryMode: true,
      ballotEndsAt: true,
      ballotDrawnAt: true,
      capacity: true,
      heldSeats: true,
      openCount: true,
    },
  })
  const { entryMode, ballotEndsAt, ballotDrawnAt, capacity, heldSeats, openCount } = event
  if (entryMode !== 'ballot' || ballotDrawnAt || !ballotEndsAt) return null
  const entries = await database().registration.count({ where: { ...scope.within, status: 'pending' } })
  const seats = Math.max(0, capacity - heldSeats - openCount)
  return { entries, seats, endsAt: ballotEndsAt, open: ballotEndsAt > new Date() }
}

export type MyLot = NonNullable<Awaited<ReturnType<typeof findMyLot>>>

/**
 * This ticket's lot in the newest ballot that was locked with it: its number, its entry in the clear (for its holder
 * alone), its place in the ranking once it is drawn, and the hashes of the log for the phone to keep; or null.
 */
export async function findMyLot(ticket: TicketHolder) {
  const session = await database().drawSession.findFirst({
    where: { ...ticket.within, kind: 'seats', lockedAt: { not: null } },
    orderBy: { id: 'desc' },
    select: sessionFields,
  })
  if (!session) return null
  const place = { ...ticket.within, sessionId: session.id }
  const lot = await findEntry(database(), place, { registrationId: ticket.subjectId })
  if (!lot?.entry) return null
  const course = await readCourse(database(), ticket.eventId, session)
  if (!course.lock) return null
  return {
    ...{
      n: lot.n,
      entry: lot.entry,
      drawn: course.results.size > 0,
      rank: rankIn(course, lot.id),
      seats: course.plan.draws[0]?.units ?? 0,
    },
    ...{ code: readableCode(course.lock.hash), count: course.lock.record.count },
    log: course.log.map(({ hash }) => hash),
  }
}

/** The place of an entry in the drawn order, counted without those who were out; null before the draw, and for them. */
function rankIn(course: Course, entry: string): number | null {
  const drawn = [...course.results.values()].at(-1)
  const place = drawn?.ranked.filter(({ id }) => !drawn.out.has(id)).findIndex(({ id }) => id === entry) ?? -1
  return place < 0 ? null : place + 1
}
