import { installPackages } from '../app/install.mjs'
import { openDataDir } from '../machine/environment.mjs'
import { Halt } from '../machine/halt.mjs'
import { isEnding } from '../machine/lifetime.mjs'
import { step } from '../machine/steps.mjs'

const programs = () => import('./programs.mjs')
const tests = async (project, options) => (await import('./playwright.mjs')).playwright(project, options)

/** In the order in which a mistake shows up soonest. */
const SUITES = {
  format: async () => step('format', (await programs()).format),
  types: async () => step('types', (await programs()).types),
  architecture: (options) => tests('architecture', options),
  rules: (options) => tests('rules', options),
  database: (options) => tests('database', options),
  build: async () => (await programs()).build(),
  journeys: (options) => tests('journeys', options),
  faults: (options) => tests('faults', options),
}
const TESTS = new Set(['architecture', 'rules', 'database', 'journeys', 'faults'])
const NEED_BUILD = new Set(['journeys', 'faults'])

async function attempt(name, options) {
  try {
    if (TESTS.has(name)) {
      console.log(`\n  ${name}`)
      return await SUITES[name](options)
    }
    await SUITES[name]()
    return { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error instanceof Halt ? `${error.details ?? ''}\n✗ ${name}: ${error.message}` : error)
    return { passed: 0, failed: 1 }
  }
}

async function prepare() {
  openDataDir()
  await installPackages()
  const { generateClient } = await import('../prisma/generate.mjs')
  await generateClient()
}

/**
 * Runs all suites, all but some, or only one; each failure is told and the next suite still runs. The last line is
 * "N passed, N failed". Answers the exit code.
 */
export async function prove({ only, without = [], options = [] }) {
  if (only && !SUITES[only]) throw new Halt(`There is no "${only}"; there are ${Object.keys(SUITES).join(', ')}.`)
  await prepare()
  const total = { passed: 0, failed: 0 }
  let built = true
  for (const name of only ? [only] : Object.keys(SUITES).filter((suite) => !without.includes(suite))) {
    if (isEnding()) return
    const result = built || !NEED_BUILD.has(name) ? await attempt(name, options) : { passed: 0, failed: 1 }
    if (name === 'build') built = result.failed === 0
    total.passed += result.passed
    total.failed += result.failed
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed ? 1 : 0
}
