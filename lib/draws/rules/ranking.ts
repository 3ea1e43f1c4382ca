import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesOf, compareBytes } from './bytes'
import type { Listed } from './entry'

export type Ranked = Listed & { key: Uint8Array }

/**
 * Everybody by the smallest of their keys (§2): min over j < weight of HMAC-SHA256(seed, id ‖ u16 j), ascending, ties by
 * the smaller id. No modulo, no dependence on the order of the list.
 */
export function ranking(seed: Uint8Array, list: readonly Listed[]): Ranked[] {
  const keyed = hmac.create(sha256, seed)
  const work = hmac.create(sha256, seed)
  return list
    .map((line) => ({ ...line, key: keyOf(keyed, work, line) }))
    .sort((a, b) => compareBytes(a.key, b.key) || (a.id < b.id ? -1 : 1))
}

/** How many places a result publishes beyond its units. */
export const spare = 3

/** The ids that a result record names: as many as there are units, and three more. */
export const firstOf = (ranked: readonly Ranked[], units: number): string[] =>
  ranked.slice(0, units + spare).map(({ id }) => id)

export type Place = { id: string; status: 'won'; unit: number } | { id: string; status: 'absent' | `out:${string}` }

/**
 * Who gets which unit: down the ranking, passing over those who are out and those who were called and absent, until the
 * units are gone or nobody is left.
 */
export function allocate(
  ranked: readonly { id: string }[],
  units: number,
  passed: { out: ReadonlyMap<string, string>; absent: ReadonlySet<string> },
): Place[] {
  const places: Place[] = []
  let unit = 0
  for (const { id } of ranked) {
    if (unit === units) break
    const reason = passed.out.get(id)
    if (reason !== undefined) places.push({ id, status: `out:${reason}` })
    else if (passed.absent.has(id)) places.push({ id, status: 'absent' })
    else places.push({ id, status: 'won', unit: ++unit })
  }
  return places
}

function keyOf(keyed: Keyed, work: Keyed, { id, weight }: Listed): Uint8Array {
  const bytes = bytesOf(id, 32)
  if (!bytes) throw new Error('an id is 64 lower-case hex characters')
  const message = new Uint8Array(34)
  message.set(bytes)
  let best: Uint8Array | null = null
  for (let j = 0; j < weight; j++) {
    message[32] = j >> 8
    message[33] = j & 0xff
    keyed._cloneInto(work)
    const key = work.update(message).digest()
    if (!best || compareBytes(key, best) < 0) best = key
  }
  if (!best) throw new Error('a weight is at least 1')
  return best
}

type Keyed = ReturnType<typeof hmac.create>
