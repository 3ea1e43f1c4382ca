import { spawn } from 'node:child_process'
import { inRoot, ROOT } from '../machine/places.mjs'
import { TOGETHER, tend } from '../machine/steps.mjs'

const SUM = /\n(\d+) passed, (\d+) failed\s*$/

/** Runs one suite in a process of its own. Answers { passed, failed }, and as `said` all that it printed, in one piece. */
function runApart(name) {
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc']
  const child = tend(spawn(process.execPath, [...TOGETHER, inRoot('scripts/test.mjs'), name], { cwd: ROOT, stdio }))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      said += chunk
    })
  }
  return new Promise((done) => {
    child.once('error', ({ message }) => done({ passed: 0, failed: 1, said: `✗ ${name}: ${message}` }))
    child.once('close', () => {
      const [, passed = 0, failed = 1] = (SUM.exec(said) ?? []).map(Number)
      done({ passed, failed, said: said.replace(SUM, '') })
    })
  })
}

/**
 * Runs suites one after the other beside what this process does, up to the first that fails: the next ones stand on it,
 * and fail with it. Answers what each comes to, by its name.
 */
export function runBeside(names) {
  const results = new Map()
  let before = Promise.resolve({ failed: 0 })
  for (const name of names) {
    before = before.then(({ failed }) => (failed ? { passed: 0, failed: 1, said: '' } : runApart(name)))
    results.set(name, before)
  }
  return results
}
