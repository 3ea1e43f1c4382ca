import { oldLinks } from '@/lib/values/old-links'
import { isKeepable, policyWith, withoutFramework } from '@/lib/web/front/page-bytes'
import { isPagePath } from '@/lib/web/front/pages'
import { encodingFor, isSharedBy } from '@/lib/web/front/send'
import { expect, test } from '../support/test'

for (const [accept, wanted] of [
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0,gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['*, br;q=0', 'gzip'],
  ['br;q=high, gzip', 'gzip'],
  ['identity;q=0', 'identity'],
  [',;=,', 'identity'],
] as const) {
  test(`who accepts ${accept ?? 'nothing in particular'} gets ${wanted}`, () => {
    expect(encodingFor(accept)).toBe(wanted)
  })
}

for (const [path, wanted] of [
  ['/zh', true],
  ['/en/jiao-ge-pengyou', true],
  ['/zh/jiao-ge-pengyou/shenzhen', true],
  ['/', false],
  ['/zh/', false],
  ['/de/a/b', false],
  ['/zh/a/b/register', false],
  ['/zh/a%2fb', false],
  ['/zh/A/b', false],
  ['/zh/a/b.rsc', false],
  ['//zh/a', false],
  ['http://example.org/zh/a', false],
  [`/zh/${'a'.repeat(200)}`, false],
] as const) {
  test(`${path.slice(0, 40)} is ${wanted ? '' : 'not '}an address of a page that may be kept`, () => {
    expect(isPagePath(path)).toBe(wanted)
  })
}

for (const [headers, wanted] of [
  [{}, true],
  [{ cookie: 'language=zh' }, true],
  [{ cookie: 'language=zh; next-stop-link-0192=abc; next-stop-typed-a_b-c=d' }, true],
  [{ cookie: 'next-auth.session-token=1' }, false],
  [{ cookie: 'language=zh; __Secure-next-auth.session-token=1' }, false],
  [{ cookie: 'languages=zh' }, false],
  [{ cookie: '' }, false],
  [{ authorization: 'Bearer 1' }, false],
  [{ rsc: '1' }, false],
  [{ 'next-router-prefetch': '1' }, false],
  [{ 'x-middleware-subrequest': '1' }, false],
] as const) {
  test(`${JSON.stringify(headers)} ${wanted ? 'gets' : 'does not get'} what everybody gets`, () => {
    expect(isSharedBy(headers)).toBe(wanted)
  })
}

test('a page keeps its own scripts and its facts, and loses the framework, its data and every nonce', () => {
  const own = 'let a=1'
  const { html, scripts } = withoutFramework(
    `<head><link rel="preload" as="script" href="/_next/a.js"/><link rel="preload" as="font" href="/f" nonce="n"/></head>` +
      `<script nonce="n" data-own="">${own}</script><p>&lt;script&gt;</p><script src="/_next/b.js" async="" nonce="n"></script>` +
      `<script type="application/ld+json" nonce="n">{}</script><script nonce="n">self.__next_f.push([1])</script>`,
  )
  expect(html).toBe(
    `<head><link rel="preload" as="font" href="/f"/></head><script data-own="">${own}</script><p>&lt;script&gt;</p>` +
      `<script type="application/ld+json">{}</script>`,
  )
  const policy = policyWith(
    "default-src 'self'; script-src 'self' 'nonce-n' 'strict-dynamic'; base-uri 'none'",
    scripts,
  )
  expect(policy).toMatch(/^default-src 'self'; script-src 'self' 'sha256-[\w+/=]+'; base-uri 'none'$/)
})

const page = (inside: string) => `<html><body>${inside}<script data-own="page">1</script></body></html>`

for (const [what, html, wanted] of [
  ['a whole page of the public frame', page('<p>all</p>'), true],
  ['a page with something still to be streamed', page('<!--$?--><template id="B:0"></template>'), false],
  ['half a page', page('<p>half').slice(0, -7), false],
  ['a page of another frame', page('').replace(' data-own="page"', ' data-own=""'), false],
  ['a page of another frame that speaks of it', '<html><p> data-own=&quot;page&quot;</p></html>', false],
] as const) {
  test(`${what} is ${wanted ? '' : 'not '}kept`, () => {
    expect(isKeepable(html)).toBe(wanted)
  })
}

test('a tablet on which hundreds register keeps room in its requests: the links opened longest ago go, not the one looked at', () => {
  const links = Array.from({ length: 100 }, (_, n) => `next-stop-link-${n}`)
  const gone = oldLinks(['language', ...links, 'next-stop-typed-a.b'], '/zh/ticket/7')
  expect(gone).toEqual(links.slice(0, 60).filter((name) => name !== 'next-stop-link-7'))
  expect(oldLinks(links.slice(0, 40), '/zh')).toEqual([])
})
