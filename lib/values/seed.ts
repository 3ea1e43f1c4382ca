/**
 * Numbers out of a word, the same on every machine: FNV-1a (Fowler, Noll, Vo; 32 bit) turns the
 * word into a state, mulberry32 (Tommy Ettinger, public domain) turns the state into a sequence.
 * For looks only; never for draws, links or codes.
 */

/** 32-bit FNV-1a hash of the word's UTF-8 bytes, 0 … 2³² − 1. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(word)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  }
  return hash
}

/** A sequence of numbers in [0, 1) that depends on nothing but the word. */
export function sequenceOf(word: string): () => number {
  let state = hashOf(word)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
