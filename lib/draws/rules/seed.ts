import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesOf, integer, join, utf8 } from './bytes'

export type SourceName = 'chain' | 'room' | 'beacon'
const types = { room: 1, beacon: 2 } as const

/** What may be written down of a throw: dice as `d6:3 1 6…`, cards as `cards:7H KD…`. */
export const isRoomText = (text: string): boolean => /^[0-9A-Za-z :,.;-]{1,512}$/.test(text)

/** Where the randomness of one armed draw comes from; `link` is the revealed chain link where there is a chain. */
type Randomness = { link?: Uint8Array; room?: string; signature?: string }

/**
 * The seed of one draw (§2): HMAC-SHA256 with the chain link, or 32 zero bytes, as key, over the arm's hash, then each
 * source in the arm's order but the chain, then the index in the series. Throws when a source is missing or malformed.
 */
export function seedOf(arm: string, sources: readonly SourceName[], from: Randomness, index: number): Uint8Array {
  const parts = [utf8('hat1/seed\0'), need(bytesOf(arm, 32))]
  for (const source of sources) {
    if (source === 'chain') continue
    const bytes = source === 'room' ? roomBytes(from.room) : need(bytesOf(from.signature, 48))
    parts.push(integer(types[source], 1), integer(bytes.length, 4), bytes)
  }
  const key = sources.includes('chain') ? need(from.link) : new Uint8Array(32)
  return hmac(sha256, key, join(...parts, integer(index, 2)))
}

function roomBytes(text: string | undefined): Uint8Array {
  if (text === undefined || !isRoomText(text)) throw new Error('the throw is missing or not written as agreed')
  return utf8(text)
}

function need(bytes: Uint8Array | null | undefined): Uint8Array {
  if (!bytes) throw new Error('a source of the randomness is missing')
  return bytes
}
