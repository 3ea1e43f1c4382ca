import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { config } from '@/lib/config'
import { findMovedLink, type HolderOf, holderOf, type LinkKind } from '@/lib/people/holder'
import { fingerprint } from '@/lib/values/seal'
import { type Cookie, settingsOf } from './cookies'

const cookieName = (linkId: string) => `next-stop-link-${linkId}`
const year = 365 * 86_400

/** The holder of the link with this id, if this browser opened it before; else null. Asked once a request. */
export const currentHolder = cache(async <Kind extends LinkKind>(kind: Kind, linkId: string) => {
  const secret = linkId ? await secretOf(linkId) : null
  const holder = secret ? await holderOf(kind, secret) : null
  return holder?.linkId === linkId ? (holder as HolderOf[Kind]) : null
})

/** The secret of a link that this browser opened, to draw its QR; null when it did not. */
export async function secretOf(linkId: string): Promise<string | null> {
  const kept = (await cookies()).get(cookieName(linkId))?.value
  return kept ? secretIn(kept) : null
}

/** Remembers an opened link in this browser, so that its secret can leave the address bar. */
export async function rememberLink(linkId: string, secret: string): Promise<void> {
  const store = await cookies()
  const kept = store.get(cookieName(linkId))?.value ?? ''
  const cookie = { name: cookieName(linkId), value: secretIn(kept) === secret ? kept : secret, seconds: year }
  store.set(cookie.name, cookie.value, settingsOf(cookie))
}

/**
 * The secret of a ticket that was sent to an address which is no longer its holder's, if this is the browser in which
 * they registered: it may have the ticket back. Whoever opened the link out of that mailbox has the secret alone.
 */
export async function movedSecretOf(linkId: string): Promise<string | null> {
  const kept = (await cookies()).get(cookieName(linkId))?.value ?? ''
  const secret = secretIn(kept)
  if (kept !== linkCookie(linkId, secret).value) return null
  return (await findMovedLink(secret))?.id === linkId ? secret : null
}

/** Remembers the ticket's new secret in this browser, which stays the one in which its holder registered. */
export async function rememberRenewed(linkId: string, secret: string): Promise<void> {
  const cookie = linkCookie(linkId, secret)
  const store = await cookies()
  store.set(cookie.name, cookie.value, settingsOf(cookie))
}

const endedCookie = 'next-stop-ended'

/** Remembers for a day the secret of an ended link that this browser opened, so that it can ask for a new one. */
export async function rememberEnded(secret: string): Promise<void> {
  const cookie = { name: endedCookie, value: secret, seconds: year / 365 }
  const store = await cookies()
  store.set(cookie.name, cookie.value, settingsOf(cookie))
}

/**
 * The secret that a new link may be asked for with: that of the page which the browser stands on, if it opened it while
 * it was alive, else of the ended link that it opened last; null when there is none.
 */
export async function endedSecret(page: string | null): Promise<string | null> {
  const [, linkId] = /\/(?:ticket|desk|speaker|crew)\/([0-9a-f-]{36})(?:\/|$)/.exec(page ?? '') ?? []
  const standing = linkId ? await secretOf(linkId) : null
  return standing ?? (await cookies()).get(endedCookie)?.value ?? null
}

/** What remembers a link in the browser that it was made for: its secret, and a proof that is in no mail. */
export const linkCookie = (linkId: string, secret: string): Cookie => ({
  name: cookieName(linkId),
  value: `${secret}.${hereProof(secret)}`,
  seconds: year,
})

const secretIn = (kept: string): string => kept.split('.')[0] ?? ''

/** A keyed hash, cut to 160 bits, so that nothing is stored for it. */
const hereProof = (secret: string): string =>
  Buffer.from(fingerprint(secret, config().AUTH_SECRET, 'here'))
    .subarray(0, 20)
    .toString('base64url')
