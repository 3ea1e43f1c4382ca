import 'server-only'
import { database } from '@/lib/database/client'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope, SeriesScope } from '@/lib/people/scope'
import { unmetNeeds } from '@/lib/sponsors/queries/last-needs'
import { staysBehind, type Waiting } from './rules'

/** Counts everything that may wait for somebody, in one statement whatever the size of the event. */
export async function countWaiting(scope: EventScope<'event.view'>): Promise<Waiting> {
  const [row] = await database().$queryRaw<Waiting[]>`
    WITH registered AS (
      SELECT count(*) FILTER (WHERE status = 'pending')::int AS pending,
        count(*) FILTER (WHERE status = 'waitlisted')::int AS waitlisted
      FROM registrations WHERE event_id = ${scope.eventId}::uuid
    ), stage AS (
      SELECT count(DISTINCT p.speaker_id) FILTER (WHERE p.confirmed_at IS NULL AND p.declined_at IS NULL)::int AS "speakersOpen",
        count(DISTINCT p.speaker_id) FILTER (WHERE p.declined_at IS NOT NULL)::int AS "speakersDeclined"
      FROM talk_people p JOIN talks t ON (t.event_id, t.id) = (p.event_id, p.talk_id)
      WHERE p.event_id = ${scope.eventId}::uuid AND t.removed_at IS NULL
    ), hands AS (
      SELECT count(*) FILTER (WHERE confirmed_at IS NULL AND declined_at IS NULL)::int AS "crewOpen",
        count(*) FILTER (WHERE declined_at IS NOT NULL)::int AS "crewDeclined", count(*)::int AS crew
      FROM volunteers WHERE event_id = ${scope.eventId}::uuid AND removed_at IS NULL
    ), ledger AS (
      SELECT count(*) FILTER (WHERE status = 'draft')::int AS "giftsToAsk",
        count(*) FILTER (WHERE status = 'asked')::int AS "giftsAsked",
        count(*) FILTER (WHERE status = 'offered')::int AS "giftsOffered",
        count(*) FILTER (WHERE status = 'pledged')::int AS "giftsToReceive",
        count(*) FILTER (WHERE status = 'received')::int AS "giftsToThank"
      FROM gifts WHERE event_id = ${scope.eventId}::uuid AND removed_at IS NULL
    ), wanted AS (
      SELECT n.quantity, LEAST(COALESCE(n.due_at, e.starts_at), e.starts_at - interval '10 days') <= now() AS late,
        (SELECT COALESCE(sum(COALESCE(g.quantity, 0)), 0) FROM gifts g WHERE g.event_id = n.event_id AND g.need_id = n.id
          AND g.removed_at IS NULL AND g.status IN ('pledged', 'received', 'thanked')) AS pledged,
        EXISTS (SELECT 1 FROM gifts g WHERE g.event_id = n.event_id AND g.need_id = n.id AND g.removed_at IS NULL
          AND g.status IN ('pledged', 'received', 'thanked')) AS answered
      FROM needs n JOIN events e ON e.id = n.event_id WHERE n.event_id = ${scope.eventId}::uuid AND n.removed_at IS NULL
    ), board AS (
      SELECT count(*) FILTER (WHERE late AND CASE WHEN quantity IS NULL THEN NOT answered ELSE pledged < quantity END)::int
        AS "needsLate" FROM wanted
    ), post AS (
      SELECT count(*) FILTER (WHERE status = 'waiting')::int AS "messagesWaiting",
        count(*) FILTER (WHERE status = 'failed')::int AS "messagesFailed"
      FROM messages WHERE event_id = ${scope.eventId}::uuid
    )
    SELECT registered.*, stage.*, hands.*, ledger.*, board.*, post.*,
      (SELECT count(*)::int FROM prize_units WHERE event_id = ${scope.eventId}::uuid AND status = 'won') AS "unitsToHandOver",
      EXISTS (SELECT 1 FROM venues WHERE event_id = ${scope.eventId}::uuid) AS venue,
      EXISTS (SELECT 1 FROM recaps WHERE event_id = ${scope.eventId}::uuid AND published_at IS NOT NULL) AS "recapPublished"
    FROM registered, stage, hands, ledger, board, post`
  if (!row) throw new Error('counting answers one row')
  return row
}

/** The stops that a new one can be started from, the latest first. */
export const listStartable = (scope: SeriesScope<'events.create'>) =>
  database().event.findMany({
    where: { ...scope.withinSeries, removedAt: null },
    orderBy: { startsAt: 'desc' },
    select: {
      id: true,
      slug: true,
      number: true,
      city: true,
      cityEn: true,
      startsAt: true,
      endsAt: true,
      registrationEndsAt: true,
      timeZone: true,
      capacity: true,
      approvalRequired: true,
      publishedAt: true,
    },
  })

