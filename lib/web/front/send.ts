import 'server-only'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Plain } from '../registering'
import type { Page } from './pages'

// Cookies that no public page looks at: the language chosen before, links opened, forms sent back.
const harmless = /^\s*(?:language|next-stop-(?:link|typed)-[\w-]+)=/

/**
 * May this request get what everybody gets? Not with a cookie that a session may be in, not with credentials, and not
 * where the framework talks to itself, which answers in another form.
 */
export function isSharedBy(headers: IncomingHttpHeaders): boolean {
  if (headers.authorization !== undefined || headers.rsc !== undefined || headers['x-instead'] !== undefined)
    return false
  for (const name in headers) if (/^(?:next-|x-nextjs|x-middleware|x-front$)/.test(name)) return false
  return headers.cookie === undefined || headers.cookie.split(';').every((cookie) => harmless.test(cookie))
}

type Encoding = 'br' | 'gzip' | 'identity'

// Browsers of one make all say the same, so that what it means is read once.
const meant = new Map<string, Encoding>()
const mostMeant = 50

/** The encoding to send: the smallest of those that are accepted (RFC 9110, 12.5.3); unsaid, none. */
export function encodingFor(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  const known = meant.get(accept)
  if (known) return known
  if (meant.size >= mostMeant) meant.clear()
  const encoding = smallestOf(accept)
  meant.set(accept, encoding)
  return encoding
}

function smallestOf(accept: string): Encoding {
  const weights = new Map<string, number>()
  for (const part of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const q = parameters.find((piece) => piece.startsWith('q='))
    weights.set(name === 'x-gzip' ? 'gzip' : name, q ? Number(q.slice(2)) : 1)
  }
  const accepts = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0
  return accepts('br') ? 'br' : accepts('gzip') ? 'gzip' : 'identity'
}

/** Sends a kept page, or a 304 to whoever has these very bytes. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: Page, secure: string[]): void {
  const variant = page.variants[encodingFor(request.headers['accept-encoding'] as string | undefined)]
  const known = request.headers['if-none-match']
  if (known !== undefined && (known.trim() === '*' || tagsIn(known).includes(variant.tag))) {
    response.writeHead(304, [...variant.headersOf304, ...secure]).end()
    return
  }
  response.writeHead(200, [...variant.headers, ...secure])
  if (request.method === 'HEAD') response.end()
  else response.end(variant.body)
}

const tagsIn = (text: string): string[] => text.split(',').map((tag) => tag.trim().replace(/^W\//, ''))

/** Sends an answer in plain values. */
export function sendPlain(response: ServerResponse, { status, headers, body }: Plain, secure: string[]): void {
  const length = ['content-length', String(body === null ? 0 : Buffer.byteLength(body))]
  response.writeHead(status, [...headers.flat(), ...length, ...secure]).end(body ?? undefined)
}
