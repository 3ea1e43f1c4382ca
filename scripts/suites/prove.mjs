import { prepare } from '../app/prepare.mjs'
import { Halt } from '../machine/halt.mjs'
import { isEnding } from '../machine/lifetime.mjs'
import { step } from '../machine/steps.mjs'
import { runBeside } from './beside.mjs'

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
/** What mostly waits, for one core or for processes that come and go, runs beside the others, its words kept until it is over. */
const BESIDE = ['build', 'faults']
/** The build writes where the types are read, so nothing runs beside these. */
const ALONE = new Set(['format', 'types'])

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

const nothing = { passed: 0, failed: 0 }
const sum = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed })

/** Runs suites in their order, two lanes of them at once. Answers what they came to together. */
async function proveAll(names) {
  let total = nothing
  let beside = new Map()
  const told = new Set()
  const tell = async (name) => {
    if (!beside.has(name) || told.has(name)) return
    told.add(name)
    const { said, ...result } = await beside.get(name)
    process.stdout.write(said)
    total = sum(total, result)
  }
  for (const name of names.filter((one) => !BESIDE.includes(one))) {
    if (isEnding()) return nothing
    if (!ALONE.has(name) && beside.size === 0) beside = runBeside(names.filter((one) => BESIDE.includes(one)))
    if (name === 'journeys') await tell('build')
    const isBuilt = name !== 'journeys' || !(await beside.get('build'))?.failed
    total = sum(total, isBuilt ? await attempt(name, []) : { passed: 0, failed: 1 })
  }
  for (const name of beside.keys()) await tell(name)
  return total
}

/**
 * Runs all suites, all but some, or only one; each failure is told and the next suite still runs. The last line is
 * "N passed, N failed". Answers the exit code.
 */
export async function prove({ only, without = [], options = [] }) {
  if (only && !SUITES[only]) throw new Halt(`There is no "${only}"; there are ${Object.keys(SUITES).join(', ')}.`)
  await prepare()
  const names = Object.keys(SUITES).filter((suite) => !without.includes(suite))
  const { passed, failed } = only ? await attempt(only, options) : await proveAll(names)
  if (isEnding()) return
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed ? 1 : 0
}
