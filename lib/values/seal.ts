import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import { freshBytes } from './chance'

const keys = new Map<string, Buffer>()

// There are only a few purposes, and one secret for the life of the process.
function keyOf(secret: string, purpose: string): Buffer {
  const known = keys.get(`${purpose}/${secret}`)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', secret, 'next-stop/seal', purpose, 32))
  keys.set(`${purpose}/${secret}`, key)
  return key
}

/**
 * Encrypts a text for storage (AES-256-GCM, NIST SP 800-38D): 12 bytes nonce, 16 bytes tag, then the cipher text.
 * `purpose` separates the keys, so that what was sealed for one use cannot be opened for another.
 */
export function seal(text: string, secret: string, purpose: string): Uint8Array<ArrayBuffer> {
  const nonce = freshBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
}

/** Opens what `seal` made; throws when the bytes were changed or sealed with another key. */
export function unseal(sealed: Uint8Array, secret: string, purpose: string): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/**
 * Tells whether a text was seen before without telling the text (HMAC-SHA-256, RFC 2104): without our secret nobody can
 * try short codes one after the other.
 */
export const fingerprint = (text: string, secret: string, purpose: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', keyOf(secret, purpose)).update(text).digest())
