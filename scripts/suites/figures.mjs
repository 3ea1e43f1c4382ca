import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataDir } from '../machine/environment.mjs'
import { textOf } from '../machine/files.mjs'
import { dataDir, ROOT } from '../machine/places.mjs'
import { run, say, step } from '../machine/steps.mjs'
import { longestFile } from './longest-file.mjs'
import { eventAddress, eventScripts, frameworkScripts } from './page-weight.mjs'
import { upAndRunning } from './up-and-running.mjs'

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

/** The report of the last run of the journeys in a data folder; null if there is none. */
const reportIn = (dir) => JSON.parse(textOf(join(dir, 'logs', 'journeys.json')) ?? 'null')

/** What it says of the tests whose names match: how many ran, and what failed; null if none did. */
function journeys(report, name, failure) {
  if (!report) return null
  const tests = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(tests)]
  const asked = report.suites.flatMap(tests).filter(({ title }) => name.test(title))
  if (asked.length === 0) return null
  const failed = asked.flatMap((spec) => spec.tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors)))
  return { count: asked.length, failed: failed.filter(({ message }) => failure.test(message ?? '')).length }
}

const told = (found, unit) => (found ? `${found.failed} in ${found.count} ${unit}` : 'run npm test first')

/** A second start of this installation; what its page of a published stop weighs, and when a phone shows it. */
async function measureStart() {
  await step('Starting once', () => upAndRunning({ cwd: ROOT }, async () => undefined))
  return step('Starting again, and looking at it from a slow phone', () =>
    upAndRunning({ cwd: ROOT }, async (site) => {
      const page = site + (await eventAddress(site))
      const paint = await run(process.execPath, ['--import', 'tsx', 'scripts/largest-paint.ts', page], {
        log: 'figures-paint',
        failure: 'The page could not be looked at.',
      })
      return { event: await eventScripts(site), paint: Number(paint) }
    }),
  )
}

/** A clone in an empty home with empty caches: from nothing to the first page, then all tests. */
async function measureClone() {
  const home = mkdtempSync(join(tmpdir(), 'next-stop-figures-'))
  // Tests that start it as somebody else must get in.
  chmodSync(home, 0o755)
  const cwd = join(home, 'clone')
  const env = { ...process.env, HOME: home, npm_config_cache: join(home, 'npm'), DATA_DIR: '' }
  try {
    await run('git', ['clone', '--quiet', ROOT, cwd], { log: 'figures', failure: 'The project could not be cloned.' })
    const { ms: start } = await step('Starting a clean clone', () => upAndRunning({ cwd, env }, async () => undefined))
    rmSync(join(cwd, 'node_modules'), { recursive: true })
    rmSync(join(cwd, '.next'), { recursive: true })
    const since = performance.now()
    const tests = { log: 'figures-test', failure: 'Tests failed.', env, cwd }
    const code = await step('Testing a clean clone', () =>
      run('npm', ['test'], tests).then(
        () => 0,
        () => 1,
      ),
    )
    return { start, test: performance.now() - since, code, report: reportIn(join(cwd, '.data')) }
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Prints the figures with their bounds; what was not measured has a dot. Answers the exit code: 1 when one measured is over its bound. */
export async function measureAll({ long }) {
  openDataDir()
  const { ms: again, answer } = await measureStart()
  const { event, paint } = answer
  const framework = frameworkScripts()
  const clone = long ? await measureClone() : null
  const report = clone ? clone.report : reportIn(dataDir())
  const axe = journeys(report, /^everybody can/, /./)
  const foreign = journeys(report, /./, /requests to other people's servers/)
  const desk = journeys(report, /^the desk opens with at most 60 kB/, /./)
  const longest = longestFile()
  const unmeasured = 'npm run figures -- --long'
  const rows = [
    ['npm start, clean clone', '180 s', clone ? seconds(clone.start) : unmeasured, clone && clone.start <= 180_000],
    ['npm start, again', '8 s', seconds(again), again <= 8_000],
    [
      'npm test, clean clone',
      '720 s',
      clone ? `${seconds(clone.test)}, exit ${clone.code}` : unmeasured,
      clone && clone.test <= 720_000 && clone.code === 0,
    ],
    ['JavaScript of an event page, gzip', `${kB(framework)} + 25 kB`, kB(event), event <= framework + 25_000],
    ['largest paint of an event page, slow phone', '1200 ms', `${paint} ms`, paint <= 1_200],
    ['desk over its 60 kB of script, or its one round trip', '0', told(desk, 'tests'), desk && !desk.failed],
    ['requests to another host', '0', told(foreign, 'journeys'), foreign && !foreign.failed],
    ['serious or critical axe findings', '0', told(axe, 'tests that look'), axe && !axe.failed],
    ['longest file', '250 lines', `${longest.lines} (${longest.path})`, longest.lines <= 250],
  ]
  const width = (column) => Math.max(...rows.map((row) => row[column].length))
  console.log()
  for (const [what, most, measured, good] of rows) {
    say(
      `${good === null ? '·' : good ? '✓' : '✗'} ${what.padEnd(width(0))}  at most ${most.padEnd(width(1))}  ${measured}`,
    )
  }
  return rows.every(([, , , good]) => good !== false) ? 0 : 1
}
