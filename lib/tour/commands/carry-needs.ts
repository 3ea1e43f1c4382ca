import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { unmetNeeds } from '@/lib/sponsors/queries/last-needs'
import type { Way } from '../rules'

/**
 * A step: what the last stop needed and nobody gave, to be looked for again. Dates move with the start. Answers how
 * many needs.
 */
export async function carryNeeds(tx: Transaction, way: Way, moved: (instant: Date) => Date): Promise<number> {
  const needs = await unmetNeeds(tx, { seriesId: way.seriesId, eventId: way.from })
  await tx.need.createMany({
    data: needs.map(({ dueAt, ...need }, index) => ({
      ...need,
      dueAt: dueAt && moved(dueAt),
      eventId: way.to,
      seriesId: way.seriesId,
      position: index + 1,
    })),
  })
  return needs.length
}
