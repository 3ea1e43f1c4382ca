import type { Browser, Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { aRaffle, goOn, locked } from '../support/draws'
import { portrait, wide } from '../support/stage'

// npm run figures:stage watches longer, on a machine that does nothing else, and asks for the full sixty frames.
const long = process.env.FIGURES === 'stage'
const seconds = long ? 20 : 4
const leastFrames = long ? 55 : 15
const mostCores = 0.5

type Process = { cpuTime: number }

/** Seconds of processor time that all processes of the browser have used so far, as the browser itself counts them. */
async function usedBy(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: Process[] }
  await session.detach()
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

/** How many cores the browser keeps busy while it shows this. */
async function coresOf(browser: Browser, page: Page): Promise<number> {
  // Whatever loading left to do is no part of it.
  await page.waitForTimeout(2_500)
  const [from, since] = [await usedBy(browser), performance.now()]
  await page.waitForTimeout(seconds * 1_000)
  return ((await usedBy(browser)) - from) / ((performance.now() - since) / 1_000)
}

/** Counts frames while names pass along the line. */
const framesOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const times: number[] = []
        const step = (now: number) => {
          const running = document.documentElement.hasAttribute('data-running')
          if (running) times.push(now)
          if (!running && times.length > 0) {
            const [first = 0, last = 0] = [times[0], times.at(-1)]
            done(((times.length - 1) * 1_000) / (last - first))
          } else requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
  )

// checklist: 59
test('the stage idles under half a core and moves smoothly', async ({ page, browser }) => {
  test.setTimeout(180_000)
  const { scope } = await aRaffle({ people: 180, prizes: [['抱枕', 40]] })
  await page.setViewportSize(wide)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto(`/zh/stage/${scope.seriesSlug}/${scope.eventSlug}`)
  const idle = await coresOf(browser, page)
  await locked(scope)
  await goOn(scope)
  await goOn(scope)
  await expect(page.locator('.draw-pieces li')).toHaveCount(16, { timeout: 30_000 })
  const ready = await coresOf(browser, page)
  const counting = framesOf(page)
  await goOn(scope)
  const frames = await counting
  // Forty at once, and still nothing is cut off.
  await expect(page.locator('.draw-winners li')).toHaveCount(40)
  await portrait(page, 'crowd')
  console.log(
    `  idle ${idle.toFixed(2)} cores, before a reveal ${ready.toFixed(2)} cores, while names pass ${frames.toFixed(0)} frames a second`,
  )
  expect(idle).toBeLessThan(mostCores)
  expect(ready).toBeLessThan(mostCores)
  expect(frames).toBeGreaterThan(leastFrames)
})
