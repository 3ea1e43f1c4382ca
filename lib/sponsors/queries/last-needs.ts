import 'server-only'
import { database, type Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { publicStatuses } from '../rules/ledger'
import { progressOf } from '../rules/needs'
import type { GiftKind, PrizeKind } from '../schema/gifts'

type Scope = EventScope<'sponsors.edit'>

const columns = {
  kind: true,
  prizeKind: true,
  title: true,
  titleEn: true,
  note: true,
  noteEn: true,
  quantity: true,
  dueAt: true,
} as const

/** What the last stop needed and this one does not list yet, for a preview; null where there was no stop before. */
export const findLastNeeds = (scope: Scope) => needsOfLast(database(), scope)

type Wanted = {
  kind: GiftKind
  prizeKind: PrizeKind | null
  title: string
  titleEn: string | null
  note: string
  noteEn: string | null
  quantity: number | null
}
type Last = { id: string; city: string; cityEn: string; startsAt: Date; timeZone: string }

/** A step: the same within somebody's transaction. One statement. */
export async function needsOfLast(tx: Transaction, scope: Scope) {
  const [last] = await tx.$queryRaw<(Last & { needs: (Wanted & { dueAt: string | null })[] })[]>`
    WITH here AS (SELECT starts_at FROM events WHERE id = ${scope.eventId}::uuid), last AS (
      SELECT e.id, e.city, e.city_en, e.starts_at, e.time_zone FROM events e, here
      WHERE e.series_id = ${scope.seriesId}::uuid AND e.removed_at IS NULL AND e.starts_at < here.starts_at
        AND EXISTS (SELECT 1 FROM needs n WHERE n.event_id = e.id AND n.removed_at IS NULL)
      ORDER BY e.starts_at DESC LIMIT 1)
    SELECT last.id, last.city, last.city_en AS "cityEn", last.starts_at AS "startsAt", last.time_zone AS "timeZone",
      COALESCE((SELECT json_agg(json_build_object('kind', n.kind, 'prizeKind', n.prize_kind, 'title', n.title,
        'titleEn', n.title_en, 'note', n.note, 'noteEn', n.note_en, 'quantity', n.quantity, 'dueAt', n.due_at)
        ORDER BY n.position, n.id)
      FROM needs n WHERE n.event_id = last.id AND n.removed_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM needs k WHERE k.event_id = ${scope.eventId}::uuid AND k.removed_at IS NULL AND k.title = n.title)),
      '[]'::json) AS needs
    FROM last`
  if (!last) return null
  return {
    ...last,
    needs: last.needs.map(({ dueAt, ...need }) => ({ ...need, dueAt: dueAt ? new Date(dueAt) : null })),
  }
}

/** A step: what a stop needed and nobody gave, with how many were lacking: what the next one asks for first. */
export async function unmetNeeds(tx: Transaction, { seriesId, eventId }: { seriesId: string; eventId: string }) {
  const needs = await tx.need.findMany({
    where: { seriesId, eventId, removedAt: null, event: { removedAt: null } },
    orderBy: { position: 'asc' },
    select: {
      ...columns,
      gifts: {
        where: { removedAt: null, status: { in: [...publicStatuses] } },
        select: { status: true, quantity: true },
      },
    },
  })
  return needs.flatMap(({ gifts, ...need }) => (progressOf(need.quantity, gifts).covered ? [] : [need]))
}
