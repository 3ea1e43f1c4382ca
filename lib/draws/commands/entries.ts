import 'server-only'
import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { maskName } from '@/lib/checkin/rules'
import type { Transaction } from '@/lib/database/client'
import type { Place } from '../queries/course'
import { type Entry, entryId, type Listed, sortedList } from '../rules/entry'
import { listRoot } from '../rules/tree'

/** Somebody in the hat and their registration; the invented people of a rehearsal have none. */
export type InHat = Entry & { registrationId: string | null; weight?: number }

/** How the record calls somebody: masked, in NFC, never empty. */
export const labelOf = (name: string): string => maskName(name).normalize('NFC') || '＊'

/** Numbers people from 1 in their order and gives everybody a salt of 16 random bytes. */
export function numbered(people: readonly Omit<InHat, 'n' | 'salt' | 'weight'>[]): InHat[] {
  const salts = randomBytes(16 * people.length).toString('hex')
  return people.map(({ label, tags, registrationId }, at) => {
    return { label, n: at + 1, salt: salts.slice(32 * at, 32 * at + 32), tags, registrationId }
  })
}

/** So many entries by one statement; the first are few, so that Postgres has something to do soon. */
const atOnce = [5_000, 25_000] as const

/**
 * A step: puts everybody into the hat and answers the list, sorted by id, with its root. A hundred thousand must fit into
 * the patience of a hall, so people are hashed, the list is sorted and its tree made while Postgres keeps those before.
 */
export async function putIntoHat(tx: Transaction, place: Place, hat: readonly InHat[]) {
  const list: Listed[] = []
  let kept: Promise<unknown> = Promise.resolve()
  for (let from = 0, some: readonly InHat[] = []; from < hat.length; from += some.length) {
    some = hat.slice(from, from + atOnce[from === 0 ? 0 : 1])
    const ids = some.map(entryId)
    for (const [at, id] of ids.entries()) list.push({ id, weight: some[at]?.weight ?? 1 })
    const entries = told(some, ids)
    kept = kept.then(() => keepEntries(tx, place, entries))
    // Heard below, where it is waited for.
    kept.catch(() => {})
    // What is asked of Postgres must have left before this process is busy again.
    await setImmediate()
  }
  const sorted = sortedList(list)
  await setImmediate()
  const root = listRoot(sorted)
  await kept
  return { list: sorted, root }
}

/** What Postgres is told of them: hashes as one piece of bytes, cut where it is stored, and the rest as one text each. */
const told = (some: readonly InHat[], ids: readonly string[]) => ({
  first: some[0]?.n ?? 1,
  ids: bytesOf(ids),
  salts: bytesOf(some.map(({ salt }) => salt)),
  labels: some.map(({ label }) => label),
  tags: some.map(({ tags }) => tags.join(' ')).join(','),
  weights: some.map(({ weight = 1 }) => weight).join(' '),
  people: some.map(({ registrationId }) => registrationId ?? '-').join(' '),
})

const bytesOf = (hexes: readonly string[]) => Buffer.from(hexes.join(''), 'hex')

const keepEntries = (tx: Transaction, { eventId, sessionId }: Place, entries: ReturnType<typeof told>) =>
  tx.$executeRaw`
    INSERT INTO draw_entries (event_id, session_id, n, entry_id, weight, label, salt, tags, registration_id)
    SELECT ${eventId}::uuid, ${sessionId}::uuid, ${entries.first}::int + at::int - 1,
      substr(${entries.ids}::bytea, at::int * 32 - 31, 32), weight, label,
      substr(${entries.salts}::bytea, at::int * 16 - 15, 16), string_to_array(COALESCE(tags, ''), ' '), registration_id
    FROM unnest(
      ${entries.labels}::text[], string_to_array(${entries.tags}, ','), string_to_array(${entries.weights}, ' ')::int[],
      string_to_array(${entries.people}, ' ', '-')::uuid[]
    ) WITH ORDINALITY AS hat (label, tags, weight, registration_id, at)`
