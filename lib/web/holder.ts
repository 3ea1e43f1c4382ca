import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { type HolderOf, holderOf, type LinkKind } from '@/lib/people/holder'
import { type Cookie, settingsOf } from './cookies'

const cookieName = (linkId: string) => `next-stop-link-${linkId}`
const year = 365 * 86_400

/** The holder of the link with this id, if this browser opened it before; else null. Asked once a request. */
export const currentHolder = cache(async <Kind extends LinkKind>(kind: Kind, linkId: string) => {
  const secret = linkId ? (await cookies()).get(cookieName(linkId))?.value : undefined
  const holder = secret ? await holderOf(kind, secret) : null
  return holder?.linkId === linkId ? (holder as HolderOf[Kind]) : null
})

/** The secret of a link that this browser opened, to draw its QR; null when it did not. */
export async function secretOf(linkId: string): Promise<string | null> {
  return (await cookies()).get(cookieName(linkId))?.value ?? null
}

/** Remembers an opened link in this browser, so that its secret can leave the address bar. */
export async function rememberLink(linkId: string, secret: string): Promise<void> {
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

/** What remembers an opened link in a browser. */
export const linkCookie = (linkId: string, secret: string): Cookie => ({
  name: cookieName(linkId),
  value: secret,
  seconds: year,
})
