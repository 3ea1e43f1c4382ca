import 'server-only'
import { change } from '@/lib/database/change'
import { lockEvent } from '@/lib/database/lock'
import { removeDraftIn } from '@/lib/events/commands/remove'
import type { SeriesScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { canUndoStart } from '../rules'

/**
 * Takes a start from an earlier stop back, for a day and while the stop is a draft: it leaves the line, and can still be
 * restored among the removed drafts. Refuses `tour.undo-over`.
 */
export async function undoStart(scope: SeriesScope<'events.create'>, id: string): Promise<{ id: string }> {
  return change(scope, {}, async (tx, record) => {
    const { seriesId } = scope
    const stop = await tx.event.findFirst({ where: { id, seriesId, removedAt: null } })
    if (!stop) refuse('events.not-found')
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
    if (!clock || !canUndoStart(stop, clock.now)) refuse('tour.undo-over')
    await lockEvent(tx, id)
    await removeDraftIn(tx, seriesId, id)
    record('event.start-undone', id)
    return { id }
  })
}
