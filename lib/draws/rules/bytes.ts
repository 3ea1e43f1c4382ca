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

// The same hash in C where a server runs this: a hundred thousand people mean three hundred thousand of them.
const native = globalThis.process?.getBuiltinModule?.('node:crypto')?.hash

/** SHA-256. */
export const hashOf = (bytes: Uint8Array): Uint8Array => (native ? native('sha256', bytes, 'buffer') : sha256(bytes))

/** SHA-256 of a tag, its zero byte, and the parts after it. */
export const taggedHash = (tag: string, ...parts: Uint8Array[]): Uint8Array =>
  hashOf(concatBytes(utf8(`${tag}\0`), ...parts))

/** SHA-256 of a tag, its zero byte, and a text, as hex. */
export function taggedTextHash(tag: string, text: string): string {
  const whole = `${tag}\0${text}`
  return native ? native('sha256', whole, 'hex') : bytesToHex(sha256(utf8(whole)))
}

/** Which of two equally long byte strings comes first: below, at or above zero. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
