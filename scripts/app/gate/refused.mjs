import { securityHeaders } from './security-headers.mjs'

// Of the others a request cannot even be made: TRACE and its like end in an error.
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** What a page answers; the framework draws it for every method. */
const page = /^\/(?:(?:zh|en)(?=[/?]|$)|$|\?)/
const ofPages = ['GET', 'HEAD', 'OPTIONS', 'POST']

/**
 * The status of a request that the framework would answer with an error of its own, or as if nothing were wrong; null
 * when it may go on.
 */
export function refused({ method, url, headers }) {
  if (!methods.has(method)) return 405
  if (!isReadable(url)) return 400
  if (page.test(url) && !ofPages.includes(method)) return 405
  if (page.test(url) && method === 'OPTIONS') return 204
  const isAction = method === 'POST' && !url.startsWith('/api/')
  return isAction && isForeign(headers) ? 403 : null
}

function isReadable(url) {
  // `GET *`, or no path at all.
  if (!url.startsWith('/')) return false
  if (!url.includes('%')) return true
  try {
    decodeURIComponent(url.split('?', 1)[0])
    return true
  } catch {
    return false
  }
}

/** As the framework sees it. The doors of lib/web look closer, also where no origin is told. */
function isForeign({ origin, host, 'x-forwarded-host': forwarded }) {
  if (!origin) return false
  const from = URL.canParse(origin) ? new URL(origin).host : null
  return from !== (forwarded ? forwarded.split(',', 1)[0].trim() : host)
}

export function sayNo(response, status, more = {}) {
  const closed = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    ...(status === 405 || status === 204 ? { Allow: allowedAt(response.req?.url ?? '').join(', ') } : {}),
    ...(status === 204 ? {} : { 'Content-Length': 0 }),
  }
  response.writeHead(status, { ...securityHeaders(process.env.SITE_URL), ...closed, ...more }).end()
}

const allowedAt = (url) => (page.test(url) ? ofPages : [...methods])
