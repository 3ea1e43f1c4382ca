import { createHash } from 'node:crypto'
import { expect, test } from '../support/browser'
import { allDoors } from '../support/doors'
import { each } from '../support/each'
import { everybody, type Identity } from '../support/identities'
import { type Answer, knock, nonceOf } from '../support/knock'
import { addressAt, type Target, targetsOf } from '../support/verdicts'
import { aWorld } from '../support/world'

// One worker makes all visits, once.
test.describe.configure({ mode: 'default' })

type Visit = { path: string; cookie: string; method: string; document: boolean }

let visits: Visit[]

/** Every page and route, each as somebody it lets in and as nobody, and some addresses that are not there. */
test.beforeAll(async () => {
  const [world, other] = [await aWorld(), await aWorld()]
  const people = await everybody(world, other)
  const [own] = targetsOf(world, other) as [Target]
  const owner = people.find(({ name }) => name === 'owner') as Identity
  const doors = allDoors().filter(({ kind }) => kind !== 'action')
  const nowhere = [
    '/zh/nowhere',
    '/en/nowhere',
    '/nowhere.txt',
    '/',
    '/zh/%E0%A4%A',
    '/api/nowhere',
    '/t/nothing',
    '/_next/nowhere',
  ]
  visits = [
    ...doors.flatMap((door) => {
      const holder = people.find(({ link }) => link && link.kind === door.link) ?? owner
      const { path } = addressAt({ ...door, path: door.path.replace('[...nextauth]', 'csrf') }, own)
      const visit = { path, method: door.kind === 'page' ? 'GET' : door.name, document: door.kind === 'page' }
      return [
        { ...visit, cookie: holder.cookie },
        { ...visit, cookie: '' },
      ]
    }),
    ...nowhere.map((path) => ({ path, cookie: '', method: 'GET', document: false })),
  ]
})

let answered: Promise<Map<Visit, Answer>> | undefined

/** All visits, made once. */
async function visitAll(): Promise<Map<Visit, Answer>> {
  const answers = new Map<Visit, Answer>()
  await each(visits, async (visit) => {
    const { path, cookie, method } = visit
    answers.set(visit, await knock(path, { method, cookie, headers: { origin: process.env.SITE_URL ?? '' } }))
    return []
  })
  return answers
}

/** What is wrong with the answer to any visit. */
async function everywhere(check: (answer: Answer, visit: Visit) => string[]): Promise<string[]> {
  answered ??= visitAll()
  return [...(await answered)].flatMap(([visit, answer]) => {
    const who = visit.cookie ? 'somebody' : 'nobody'
    return check(answer, visit).map(
      (problem) => `${visit.method} ${visit.path} to ${who} (${answer.status}): ${problem}`,
    )
  })
}

const has = (answer: Answer, name: string, wanted: RegExp): string[] => {
  const value = answer.headers.get(name) ?? ''
  return wanted.test(value) ? [] : [`${name} is ${value || 'missing'}`]
}

test('every answer tells the browser to be strict', async () => {
  test.setTimeout(180_000)
  const wrong = await everywhere((answer, { path }) => {
    const secret = /^\/[tdsc]\//.test(path)
    return [
      ...has(answer, 'x-content-type-options', /^nosniff$/),
      ...has(answer, 'referrer-policy', secret ? /^no-referrer$/ : /^(same-origin|no-referrer)$/),
      ...has(answer, 'x-frame-options', /^DENY$/),
      ...has(answer, 'permissions-policy', /microphone=\(\).*geolocation=\(\)/),
      ...has(answer, 'cross-origin-opener-policy', /^same-origin$/),
      ...has(answer, 'strict-transport-security', /^$/),
      ...has(answer, 'x-powered-by', /^$/),
    ]
  })
  expect(wrong).toEqual([])
})

const policyOf = ({ headers }: Answer) => headers.get('content-security-policy') ?? ''

/** Does the policy name this script: by the answer's nonce, or, on a page that is kept, by its hash? */
const isNamed = (tag: string, text: string, { nonce, policy }: { nonce: string; policy: string }): boolean => {
  if (nonce) return tag.includes(`nonce="${nonce}"`)
  if (/type="application\/ld\+json"/.test(tag)) return true
  return !/\bsrc=/.test(tag) && policy.includes(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}

test('every page names the scripts that may run, and nothing else runs', async () => {
  test.setTimeout(180_000)
  const nonces: string[] = []
  const wrong = await everywhere((answer, { document, path }) => {
    const html = /text\/html/.test(answer.headers.get('content-type') ?? '')
    if (!html || /^\/_next\//.test(path)) return []
    const policy = policyOf(answer)
    const scripts = [...answer.text.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)]
    const nonce = nonceOf(answer.headers)
    if (nonce) nonces.push(nonce)
    const open = /script-src[^;]*('unsafe-inline'|'unsafe-eval'|https?:|\*)/.test(policy)
    const bare = scripts.flatMap(([, tag = '', text = '']) => (isNamed(tag, text, { nonce, policy }) ? [] : [tag]))
    return [
      ...(document && answer.status < 300 && !scripts.length ? ['has no script at all: is it a page?'] : []),
      ...(policy ? [] : ['has no content-security-policy']),
      ...(open ? [`lets scripts in: ${policy}`] : []),
      ...(/frame-ancestors 'none'/.test(policy) ? [] : ['may be framed']),
      ...(/object-src 'none'|default-src 'none'/.test(policy) ? [] : ['may hold plug-ins']),
      ...(/base-uri 'none'|default-src 'none'/.test(policy) ? [] : ['may move its base']),
      ...bare.map((tag) => `has ${tag.slice(0, 120)}`),
      ...[...answer.text.matchAll(/\son[a-z]+="|href="javascript:/g)].map(([text]) => `has${text}`),
    ]
  })
  expect(wrong).toEqual([])
  expect(nonces.length).toBeGreaterThan(10)
  expect(new Set(nonces).size).toBe(nonces.length)
})

test('what is somebody’s own is in no cache', async () => {
  test.setTimeout(180_000)
  const wrong = await everywhere((answer, { path, cookie }) => {
    const own = /^\/(zh|en)\/(organize|ticket|desk|speaker|crew|signin)|^\/[tdsc]\//.test(path)
    if (own) return has(answer, 'cache-control', /\bno-store\b/)
    const shared = /\b(public|s-maxage)\b/.test(answer.headers.get('cache-control') ?? '')
    const sets = answer.headers.has('set-cookie')
    return [
      ...(shared && sets ? ['is shared and sets a cookie'] : []),
      ...(shared && cookie && /canary/.test(answer.text) ? ['is shared and holds marked data'] : []),
    ]
  })
  expect(wrong).toEqual([])
})

test('an inline script that somebody smuggled in does not run', async ({ page }) => {
  await page.route('**/zh', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace('</body>', '<script>document.title="smuggled"</script></body>')
    await route.fulfill({ response: answer, body })
  })
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  await page.goto('/zh')
  await expect(page).not.toHaveTitle('smuggled')
  expect(refused.join('\n')).toMatch(/Content Security Policy/)
})
