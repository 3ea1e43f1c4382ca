import 'server-only'
import { config } from '@/lib/config'
import { type Corner, cornerOf } from '@/lib/values/network'

/** The headers of a request, whoever read them. */
export type Told = Pick<Headers, 'get'>

/**
 * Does a write with cookies come from our own pages? Browsers send Origin with every post; where it is missing, only
 * `Sec-Fetch-Site: same-origin` counts. `Origin: null` (sandboxed frames, some redirects) is foreign.
 */
export function isSameOrigin(headers: Told): boolean {
  const origin = headers.get('origin')
  if (!origin) return headers.get('sec-fetch-site') === 'same-origin'
  if (origin === ownOrigin()) return true
  const { https, production } = config()
  if (https && production) return false
  return origin === `http://${headers.get('host')}`
}

let own: { url: string; origin: string } | undefined
function ownOrigin(): string {
  const { SITE_URL: url } = config()
  if (own?.url !== url) own = { url, origin: new URL(url).origin }
  return own.origin
}

/**
 * Where the client is, as far as it can be trusted: TRUSTED_PROXY_HOPS proxies of ours are believed, and the connection
 * itself; scripts/app/gate.mjs writes it down for each request. Null where that was not loaded (development).
 */
export const clientCorner = (headers: Pick<Headers, 'get'>): Corner | null =>
  cornerOf(headers.get('x-came-by') ?? '', config().TRUSTED_PROXY_HOPS)

/** The client in one word, for counting: an IPv4 address or an IPv6 /64. */
export const clientAddress = (headers: Pick<Headers, 'get'>): string | null => clientCorner(headers)?.near ?? null
