import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { config } from '@/lib/config'
import { isUuid } from '@/lib/values/uuid'

/**
 * Proofs that a mail arrived: keyed hashes (HMAC-SHA256, RFC 2104, cut to 160 bits), so that nothing is stored for
 * them. `purpose` keeps the proof of one thing from being one of another.
 */
const proofOf = (purpose: 'preferences' | 'arrival', what: string): string =>
  createHmac('sha256', `${config().AUTH_SECRET}/mail-${purpose}`)
    .update(what)
    .digest()
    .subarray(0, 20)
    .toString('base64url')

const isProof = (purpose: 'preferences' | 'arrival', what: string, given: string): boolean => {
  const [told, right] = [Buffer.from(given), Buffer.from(proofOf(purpose, what))]
  return told.length === right.length && timingSafeEqual(told, right)
}

/** The page on which a mail's reader decides what they get. */
export const preferencesUrl = (message: { id: string; locale: string }): string =>
  `${config().SITE_URL}/${message.locale}/mail/${message.id}/${proofOf('preferences', message.id)}`

/** Where a mail program posts for "unsubscribe" without opening anything (RFC 8058). */
export const oneClickUrl = (messageId: string): string =>
  `${config().SITE_URL}/api/mail/${messageId}/${proofOf('preferences', messageId)}`

/** Does this proof belong to this mail? */
export const provesMail = (messageId: string, proof: string): boolean =>
  isUuid(messageId) && isProof('preferences', messageId, proof)

const ticketLink = /\/t\/([A-Za-z0-9_-]{27})$/

/** A ticket's link as it goes into a mail: whoever opens it in this form got the mail. */
export function asMailed(link: string): string {
  const secret = ticketLink.exec(link)?.[1]
  return secret ? `${link}?mail=${proofOf('arrival', secret)}` : link
}

/** Was the link with this secret opened out of a mail? */
export const cameByMail = (secret: string, proof: string | null): boolean =>
  proof !== null && isProof('arrival', secret, proof)
