import 'server-only'
import { refuse } from '@/lib/values/refusal'
import type { Transaction } from './client'

/**
 * Takes the event's row for the rest of the transaction and raises its serial number: writes to one event happen one
 * after the other, and sorting by serial gives their true order. Several writes at once take as many numbers; the last is
 * answered. Refuses `events.not-found` when there is none, or it was removed meanwhile.
 */
export async function lockEvent(tx: Transaction, eventId: string, writes = 1): Promise<bigint> {
  const rows = await tx.$queryRaw<{ serial: bigint }[]>`
    UPDATE events SET serial = serial + ${writes}::int
    WHERE id = ${eventId}::uuid AND removed_at IS NULL RETURNING serial`
  return rows[0]?.serial ?? refuse('events.not-found')
}
