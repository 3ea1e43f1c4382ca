import 'server-only'
import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { maskName } from '@/lib/checkin/rules'
import type { Transaction } from '@/lib/database/client'
import type { Place } from '../queries/course'
import { type Entry, entryId, type Listed, sortedList } from '../rules/entry'

/** Somebody in the hat and their registration; the invented people of a rehearsal have none. */
export type InHat = Entry & { registrationId: string | null; weight?: number }

/** How the record calls somebody: masked, in NFC, never empty. */
export const labelOf = (name: string): string => maskName(name).normalize('NFC') || '＊'

/** Numbers people from 1 in their order and gives everybody a salt of 16 random bytes. */
export function numbered(people: readonly Omit<InHat, 'n' | 'salt'>[]): InHat[] {
  const salts = randomBytes(16 * people.length).toString('hex')
  return people.map((one, at) => ({ ...one, n: at + 1, salt: salts.slice(32 * at, 32 * at + 32) }))
}

/** So many entries by one statement. */
const atOnce = 10_000

/**
 * A step: puts everybody into the hat, some thousand at a time: a hundred thousand must fit into the transaction's time, so the
 * next are hashed while Postgres keeps the last. Answers the list sorted by id.
 */
export async function putIntoHat(
  tx: Transaction,
  { eventId, sessionId }: Place,
  hat: readonly InHat[],
): Promise<Listed[]> {
  const list: Listed[] = []
  const take = async (from: number) => {
    // What is asked of Postgres must have left before this process is busy again.
    await setImmediate()
    const some = hat.slice(from, from + atOnce)
    const ids = some.map(({ label, n, salt, tags }) => entryId({ label, n, salt, tags }))
    for (const [at, id] of ids.entries()) list.push({ id, weight: some[at]?.weight ?? 1 })
    return { some, ids }
  }
  for (let from = 0, next = await take(0); next.some.length > 0; from += atOnce) {
    const { some, ids } = next
    const kept = tx.$executeRaw`
      INSERT INTO draw_entries (event_id, session_id, n, entry_id, weight, label, salt, tags, registration_id)
      SELECT ${eventId}::uuid, ${sessionId}::uuid, n, entry_id, weight, label, salt, string_to_array(tags, ' '), registration_id
      FROM unnest(
        ${some.map(({ n }) => n)}::int[], ${ids}::text[], ${some.map(({ weight = 1 }) => weight)}::int[],
        ${some.map(({ label }) => label)}::text[], ${some.map(({ salt }) => salt)}::text[],
        ${some.map(({ tags }) => tags.join(' '))}::text[], ${some.map(({ registrationId }) => registrationId)}::uuid[]
      ) AS hat (n, entry_id, weight, label, salt, tags, registration_id)`
    ;[next] = await Promise.all([take(from + atOnce), kept])
  }
  return sortedList(list)
}
