import { securityHeaders } from './security-headers.mjs'
import { isTooBig } from './size.mjs'

// Of the others a request cannot even be made: TRACE and its like end in an error.
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** What a page answers; the framework draws it for every method. */
const page = /^\/(?:(?:zh|en)(?=[/?]|$)|$|\?)/
export const isPage = (url) => page.test(url)
const ofPages = ['GET', 'HEAD', 'OPTIONS', 'POST']

/**
 * The status of a request that the framework would answer with an error of its own, or as if nothing were wrong; null
 * when it may go on.
 */
export function refused({ method, url, headers }) {
  if (!methods.has(method)) return 405
  if (!isReadable(url)) return 400
  if (isPage(url) && !ofPages.includes(method)) return 405
  if (isPage(url) && method === 'OPTIONS') return 204
  const isAction = method === 'POST' && !url.startsWith('/api/')
  if (!isAction) return null
  if (isForeign(headers)) return 403
  return isTooBig({ url, headers }) ? 413 : null
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

/** What is said of why; most of these nobody sees who came by a page. */
const words = {
  413: '一次发来的内容太多了，图片最大 5 MB。\nThat is too much at once; a picture may have 5 MB.\n',
}

export function sayNo(response, status, more = {}) {
  const text = words[status] ?? ''
  const closed = {
    ...(text ? { 'Content-Type': 'text/plain; charset=utf-8' } : {}),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    ...(status === 405 || status === 204 ? { Allow: allowedAt(response.req?.url ?? '').join(', ') } : {}),
    ...(status === 204 ? {} : { 'Content-Length': Buffer.byteLength(text) }),
  }
  response.writeHead(status, { ...securityHeaders(process.env.SITE_URL), ...closed, ...more }).end(text)
}

const allowedAt = (url) => (isPage(url) ? ofPages : [...methods])
