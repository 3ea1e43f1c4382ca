import 'server-only'
import { database, type Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { publicStatuses } from '../rules'
import { progressOf } from '../rules/needs'

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

/** A step: the same within somebody's transaction. */
export async function needsOfLast(tx: Transaction, scope: Scope) {
  const here = await tx.event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: { startsAt: true, needs: { where: { removedAt: null }, select: { title: true } } },
  })
  const last = await tx.event.findFirst({
    where: {
      ...scope.withinSeries,
      removedAt: null,
      startsAt: { lt: here.startsAt },
      needs: { some: { removedAt: null } },
    },
    orderBy: { startsAt: 'desc' },
    select: {
      id: true,
      city: true,
      cityEn: true,
      startsAt: true,
      timeZone: true,
      needs: { where: { removedAt: null }, orderBy: { position: 'asc' }, select: columns },
    },
  })
  if (!last) return null
  const known = new Set(here.needs.map(({ title }) => title))
  return { ...last, needs: last.needs.filter(({ title }) => !known.has(title)) }
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
