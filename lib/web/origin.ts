import 'server-only'
import { config } from '@/lib/config'

/**
 * Does a write with cookies come from our own pages? Browsers send Origin with every post; where it is missing, only
 * `Sec-Fetch-Site: same-origin` counts. `Origin: null` (sandboxed frames, some redirects) is foreign.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (!origin) return headers.get('sec-fetch-site') === 'same-origin'
  if (origin === new URL(config().SITE_URL).origin) return true
  const { https, production } = config()
  if (https && production) return false
  return origin === `http://${headers.get('host')}`
}

/**
 * The client's address as far as it can be trusted: with n proxies in front, the n-th from the right of
 * X-Forwarded-For; with none, anybody can write that header, so the answer is null. IPv6 is cut to its /56, which one
 * household usually holds.
 */
export function clientAddress(headers: Headers): string | null {
  const hops = config().TRUSTED_PROXY_HOPS
  if (hops === 0) return null
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const address = forwarded[forwarded.length - hops]
  if (!address) return null
  return address.includes(':') && !address.includes('.')
    ? address.split(':').slice(0, 4).join(':').slice(0, 17)
    : address
}
