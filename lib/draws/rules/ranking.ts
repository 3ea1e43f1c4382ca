import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesOf, compareBytes } from './bytes'
import type { Listed } from './entry'

export type Ranked = Listed & { readonly key: Uint8Array }

/**
 * Everybody by the smallest of their keys (§2): min over j < weight of HMAC-SHA256(seed, id ‖ u16 j), ascending, ties by
 * the smaller id. No modulo, no dependence on the order of the list.
 */
export function ranking(seed: Uint8Array, list: readonly Listed[]): Ranked[] {
  const keyed = hmac.create(sha256, seed)
  const work = hmac.create(sha256, seed)
  // All keys in one piece of memory, and their first four bytes as numbers: a hundred thousand small ones take long to
  // make, to compare and to throw away.
  const keys = new Uint8Array(list.length * 32)
  for (const [at, line] of list.entries()) writeKey(keyed, work, line, keys.subarray(at * 32, at * 32 + 32))
  const view = new DataView(keys.buffer)
  const starts = Float64Array.from(list, (_, at) => view.getUint32(at * 32))
  const keyAt = (at: number) => keys.subarray(at * 32, at * 32 + 32)
  const idAt = (at: number) => list[at]?.id ?? ''
  const order = Uint32Array.from(list, (_, at) => at).sort(
    (a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || compareBytes(keyAt(a), keyAt(b)) || (idAt(a) < idAt(b) ? -1 : 1),
  )
  return Array.from(order, (at) => new RankedLine(list[at] as Listed, keys, at))
}

/** A line with its rank's key, which is cut out of the common memory when somebody asks for it. */
class RankedLine implements Ranked {
  readonly id: string
  readonly weight: number
  readonly #keys: Uint8Array
  readonly #at: number
  constructor({ id, weight }: Listed, keys: Uint8Array, at: number) {
    this.id = id
    this.weight = weight
    this.#keys = keys
    this.#at = at
  }
  get key(): Uint8Array {
    return this.#keys.subarray(this.#at * 32, this.#at * 32 + 32)
  }
}

/** How many places a result publishes beyond its units. */
export const spare = 3

/** The ids that a result record names: as many as there are units, and three more. */
export const firstOf = (ranked: readonly Ranked[], units: number): string[] =>
  ranked.slice(0, units + spare).map(({ id }) => id)

const message = new Uint8Array(34)
const candidate = new Uint8Array(32)

function writeKey(keyed: Keyed, work: Keyed, { id, weight }: Listed, into: Uint8Array): void {
  const bytes = bytesOf(id, 32)
  if (!bytes) throw new Error('an id is 64 lower-case hex characters')
  if (weight < 1) throw new Error('a weight is at least 1')
  message.set(bytes)
  for (let j = 0; j < weight; j++) {
    message[32] = j >> 8
    message[33] = j & 0xff
    keyed._cloneInto(work)
    work.update(message).digestInto(candidate)
    if (j === 0 || compareBytes(candidate, into) < 0) into.set(candidate)
  }
}

type Keyed = ReturnType<typeof hmac.create>
