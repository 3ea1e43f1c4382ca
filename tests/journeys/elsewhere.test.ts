import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { provedAt } from '@/lib/web/providers'
import { expect, test } from '../support/browser'
import { aPerson, aSeries, giveRole } from '../support/factories'
import { sessionCookie } from '../support/identities'
import { anIssuer, type Claims } from '../support/issuer'
import { anotherNode, type Node } from '../support/nodes'
import { aKeeper, anInvitation } from '../support/people'

test.describe.configure({ mode: 'default' })

let issuer: Awaited<ReturnType<typeof anIssuer>>
let node: Node
test.beforeAll(async () => {
  test.setTimeout(120_000)
  issuer = await anIssuer()
  node = await anotherNode({ ...issuer.environment, LIMITS: 'off' })
})
test.afterAll(async () => {
  await node?.stop()
  await issuer?.close()
})

const session = 'next-auth.session-token'

/** A browser of the second node: its cookies, and where it is sent. */
function aBrowser(cookie = '') {
  const jar = new Map(cookie ? [cookie.split('=') as [string, string]] : [])
  const go = async (path: string, form?: Record<string, string>) => {
    const answer = await fetch(node.url + path, {
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; '), origin: process.env.SITE_URL ?? '' },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    const to = new URL(answer.headers.get('location') ?? '', node.url)
    return { status: answer.status, to, text: await answer.text() }
  }
  return {
    jar,
    go,
    /** Presses the button and arrives at the other house: what that is asked. */
    leave: async () => (await go('/api/auth/signin/oidc', { locale: 'zh' })).to.searchParams,
    back: (code: string, state: string | null) =>
      go(`/api/auth/callback/oidc?${new URLSearchParams({ code, state: state ?? '' })}`),
  }
}
type Browser = ReturnType<typeof aBrowser>

/** Once there and back as whoever the house says it is; answers the path where they end. */
async function signIn(browser: Browser, claims: Claims, given = {}): Promise<string> {
  const asked = await browser.leave()
  const { to } = await browser.back(issuer.agree(asked, claims, given), asked.get('state'))
  return to.pathname + to.search
}

const someone = () => ({ sub: randomUUID(), email: `elsewhere-${randomUUID().slice(0, 8)}@example.com` })
/** Whose they are at this house, as the same number is somebody else at another. */
const accountsOf = (sub: string) =>
  database().account.findMany({
    where: { provider: 'oidc', providerAccountId: `${issuer.environment.OIDC_ISSUER} ${sub}` },
  })

test('whoever is known or invited by an address that another house has proved comes in, with a new session', async () => {
  const known = await aPerson({ name: '认识的人' })
  const { id: seriesId } = await aSeries()
  await giveRole(known, 'organizer', { seriesId })
  const made = randomUUID()
  const browser = aBrowser(`${session}=${made}`)
  const claims = { sub: randomUUID(), email: known.email?.toUpperCase() ?? '', email_verified: true }
  expect(await signIn(browser, claims)).toBe('/zh/organize')
  expect(browser.jar.get(session), 'a session that somebody else put there is none').not.toBe(made)
  expect((await browser.go('/zh/organize')).text).toContain('认识的人')
  expect(await accountsOf(claims.sub)).toMatchObject([{ personId: known.personId }])
  // From now on by the account itself, whatever the address there becomes.
  const later = aBrowser()
  expect(await signIn(later, { sub: claims.sub })).toBe('/zh/organize')
  expect(later.jar.get(session)).not.toBe(browser.jar.get(session))

  const invited = someone()
  await anInvitation(await aKeeper(), invited.email)
  expect(await signIn(aBrowser(), { ...invited, name: ' '.repeat(50), email_verified: true })).toBe('/zh/organize')
  const added = await database().person.findUniqueOrThrow({ where: { email: invited.email } })
  expect(added.name).toBe(invited.email.split('@')[0])
})

test('an address that nobody proved opens nothing, nor does one that nobody knows', async () => {
  const known = await aPerson()
  const { sub, email } = someone()
  const notProved = { sub, email: known.email ?? '' }
  for (const claims of [
    notProved,
    { ...notProved, email_verified: false },
    { sub, email, email_verified: true },
    { sub },
  ]) {
    const browser = aBrowser()
    const ends = await signIn(browser, claims)
    expect(ends, JSON.stringify(claims)).toContain('error=AccessDenied')
    expect(browser.jar.has(session)).toBe(false)
  }
  expect(await accountsOf(sub)).toEqual([])
  expect(await database().person.count({ where: { email } })).toBe(0)
  expect((await aBrowser().go('/zh/signin?error=AccessDenied')).text).toContain('没能用这个账号登录')
})

test('what came back is believed only to whom it was sent for: state, code, nonce and signature', async () => {
  const known = await aPerson()
  const claims = { sub: randomUUID(), email: known.email ?? '', email_verified: true }
  const tried: [string, (browser: Browser) => Promise<{ to: URL }>][] = [
    ['another state', async (one) => one.back(issuer.agree(await one.leave(), claims), randomUUID())],
    ['no state', async (one) => one.back(issuer.agree(await one.leave(), claims), null)],
    [
      'begun in no browser',
      async (one) => {
        const asked = await aBrowser().leave()
        return one.back(issuer.agree(asked, claims), asked.get('state'))
      },
    ],
    [
      "somebody else's code",
      async (one) => {
        const [mine, theirs] = [await one.leave(), await aBrowser().leave()]
        return one.back(issuer.agree(theirs, claims), mine.get('state'))
      },
    ],
    [
      "somebody else's nonce",
      async (one) => {
        const mine = await one.leave()
        const asked = new URLSearchParams(mine)
        asked.set('nonce', 'another')
        return one.back(issuer.agree(asked, claims), mine.get('state'))
      },
    ],
    [
      'signed by a stranger',
      async (one) => {
        const mine = await one.leave()
        return one.back(issuer.agree(mine, claims, { forged: true }), mine.get('state'))
      },
    ],
  ]
  for (const [what, attempt] of tried) {
    const browser = aBrowser()
    const { to } = await attempt(browser)
    expect(to.pathname + to.search, what).toMatch(/[?&]error=/)
    expect(browser.jar.has(session), what).toBe(false)
  }
  expect(await accountsOf(claims.sub)).toEqual([])
  expect(await signIn(aBrowser(), claims), 'the same without any of it').toBe('/zh/organize')
})

test('who is signed in connects an account of their own, and nobody takes it from them', async () => {
  const [one, two] = [await aPerson(), await aPerson()]
  const claims = { sub: randomUUID() }
  const mine = aBrowser(await sessionCookie(one))
  expect((await mine.go('/zh/organize')).text).toContain('测试之家')
  expect(await signIn(mine, claims)).toBe('/zh/organize')
  expect(await accountsOf(claims.sub)).toMatchObject([{ personId: one.personId }])
  expect((await mine.go('/zh/organize')).text).toContain('已关联')
  const theirs = aBrowser(await sessionCookie(two))
  let refused = await signIn(theirs, claims)
  expect(refused).toContain('error=')
  let told = ''
  for (let n = 0; n < 8 && !told; n++) {
    const { status, to, text } = await theirs.go(refused)
    if (status === 200) told = text
    else refused = to.pathname + to.search
  }
  expect(refused).toBe('/zh/organize?error=elsewhere')
  expect(told).toContain('没有关联成')
  expect(await accountsOf(claims.sub)).toMatchObject([{ personId: one.personId }])
  const elsewhere = aBrowser()
  expect(await signIn(elsewhere, claims)).toBe('/zh/organize')
  // Nobody else's page begins it: what is begun would end in the account of whoever has the browser.
  const foreign = await fetch(`${node.url}/api/auth/signin/oidc`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'https://evil.example.com', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'locale=zh',
  })
  expect(foreign.status).toBe(403)
})

test('of an account at GitHub the first address counts, and only when it was proved', () => {
  const [first, other] = [
    { email: 'a@example.com', primary: true, verified: true },
    { email: 'b@example.com', primary: false, verified: true },
  ]
  const cases: [unknown, string | null][] = [
    [[other, first], 'a@example.com'],
    [[other, { ...first, verified: false }], null],
    [[{ ...first, verified: 'true' }], null],
    [[{ ...first, email: 7 }], null],
    [{ message: 'Bad credentials' }, null],
    [[], null],
  ]
  for (const [told, wanted] of cases) expect(provedAt(told), JSON.stringify(told)).toBe(wanted)
})
