import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { lockEvent } from '@/lib/database/lock'
import type { SeriesScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { eventPromises } from './create'

/** Takes a draft off the line; `restoreDraft` brings it back. Refuses what is public (`events.not-a-draft`). */
export async function removeDraft(scope: SeriesScope<'events.create'>, id: string): Promise<{ id: string }> {
  return change(scope, eventPromises, async (tx, record) => {
    await removeDraftIn(tx, scope.seriesId, id)
    record('event.removed', id)
    return { id }
  })
}

/** A step: takes a draft of the series off the line. */
export async function removeDraftIn(tx: Transaction, seriesId: string, id: string): Promise<void> {
  const found = await tx.event.findFirst({ where: { id, seriesId, removedAt: null }, select: { publishedAt: true } })
  if (!found) refuse('events.not-found')
  await lockEvent(tx, id)
  const { count } = await tx.event.updateMany({
    where: { id, seriesId, removedAt: null, publishedAt: null },
    data: { removedAt: new Date(), version: { increment: 1 } },
  })
  if (count === 0) refuse('events.not-a-draft')
}

/** Brings a removed draft back. Its number may be taken by now: it then goes to the end of the line. */
export async function restoreDraft(scope: SeriesScope<'events.create'>, id: string): Promise<{ id: string }> {
  return change(scope, eventPromises, async (tx, record) => {
    const { seriesId } = scope
    await tx.$queryRaw`SELECT 1 FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`
    const draft = await tx.event.findFirst({
      where: { id, seriesId, removedAt: { not: null } },
      select: { number: true },
    })
    if (!draft) refuse('events.not-found')
    const taken = await tx.event.count({ where: { seriesId, removedAt: null, number: draft.number } })
    const last = await tx.event.aggregate({ where: { seriesId, removedAt: null }, _max: { number: true } })
    const number = taken > 0 ? (last._max.number ?? 0) + 1 : draft.number
    await tx.event.updateMany({ where: { id, seriesId }, data: { removedAt: null, number, version: { increment: 1 } } })
    record('event.restored', id)
    return { id }
  })
}
