import { randomBytes } from 'node:crypto'
import { entryId, sortedList } from '../lib/draws/rules/entry'
import { firstOf, ranking } from '../lib/draws/rules/ranking'
import { listRoot } from '../lib/draws/rules/tree'
import { biased, judge, type Likelihoods, protocolDraw } from '../tests/support/draw-statistics'

/** `npm run draw:statistics`: 20,000 draws of 18 out of 200, four biased ones that must be found out, and speed. */
const times = 20_000
const shown = (likelihoods: Likelihoods) =>
  Object.entries(likelihoods)
    .map(([name, p]) => `${name} p = ${p.toPrecision(3)}`)
    .join(', ')

function tell(name: string, likelihoods: Likelihoods, asHoped: boolean) {
  console.log(`${asHoped ? '✓' : '✗'} ${name}: ${shown(likelihoods)}`)
  if (!asHoped) process.exitCode = 1
}

const fair = judge(protocolDraw, times)
tell(
  'the draw of the protocol',
  fair,
  Object.values(fair).every((p) => p >= 0.001 && p <= 0.999),
)
for (const [name, draws] of Object.entries(biased)) {
  const found = judge(draws, times)
  tell(`found out: ${name}`, found, Math.min(...Object.values(found)) < 0.001)
}

const persons = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    label: '张＊＊',
    n: n + 1,
    salt: randomBytes(16).toString('hex'),
    tags: [] as string[],
  }))

function measure(count: number, limits: { lock: number; draw: number }) {
  const entries = persons(count)
  const started = process.cpuUsage()
  const list = sortedList(entries.map((entry) => ({ id: entryId(entry), weight: 1 })))
  listRoot(list)
  const locked = process.cpuUsage(started).user / 1000
  const from = process.cpuUsage()
  firstOf(ranking(randomBytes(32), list), 18)
  const drawn = process.cpuUsage(from).user / 1000
  const asHoped = locked <= limits.lock && drawn <= limits.draw
  console.log(
    `${asHoped ? '✓' : '✗'} ${count} people: lock ${locked.toFixed(1)} ms, draw ${drawn.toFixed(1)} ms of processor time`,
  )
  if (!asHoped) process.exitCode = 1
}

for (let warm = 0; warm < 20; warm++) ranking(randomBytes(32), [{ id: '0'.repeat(64), weight: 64 }])
measure(200, { lock: 50, draw: 5 })
measure(100_000, { lock: 3_000, draw: 1_500 })
