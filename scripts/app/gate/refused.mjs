import { securityHeaders } from './security-headers.mjs'

// Of the others a request cannot even be made: TRACE and its like end in an error.
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** The status of a request that the framework would answer with an error of its own; null when it may go on. */
export function refused({ method, url, headers }) {
  if (!methods.has(method)) return 405
  if (!isReadable(url)) return 400
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
    ...(status === 405 ? { Allow: [...methods].join(', ') } : {}),
  }
  response
    .writeHead(status, { ...securityHeaders(process.env.SITE_URL), ...closed, ...more, 'Content-Length': 0 })
    .end()
}
