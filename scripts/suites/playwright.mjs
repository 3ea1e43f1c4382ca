import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { textOf } from '../machine/files.mjs'
import { programOf } from '../machine/packages.mjs'
import { dataDir } from '../machine/places.mjs'
import { show } from '../machine/steps.mjs'

/** Runs the tests of one Playwright project with their names on the screen. Answers { passed, failed }. */
export async function playwright(project, options = []) {
  const file = join(dataDir(), 'logs', `${project}.json`)
  mkdirSync(join(dataDir(), 'logs'), { recursive: true })
  rmSync(file, { force: true })
  const cli = programOf('@playwright/test', 'playwright')
  const env = { ...process.env, NODE_OPTIONS: '--conditions=react-server', PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const reporter = `${process.stdout.isTTY ? 'list' : 'dot'},json`
  // Each suite clears its own folder when it starts; two may run at once.
  const output = `--output=test-results/${project}`
  const code = await show([cli, 'test', `--project=${project}`, `--reporter=${reporter}`, output, ...options], { env })
  const { stats } = JSON.parse(textOf(file) ?? '{}')
  const flaky = stats?.flaky ?? 0
  const passed = (stats?.expected ?? 0) + flaky
  const failed = stats?.unexpected ?? 0
  if (flaky) console.log(`  ${flaky} passed only at the second try`)
  // A run that broke before or after its tests has failed, whatever the tests say; so has one that found none.
  return { passed, failed: code === 0 && passed > 0 ? failed : Math.max(failed, 1) }
}
