// What somebody on a phone waits for: prints the largest paint of the page given, in ms, the middle of five first visits.
import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../tests/support/chromium'

const [, , address = ''] = process.argv
const visits = 5
// What Lighthouse calls slow 4G, and a phone a quarter as quick as this machine.
const slow = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }

async function visit(browser: Browser): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', slow)
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(address, { waitUntil: 'networkidle' })
  const shown = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const watch = new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0))
        watch.observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
  await context.close()
  return shown
}

const { CHROMIUM_PATH, ...env } = await findChromium()
const browser = await chromium.launch({
  executablePath: CHROMIUM_PATH,
  env: { ...process.env, ...env } as Record<string, string>,
  args: ['--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
})
try {
  const times: number[] = []
  while (times.length < visits) times.push(await visit(browser))
  console.log(Math.round(times.sort((a, b) => a - b)[Math.floor(visits / 2)] ?? 0))
} finally {
  await browser.close()
}
