import { createHash, randomInt } from 'node:crypto'
import { freshBytes } from './chance'

/** A new secret for a link: 160 random bits as 27 url-safe characters. */
export const newSecret = (): string => freshBytes(20).toString('base64url')

/** What is kept of a secret: its SHA-256. */
export const hashSecret = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest())

/** Could this string be one of our link secrets? Saves a look-up for anything else. */
export const looksLikeSecret = (text: string): boolean => /^[A-Za-z0-9_-]{27}$/.test(text)

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short code that people read out and type: six characters without 0 O 1 I L U. Unique only within an event. */
export const newTicketCode = (): string =>
  Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** What people may have typed for a ticket code: spaces, dashes and lower case do not matter. */
export const normalTicketCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
