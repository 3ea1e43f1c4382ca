import 'server-only'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** One page as it goes out, in every encoding, each with its own entity tag and its headers but those of security. */
export type Variant = { body: Buffer; tag: string; headers: string[]; headersOf304: string[] }
export type Variants = { br: Variant; gzip: Variant; identity: Variant }

/**
 * May this be kept? Only a page of the public frame, known by its script: others at such addresses, as for signing in,
 * need the framework. And only a whole one: what is streamed later is put in its place by the framework's scripts.
 */
export const isKeepable = (html: string): boolean =>
  / data-own="page"/.test(html) && html.endsWith('</html>') && !html.includes('<template id="B:')

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
const named = /(<(?:link|style)\b[^>]*?)\snonce="[^"]*"/g
const hint = /<link\b(?=[^>]*\brel="(?:modulepreload|preload)")(?=[^>]*(?:\bas="script"|modulepreload))[^>]*>/g

/**
 * A page of the framework without the framework: on public pages nothing is a client component, so its scripts and the
 * data for them would do nothing. Our own (`data-own`) and facts for machines stay; the policy names each by its hash,
 * so that the bytes hold no nonce and are the same as long as the content is.
 */
export function withoutFramework(html: string): { html: string; scripts: string[] } {
  const scripts: string[] = []
  const bare = html
    .replace(hint, '')
    .replace(named, '$1')
    .replace(script, (_whole, attributes: string, text: string) => {
      const kept = attributes.replace(/\s+nonce="[^"]*"/, '')
      if (/\btype="application\/ld\+json"/.test(attributes)) return `<script${kept}>${text}</script>`
      if (!/\bdata-own\b/.test(attributes)) return ''
      scripts.push(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      return `<script${kept}>${text}</script>`
    })
  return { html: bare, scripts: [...new Set(scripts)] }
}

/** The framework's policy with the hashes of our scripts in the place of its nonce. */
export const policyWith = (policy: string, scripts: string[]): string =>
  policy.replace(/script-src [^;]*/, ['script-src', "'self'", ...scripts].join(' '))

const compressed = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 7 }),
}

/** Every variant of one page. Shared caches may keep it for two seconds, browsers ask each time and get a 304. */
export async function variantsOf(html: string, policy: string): Promise<Variants> {
  const bare = withoutFramework(html)
  const body = Buffer.from(bare.html)
  const rules = policyWith(policy, bare.scripts)
  const hash = createHash('sha256').update(body).update(rules).digest('base64url').slice(0, 22)
  const variant = (encoding: string, bytes: Buffer): Variant => {
    const tag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
    const shared = [
      ...['cache-control', 'public, max-age=0, s-maxage=2, stale-while-revalidate=10'],
      ...['vary', 'Accept-Encoding, Cookie'],
      ...['etag', tag],
    ]
    const headers = [
      ...['content-type', 'text/html; charset=utf-8', 'content-length', String(bytes.length)],
      ...['content-security-policy', rules],
      ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
      ...shared,
    ]
    return { body: bytes, tag, headers, headersOf304: shared }
  }
  const [br, zipped] = await Promise.all([compressed.br(body), compressed.gzip(body)])
  return { br: variant('br', br), gzip: variant('gzip', zipped), identity: variant('identity', body) }
}

/** Does another rendering say the same? Then its bytes need not be compressed again. */
export const sameAs = (variants: Variants, html: string, policy: string): boolean => {
  const bare = withoutFramework(html)
  return (
    variants.identity.body.equals(Buffer.from(bare.html)) &&
    variants.identity.headers.includes(policyWith(policy, bare.scripts))
  )
}
