import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'

/** The bytes of protocol `hat/1` (§2): lower-case hex, big-endian integers, ASCII tags that end in a zero byte. */
export { bytesToHex as hexOf, concatBytes as join }

const encoder = new TextEncoder()
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Is this `length` bytes in lower-case hex? */
export const isHex = (hex: unknown, length: number): hex is string =>
  typeof hex === 'string' && hex.length === length * 2 && /^[0-9a-f]*$/.test(hex)

/** Exactly `length` bytes from lower-case hex, or null: other spellings of the same bytes are not accepted. */
export function bytesOf(hex: unknown, length: number): Uint8Array | null {
  return isHex(hex, length) ? hexToBytes(hex) : null
}

/** An integer as `size` big-endian bytes. */
export function integer(value: number | bigint, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let rest = BigInt(value)
  for (let at = size - 1; at >= 0; at--) {
    bytes[at] = Number(rest & 0xffn)
    rest >>= 8n
  }
  return bytes
}

/** SHA-256 of a tag, its zero byte, and the parts after it. */
export function taggedHash(tag: string, ...parts: Uint8Array[]): Uint8Array {
  return finish(begunWith(tag), parts)
}

/** SHA-256 of a tag, its zero byte, and a text, as hex; nothing is put aside for it, which counts with many texts. */
export function taggedTextHash(tag: string, text: string): string {
  if (text.length * 3 > scratch.length) return bytesToHex(taggedHash(tag, utf8(text)))
  begunWith(tag)._cloneInto(working)
  working.update(scratch.subarray(0, encoder.encodeInto(text, scratch).written)).digestInto(digest)
  return bytesToHex(digest)
}

/** SHA-256 of the parts one after the other. */
export const hashOf = (...parts: Uint8Array[]): Uint8Array => finish(nothing, parts)

// A hundred thousand people mean half a million hashes: one working copy instead of half a million.
const tags = new Map<string, ReturnType<typeof sha256.create>>()
const nothing = sha256.create()
const working = sha256.create()
const scratch = new Uint8Array(1024)
const digest = new Uint8Array(32)

function begunWith(tag: string): ReturnType<typeof sha256.create> {
  const begun = tags.get(tag) ?? sha256.create().update(utf8(`${tag}\0`))
  tags.set(tag, begun)
  return begun
}

function finish(begun: ReturnType<typeof sha256.create>, parts: Uint8Array[]): Uint8Array {
  begun._cloneInto(working)
  for (const part of parts) working.update(part)
  return working.digest()
}

/** Which of two equally long byte strings comes first: below, at or above zero. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
