import { bytesOf } from './bytes'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A hash as people compare it: its first 160 bits in Crockford's base32, 32 characters in groups of four. 160, because
 * an organiser could prepare two lists that share fewer.
 */
export function readableCode(hash: string): string {
  const bytes = bytesOf(hash, 32)
  if (!bytes) throw new Error('a hash is 64 lower-case hex characters')
  const bits = [...bytes.slice(0, 20)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const characters = (bits.match(/.{5}/g) ?? []).map((group) => alphabet[Number.parseInt(group, 2)])
  return (characters.join('').match(/.{4}/g) ?? []).join(' ')
}
