import { freshBytes } from './chance'

/** Is this text a UUID, in lower case as we write them? Anything else would be an error of the database, not "not found". */
export const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The UUID that nothing has. */
export const nilUuid = '00000000-0000-0000-0000-000000000000'

/** A new UUID of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. For rows written in SQL. */
export function newUuid(now = Date.now()): string {
  const bytes = freshBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