/** What one stop has that a new one could take along, for the preview: titles of work, never attendees. */
export async function findBaggage(scope: SeriesScope<'events.create'>, eventId: string) {
  const event = { ...scope.withinSeries, removedAt: null }
  const [talks, gifts, crew, needs] = await Promise.all([
    database().talk.findMany({
      where: { eventId, event, removedAt: null },
      orderBy: { position: 'asc' },
      select: {
        id: true,
        kind: true,
        title: true,
        titleEn: true,
        durationMinutes: true,
        people: { where: { speaker: { removedAt: null } }, select: { speaker: { select: { id: true, name: true } } } },
      },
    }),
    database().gift.findMany({
      where: { eventId, event, removedAt: null, sponsor: { removedAt: null } },
      orderBy: { position: 'asc' },
      select: {
        id: true,
        kind: true,
        status: true,
        title: true,
        titleEn: true,
        quantity: true,
        sponsor: { select: { name: true, nameEn: true } },
      },
    }),
    database().volunteer.findMany({
      where: {
        eventId,
        event,
        removedAt: null,
        OR: [{ role: { not: '' } }, { shift: { not: '' } }, { leads: true }],
      },
      orderBy: { position: 'asc' },
      select: { id: true, role: true, shift: true, leads: true },
    }),
    unmetNeeds(database(), { ...scope.withinSeries, eventId }),
  ])
  return { talks, gifts: gifts.filter((gift) => !staysBehind(gift)), crew, needs }
}
export type Baggage = Awaited<ReturnType<typeof findBaggage>>

/** Where the next page of the log starts: the last line's instant and id. */
export type LogPlace = { at: Date; id: string }
const pageSize = 50

/**
 * What happened at one event, the latest first, fifty at a time. Says the names of organisers, speakers, crew and
 * things; attendees stay nameless, and why somebody passed others is for those who may see who came.
 */
export async function listActivity(scope: EventScope<'event.view'>, before: LogPlace | null) {
  const own = [{ eventId: scope.eventId }, { eventId: null, seriesId: scope.seriesId, subjectId: scope.eventId }]
  const older = before ? [{ OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }] }] : []
  const found = await database().activity.findMany({
    where: { AND: [{ OR: own }, ...older] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    select: { id: true, at: true, verb: true, actorKind: true, actorId: true, subjectId: true, details: true },
  })
  const lines = found.slice(0, pageSize)
  const names = await namesOf(
    scope,
    lines.map(({ actorKind, actorId }) => (actorKind === 'person' ? actorId : null)),
    lines.map(({ subjectId }) => subjectId),
  )
  const reasons = await reasonsOf(
    scope,
    lines.flatMap(({ verb, subjectId }) => (verb === jumped && subjectId ? [subjectId] : [])),
  )
  return {
    lines: lines.map(({ actorId, subjectId, ...line }) => ({
      ...line,
      actorName: names.get(actorId ?? '') ?? null,
      subject: (line.verb === jumped ? reasons.get(subjectId ?? '') : names.get(subjectId ?? '')) ?? null,
    })),
    more: found.length > pageSize,
  }
}

const jumped = 'registration.jumped'

// Why somebody was seated before others stands with the registration, where it is erased with it.
async function reasonsOf(scope: EventScope<'event.view'>, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0 || !mayOnEvent(scope.role, 'guests.view')) return new Map()
  const rows = await database().registration.findMany({
    where: { ...scope.within, id: { in: ids }, jumpReason: { not: null } },
    select: { id: true, jumpReason: true },
  })
  return new Map(rows.map(({ id, jumpReason }) => [id, jumpReason ?? '']))
}

// One statement for all of them. Registrations are left out: the log must not tell who came.
async function namesOf(scope: EventScope<'event.view'>, actors: (string | null)[], subjects: (string | null)[]) {
  const [who, what] = [actors, subjects].map((ids) => [...new Set(ids.filter((id) => id !== null))])
  const rows = await database().$queryRaw<{ id: string; name: string }[]>`
    SELECT id::text, name FROM people WHERE id = ANY (${who}::uuid[])
    UNION ALL SELECT id::text, title FROM talks WHERE event_id = ${scope.eventId}::uuid AND id = ANY (${what}::uuid[])
    UNION ALL SELECT id::text, title FROM gifts WHERE event_id = ${scope.eventId}::uuid AND id = ANY (${what}::uuid[])
    UNION ALL SELECT id::text, title FROM needs WHERE event_id = ${scope.eventId}::uuid AND id = ANY (${what}::uuid[])
    UNION ALL SELECT id::text, name FROM volunteers WHERE event_id = ${scope.eventId}::uuid AND id = ANY (${what}::uuid[])
    UNION ALL SELECT id::text, name FROM speakers WHERE series_id = ${scope.seriesId}::uuid AND id = ANY (${what}::uuid[])
    UNION ALL SELECT id::text, name FROM sponsors WHERE series_id = ${scope.seriesId}::uuid AND id = ANY (${what}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
