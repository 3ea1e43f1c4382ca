import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope, PublishedEvent } from '@/lib/people/scope'
import type { Bundle } from '../rules/record'
import { sessionFields } from './course'
import { listDrawable } from './plan'
import { bundleOf, type SessionView, viewOf } from './view'

type Stage = EventScope<'stage.run'>

/** The session that is open (or the last one), of the real kind or of rehearsals, as the host sees it; or null. */
export async function findSession(scope: Stage, rehearsal: boolean): Promise<SessionView | null> {
  const session = await database().drawSession.findFirst({
    where: { ...scope.within, rehearsal },
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

/** The real sessions of a published event, newest first: those that were locked, and the plan that stands now. */
export async function listPublicSessions(event: PublishedEvent): Promise<SessionView[]> {
  const sessions = await database().drawSession.findMany({
    where: { ...event.within, rehearsal: false, OR: [{ lockedAt: { not: null } }, { closedAt: null }] },
    orderBy: { id: 'desc' },
    take: 5,
    select: sessionFields,
  })
  const views: SessionView[] = []
  for (const session of sessions) views.push(await viewOf(database(), event.eventId, session))
  return views
}

/** What the big screen shows: the open real session; a rehearsal only when it is asked for. Or null. */
export async function findOnStage(event: PublishedEvent, rehearsal: boolean): Promise<SessionView | null> {
  const session = await database().drawSession.findFirst({
    where: { ...event.within, rehearsal, closedAt: null },
    select: sessionFields,
  })
  return session && viewOf(database(), event.eventId, session)
}

/** The log's last hash of what the big screen shows: cheap enough to be asked every second. Or null. */
export async function findHead(event: PublishedEvent, rehearsal: boolean): Promise<string | null> {
  const record = await database().drawRecord.findFirst({
    where: { ...event.within, session: { rehearsal, closedAt: null } },
    orderBy: { i: 'desc' },
    select: { hash: true },
  })
  return record?.hash ?? null
}

/** A real session of a published event as a bundle; or null. */
export async function publicBundle(event: PublishedEvent, sessionId: string): Promise<Bundle | null> {
  const session = await database().drawSession.findFirst({
    where: { ...event.within, id: sessionId, rehearsal: false },
    select: sessionFields,
  })
  return session && bundleOf(database(), event.eventId, session)
}
