import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { hexOf } from '../rules/bytes'
import type { Entry } from '../rules/entry'
import type { Place } from './course'

/** Somebody's place in a list: its public id in hex, and what that is the hash of, which is gone once they are erased. */
export type Placed = { id: string; n: number; weight: number; registrationId: string | null; entry: Entry | null }

/** A step: the place of a registration, or of a number, in a session's list; or null. */
export async function findEntry(
  tx: Transaction,
  { eventId, sessionId }: Place,
  by: { registrationId: string } | { n: number },
): Promise<Placed | null> {
  const row = await tx.drawEntry.findFirst({
    where: { eventId, sessionId, ...by },
    select: { entryId: true, n: true, weight: true, label: true, salt: true, tags: true, registrationId: true },
  })
  if (!row) return null
  const { n, label, salt, tags, weight, registrationId } = row
  const entry = label === null || salt === null ? null : { label, n, salt: hexOf(salt), tags }
  return { id: hexOf(row.entryId), n, weight, registrationId, entry }
}
