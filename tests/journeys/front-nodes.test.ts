// checklist: 6
import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { editEvent } from '@/lib/events/commands/edit'
import { expect, test } from '../support/browser'
import { anOrganizerOf } from '../support/factories'
import { aStop, isKept, post, site } from '../support/front'
import { aGuest } from '../support/guests'
import { anotherNode, type Node } from '../support/nodes'
import { type RawAnswer, raw } from '../support/raw'
import { edited } from '../support/stops'

test.describe.configure({ mode: 'default' })

let second: Node

test.beforeAll(async () => {
  test.setTimeout(120_000)
  second = await anotherNode({ REGISTRATION_QUEUE: '20', LIMITS: 'off' })
})
test.afterAll(() => second?.stop())

/** Milliseconds until every address says it. */
async function saidBy(urls: string[], words: string): Promise<number> {
  const since = performance.now()
  await Promise.all(
    urls.map(async (url) => {
      while (!(await raw(url)).text.includes(words)) {
        if (performance.now() - since > 10_000) throw new Error(`${url} does not say ${words}`)
        await new Promise((done) => setTimeout(done, 20))
      }
    }),
  )
  return performance.now() - since
}

test('what an organiser changes is on the pages of every node at once', async () => {
  const { event, path } = await aStop()
  const urls = [site() + path, second.url + path]
  const scope = await anOrganizerOf('event.edit', event)
  const took: number[] = []
  for (const version of ['1', '2', '3']) {
    for (const url of urls) await expect.poll(async () => isKept(await raw(url)), { timeout: 30_000 }).toBe(true)
    const title = `改名 ${randomUUID().slice(0, 8)}`
    await editEvent(scope, edited({ title, number: String(event.number), slug: event.slug, version }))
    took.push(await saidBy(urls, title))
  }
  test.info().annotations.push({ type: 'ms until both nodes said it', description: took.map(Math.round).join(', ') })
  expect(took.sort((a, b) => a - b)[1]).toBeLessThan(process.env.CI ? 2_000 : 1_000)
})

test('seats are told as a state, which changes on every node when the last one goes and comes', async () => {
  const { event, proof, path } = await aStop({ capacity: 2 })
  const urls = [site() + path, second.url + path]
  for (const url of urls) expect((await raw(url)).text).toContain('名额不多了')
  await aGuest(proof)
  await aGuest(proof)
  await saidBy(urls, '已满')
  await database().event.update({ where: { id: event.id }, data: { capacity: 50 } })
  await aGuest(proof, { name: '又一位' })
  await saidBy(urls, '还有名额')
})

test('when too many register at once the rest are told so, try again with the same key, and everybody ends up in', async ({
  person,
}) => {
  test.setTimeout(240_000)
  const { event, path } = await aStop({ capacity: 30 })
  const form = (n: number) => ({
    event: event.id,
    locale: 'en',
    requestKey: randomUUID(),
    name: `Guest ${n}`,
    contact: `crowd-${n}-${event.slug}@example.com`,
  })
  let crowd = Array.from({ length: 400 }, (_, n) => form(n))
  let turnedAway = 0
  for (let round = 0; crowd.length > 0 && round < 100; round++) {
    const answers = await Promise.all(
      crowd.map(async (sent) => ({ sent, answer: await post(second.url, sent, { accept: 'application/json' }) })),
    )
    expect(
      [...new Set(answers.map(({ answer }) => answer.status))].filter((status) => ![201, 503].includes(status)),
    ).toEqual([])
    const away = answers.filter(({ answer }) => answer.status === 503)
    for (const { answer } of away) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    turnedAway += away.length
    crowd = away.map(({ sent }) => sent)
  }
  expect(turnedAway).toBeGreaterThan(0)
  const rows = await database().registration.groupBy({ by: ['status'], where: { eventId: event.id }, _count: true })
  expect(Object.fromEntries(rows.map((row) => [row.status, row._count]))).toEqual({ confirmed: 30, waitlisted: 370 })
  const busy = await tooMany(form(400))
  expect(busy.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'sha256-/)
  const page = await person({ language: 'en' })
  let first = true
  await page.route('**/api/registrations', async (route) => {
    if (!first) return route.continue()
    first = false
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': String(busy.headers['content-security-policy']),
    }
    await route.fulfill({ status: 503, headers, body: busy.text })
  })
  await page.goto(`${path.replace('/zh', '/en')}/register`)
  await page.getByLabel('Your name').fill('Somebody Else')
  await page.getByLabel('E-mail or phone number').fill('unused@example.com')
  await page.getByRole('button', { name: /waiting list|Register/ }).click()
  await expect(page.getByRole('heading', { name: 'Too many people at once' })).toBeVisible()
  await expect(page).toHaveURL(/\/en\/ticket\//, { timeout: 30_000 })
  expect(await database().registration.count({ where: { eventId: event.id, name: 'Guest "400" <b>' } })).toBe(1)
})

/** The page for a browser that came when the line was full. */
async function tooMany(sent: Record<string, string>): Promise<RawAnswer> {
  const named = { ...sent, name: 'Guest "400" <b>' }
  for (let round = 0; round < 20; round++) {
    const others = Array.from({ length: 60 }, () => ({
      ...named,
      requestKey: randomUUID(),
      contact: `${randomUUID()}@example.com`,
    }))
    const answers = await Promise.all(others.map((other) => post(second.url, { ...other, event: sent.event ?? '' })))
    const busy = answers.findIndex(
      ({ status, text }) => status === 503 && text.includes('Guest &quot;400&quot; &lt;b&gt;'),
    )
    if (busy >= 0) {
      await database().registration.deleteMany({ where: { eventId: sent.event ?? '', name: named.name } })
      return answers[busy] as RawAnswer
    }
  }
  throw new Error('the line never was full')
}
