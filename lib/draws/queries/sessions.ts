import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope, PublishedEvent, ShownEvent } from '@/lib/people/scope'
import type { Bundle } from '../rules/record'
import { type DrawKind, sessionFields } from './course'
import { listDrawable } from './plan'
import { bundleOf, type SessionView, viewOf } from './view'

type Stage = EventScope<'stage.run'>

/** The session of prizes that is open (or the last one), real or a rehearsal, as the host sees it; or null. */
export const findSession = (scope: Stage, rehearsal: boolean): Promise<SessionView | null> =>
  newestOf(scope, { kind: 'prizes', rehearsal })

/** The ballot for seats that is open (or the last one), as the host sees it; or null. */
export const findBallotSession = (scope: Stage): Promise<SessionView | null> => newestOf(scope, { kind: 'seats' })

async function newestOf(scope: Stage, which: { kind: DrawKind; rehearsal?: boolean }): Promise<SessionView | null> {
  const session = await database().drawSession.findFirst({
    where: { ...scope.within, ...which },
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    select: sessionFields,
  })
  return session && viewOf(database(), scope.eventId, session, { tails: true })
}

/** What the plan can be made of, and how many people each way of locking would put into the hat, crew not yet taken out. */
export async function findDrawables(scope: Stage) {
  const [prizes, confirmed, inside] = await Promise.all([
    listDrawable(database(), scope.eventId),
    database().registration.count({ where: { ...scope.within, status: 'confirmed' } }),
    database().checkIn.count({ where: { ...scope.within, outcome: 'accepted', undoneAt: null } }),
  ])
  return { prizes, confirmed, inside }
}

/** A session of one's own event as a bundle, rehearsals too; or null. */
export async function exportBundle(scope: Stage, sessionId: string): Promise<Bundle | null> {
  const session = await database().drawSession.findFirst({
    where: { ...scope.within, id: sessionId },
    select: sessionFields,
  })
  return session && bundleOf(database(), scope.eventId, session)
}

// The real ones that were locked, and the plan that stands now.
const shown = { rehearsal: false, OR: [{ lockedAt: { not: null } }, { closedAt: null }] }

/** Has the event's draw anything to show: rules, a locked list, results? */
export const hasPublicDraw = async (event: ShownEvent): Promise<boolean> =>
  (await database().drawSession.count({ where: { ...event.within, ...shown }, take: 1 })) > 0

/** The sessions of a published event that anybody may see, newest first. */
export async function listPublicSessions(event: PublishedEvent): Promise<SessionView[]> {
  const sessions = await database().drawSession.findMany({
    where: { ...event.within, ...shown },
    orderBy: { id: 'desc' },
    take: 5,
    select: sessionFields,
  })
  const views: SessionView[] = []
  for (const session of sessions) views.push(await viewOf(database(), event.eventId, session))
  return views
}

/**
 * What the big screen shows: the open real session (a rehearsal only when it is asked for) or null, how many are inside,
 * and what the host has written, if anything.
 */
export async function findOnStage(event: PublishedEvent, rehearsal: boolean) {
  const [session, inside, note] = await Promise.all([
    database().drawSession.findFirst({
      where: { ...event.within, kind: 'prizes', rehearsal, closedAt: null },
      select: sessionFields,
    }),
    database().checkIn.count({ where: { ...event.within, outcome: 'accepted', undoneAt: null } }),
    database().stageNote.findUnique({ where: event.within, select: { words: true } }),
  ])
  const draw: SessionView | null = session && (await viewOf(database(), event.eventId, session))
  return { draw, inside, note: note?.words ?? null }
}

/** What the host has on the big screen between draws, or null. */
export async function findNote(scope: Stage): Promise<string | null> {
  return (await database().stageNote.findUnique({ where: scope.within, select: { words: true } }))?.words ?? null
}

/** A real session of a published event as a bundle; or null. */
export async function publicBundle(event: PublishedEvent, sessionId: string): Promise<Bundle | null> {
  const session = await database().drawSession.findFirst({
    where: { ...event.within, id: sessionId, rehearsal: false },
    select: sessionFields,
  })
  return session && bundleOf(database(), event.eventId, session)
}
