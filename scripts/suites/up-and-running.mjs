import { spawn } from 'node:child_process'
import { Halt } from '../machine/halt.mjs'
import { tend } from '../machine/steps.mjs'

/** The address that a start prints; ends with a sentence when the start ends first. */
function printedSite(child) {
  return new Promise((done, fail) => {
    let said = ''
    const hear = (chunk) => {
      said += chunk
      const site = /Site\s+(https?:\/\/\S+)/.exec(said)?.[1]
      if (site) done(site)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => fail(new Halt('The site did not start.', { details: said })))
  })
}

/**
 * Starts the project in a folder as `npm start` does, asks `use` something of the running site, and stops it. Answers
 * what `use` answered, and the milliseconds from the command to the first page.
 */
export async function upAndRunning({ cwd, env = process.env }, use) {
  const since = performance.now()
  const child = tend(
    spawn(process.execPath, ['scripts/start.mjs'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }),
  )
  const over = new Promise((done) => child.once('exit', done))
  try {
    const site = await printedSite(child)
    const page = await fetch(site)
    if (!page.ok) throw new Halt(`The first page answered ${page.status}.`)
    const ms = performance.now() - since
    return { ms, answer: await use(site) }
  } finally {
    if (child.exitCode === null) child.kill('SIGTERM')
    await over
  }
}
