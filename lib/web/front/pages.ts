import 'server-only'
import { request as ask } from 'node:http'
import type { Socket } from 'node:net'
import { config } from '@/lib/config'
import { homeTag, seatsOfTag, seriesTag } from '../tags'
import { isKeepable, sameAs, type Variants, variantsOf } from './page-bytes'

export type Page = { variants: Variants; made: number; tags: string[] }
type Made = { html: string; policy: string }

/** The home page, a series and a stop, in a language. What else has such an address is never kept: see `askFramework`. */
const address = /^\/(?:zh|en)(?:\/([a-z0-9-]{1,60})(?:\/[a-z0-9-]{1,60})?)?$/
export const isPagePath = (path: string): boolean => path.length < 140 && address.test(path)

// Fresh for so long; then one reader's request makes it anew while the others still get the last one, for a little.
const freshMs = 2_000
const staleMs = 10_000
// An address that gave no page to keep is not asked for on its behalf again for so long.
const notKeptMs = 1_000
const most = 300

/** The kept pages. `inner` marks the requests by which they are made, which go straight to the framework. */
export function keptPage(inner: string) {
  const pages = new Map<string, Page>()
  const making = new Map<string, Promise<Page | null>>()
  const notKept = new Map<string, number>()

  const make = (path: string, socket: Socket): Promise<Page | null> => {
    const begun: Promise<Page | null> = makePage(path, socket, { inner, before: pages.get(path) }).then((page) => {
      // What was begun before a change is told to whoever waits for it, but kept for nobody else.
      if (making.get(path) !== begun) return page
      making.delete(path)
      if (page) put(pages, path, page, most)
      else {
        pages.delete(path)
        put(notKept, path, Date.now() + notKeptMs, most)
      }
      return page
    })
    making.set(path, begun)
    begun.catch(() => making.get(path) === begun && making.delete(path))
    return begun
  }
  return {
    /** A page that may be sent now; one that gets old is made anew beside it. */
    ready(path: string, socket: Socket): Page | null {
      const page = pages.get(path)
      if (!page) return null
      const age = Date.now() - page.made
      if (age < freshMs) return page
      if (age > staleMs) return null
      if (!making.has(path)) make(path, socket)
      return page
    },
    /** The page, once the framework made it; null where it is not one to keep. Many who wait share one making. */
    made(path: string, socket: Socket): Promise<Page | null> {
      if ((notKept.get(path) ?? 0) > Date.now()) return Promise.resolve(null)
      return making.get(path) ?? make(path, socket)
    },
    expire(tags: string[]): void {
      for (const path of new Set([...pages.keys(), ...making.keys()])) {
        if (!tagsOf(path).some((tag) => tags.includes(tag))) continue
        pages.delete(path)
        making.delete(path)
      }
      notKept.clear()
    },
  }
}

function put<T>(map: Map<string, T>, key: string, value: T, atMost: number): void {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= atMost) break
    map.delete(oldest)
  }
}

function tagsOf(path: string): string[] {
  const slug = address.exec(path)?.[1]
  return slug ? [seriesTag(slug), seatsOfTag(slug)] : [homeTag]
}

async function makePage(
  path: string,
  socket: Socket,
  { inner, before }: { inner: string; before: Page | undefined },
): Promise<Page | null> {
  const made = await askFramework(path, socket, inner)
  if (!made) return null
  const same = before && sameAs(before.variants, made.html, made.policy)
  return {
    variants: same ? before.variants : await variantsOf(made.html, made.policy),
    made: Date.now(),
    tags: tagsOf(path),
  }
}

/** Asks this same server, as somebody without cookies; null unless the answer is a page that everybody may have. */
function askFramework(path: string, socket: Socket, inner: string): Promise<Made | null> {
  const { localAddress: host, localPort: port } = socket
  const headers = {
    host: new URL(config().SITE_URL).host,
    accept: 'text/html',
    'user-agent': 'next-stop',
    'x-front': inner,
  }
  return new Promise((done, failed) => {
    const call = ask({ host, port, path, headers, timeout: 20_000, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', failed)
      answer.on('end', () => {
        const policy = answer.headers['content-security-policy']
        const keepable =
          answer.statusCode === 200 &&
          !answer.headers['set-cookie'] &&
          String(answer.headers['content-type']).startsWith('text/html') &&
          typeof policy === 'string'
        const html = Buffer.concat(parts).toString('utf8')
        done(keepable && isKeepable(html) ? { html, policy } : null)
      })
    })
    call.on('timeout', () => call.destroy(new Error('the page took too long')))
    call.on('error', failed)
    call.end()
  })
}
