import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { entryId, sortedList } from '../lib/draws/rules/entry'
import { firstOf, ranking } from '../lib/draws/rules/ranking'
import { listRoot } from '../lib/draws/rules/tree'
import { findChromium } from '../tests/support/chromium'
import { anEvening } from '../tests/support/draw-bundle'
import { throughPostgres } from './draw-figures-database'
import { inRoot } from './machine/places.mjs'

/**
 * `npm run figures:draw`: how long locking, drawing and checking take, beside what they may take at most. Processor time
 * of this process, so that a busy machine does not change it; the browser is slowed six times and measured by the clock,
 * and so is what goes through Postgres, which has the same bounds as without; a ballot of 20,000 may
 * take eight seconds.
 */
function tell(what: string, value: number, most: number, unit: string) {
  const good = value <= most
  console.log(
    `${good ? '✓' : '✗'} ${what}: ${value.toFixed(unit === 'ms' ? 1 : 0)} ${unit} (at most ${Math.round(most)})`,
  )
  if (!good) process.exitCode = 1
}

const persons = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    label: '张*',
    n: n + 1,
    salt: randomBytes(16).toString('hex'),
    tags: [] as string[],
  }))

function timed<T>(work: () => T): { ms: number; made: T } {
  const from = process.cpuUsage()
  const made = work()
  const { user, system } = process.cpuUsage(from)
  return { ms: (user + system) / 1000, made }
}

const rss = () => {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1_048_576
}

function lockOf(count: number) {
  const entries = persons(count)
  return timed(() => {
    const list = sortedList(entries.map((entry) => ({ id: entryId(entry), weight: 1 })))
    listRoot(list)
    return list
  })
}

function drawing() {
  const few = lockOf(200)
  for (let warm = 0; warm < 50; warm++) firstOf(ranking(randomBytes(32), few.made), 18)
  const times = Array.from({ length: 21 }, () => timed(() => firstOf(ranking(randomBytes(32), few.made), 18)).ms)
  tell('200 people, 18 units: draw, middle of 21', times.sort((a, b) => a - b)[10] ?? 0, 5, 'ms')
  const many = lockOf(100_000)
  tell('100,000 entries: lock', many.ms, 3_000, 'ms')
  const draw = timed(() => firstOf(ranking(randomBytes(32), many.made), 18))
  tell('100,000 entries: draw', draw.ms, 1_500, 'ms')
  const before = rss()
  for (let again = 0; again < 5; again++) firstOf(ranking(randomBytes(32), many.made), 18)
  const after = rss()
  console.log(`  memory: ${before.toFixed(0)} MB before five more draws of 100,000, ${after.toFixed(0)} MB after`)
  tell('100,000 entries: memory grown by five more draws', Math.max(0, after - before), 64, 'MB')
}

async function checking() {
  const page = inRoot('public/verify/hat1.html')
  tell('stand-alone verifier', statSync(page).size / 1024, 120, 'kB')
  const { CHROMIUM_PATH, LD_LIBRARY_PATH } = await findChromium()
  const browser = await chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    env: { ...process.env, ...(LD_LIBRARY_PATH ? { LD_LIBRARY_PATH } : {}) } as Record<string, string>,
  })
  try {
    const tab = await browser.newPage()
    await tab.goto(`file://${page}`)
    await (await tab.context().newCDPSession(tab)).send('Emulation.setCPUThrottlingRate', { rate: 6 })
    const units = [10, 1, 1, 1, 1, 1, 1, 2]
    for (const preset of ['room', 'both'] as const) {
      const bundle = JSON.stringify(anEvening({ people: 200, units, preset, absents: 3, name: preset }))
      const ms = await tab.evaluate((text) => {
        const { hat1 } = globalThis as unknown as { hat1: { verifyBundle: (bundle: unknown) => { follows: boolean } } }
        const from = performance.now()
        if (!hat1.verifyBundle(JSON.parse(text)).follows) throw new Error('the evening does not follow')
        return performance.now() - from
      }, bundle)
      tell(`200 people, 8 draws of 18 units (${preset}), checked in a browser slowed six times`, ms, 3_000, 'ms')
    }
  } finally {
    await browser.close()
  }
}

drawing()
await checking()
await throughPostgres(tell)
process.exit()
