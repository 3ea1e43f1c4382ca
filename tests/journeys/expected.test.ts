import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { anEvent, aPerson, giveRole } from '../support/factories'
import { sessionCookie } from '../support/identities'

const STOP = '/zh/yiqi-ai/shenzhen'

/** Who signs in finds one new stop, with nothing in it. */
async function newStop(page: Page): Promise<string> {
  const stop = await anEvent()
  const viewer = await aPerson()
  await giveRole(viewer, 'organizer', { seriesId: stop.seriesId })
  const [name = '', value = ''] = (await sessionCookie(viewer)).split('=')
  await page.context().addCookies([{ name, value, url: process.env.SITE_URL ?? '' }])
  return `/zh/organize/${stop.series.slug}/${stop.slug}`
}

// checklist: 29
test('every empty list says what it is for and offers a first step', async ({ page }) => {
  const stop = await newStop(page)
  await page.goto(stop)
  const parts = await page
    .locator(`nav a[href^="${stop}/"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const lists = parts.filter((path) => /\/(program|speakers|sponsors|guests|crew|draws|messages|activity)$/.test(path))
  expect(lists.length).toBeGreaterThan(5)
  for (const path of lists) {
    await page.goto(path)
    const main = page.getByRole('main')
    await expect(main, path).toContainText(/还没有|还是空|从.*开始|会出现在这里|没有消息|没有发生|记下|先/)
    if (!/messages|activity/.test(path)) await expect(main.locator('a[href], button').first(), path).toBeVisible()
  }
})

// checklist: 63
test('nothing moves for somebody who asked for less of it', async ({ page }) => {
  const moving = () =>
    page.evaluate(
      () =>
        document.getAnimations().filter(({ playState, effect }) => {
          // What lasts a moment only sets something up: nobody sees it move.
          return playState === 'running' && Number(effect?.getComputedTiming().duration) > 10
        }).length,
    )
  for (const path of [STOP, STOP.replace('/yiqi', '/stage/yiqi')]) {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(path, { waitUntil: 'load' })
    expect(await moving(), path).toBe(0)
  }
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto(STOP, { waitUntil: 'commit' })
  await expect.poll(moving, { message: 'others see the line being drawn' }).toBeGreaterThan(0)
})

// checklist: 66
test('a stop’s page is there in two and a half seconds on a slow line, with little script', async ({ page }) => {
  const devtools = await page.context().newCDPSession(page)
  const [down, up] = [(1.6 * 1024 * 1024) / 8, (750 * 1024) / 8]
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: down,
    uploadThroughput: up,
  })
  let script = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength, requestId }) => {
    if (scripts.has(requestId)) script += encodedDataLength
  })
  const scripts = new Set<string>()
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  await page.goto(STOP, { waitUntil: 'load' })
  const painted = await page.evaluate(
    () =>
      new Promise<number>((done) =>
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        }),
      ),
  )
  expect(painted).toBeGreaterThan(0)
  expect(painted).toBeLessThanOrEqual(2500)
  expect(script).toBeLessThanOrEqual(180_000)
})
