import { spawn } from 'node:child_process'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Halt } from '../machine/halt.mjs'
import { programOf } from '../machine/packages.mjs'
import { ROOT } from '../machine/places.mjs'
import { isFree } from '../machine/ports.mjs'
import { TOGETHER } from '../machine/steps.mjs'

const before = ['./close-connections.mjs', './gate.mjs'].flatMap((file) => [
  '--import',
  new URL(file, import.meta.url).href,
])
// While thousands register each leaves rubbish behind; collected in larger pieces it costs a tenth of the time less.
const ROOMY = '--max-semi-space-size=64'
const EVERY = new Set(['0.0.0.0', '::'])
const over = (child) => child.exitCode !== null || child.signalCode !== null

function answers(port, host) {
  return new Promise((done) => {
    const call = request(
      { host, port, path: '/healthz', timeout: 30_000, headers: { connection: 'close' } },
      (response) => {
        response.resume()
        done(true)
      },
    )
    call.on('timeout', () => call.destroy())
    call.on('error', () => done(false))
    call.end()
  })
}

/**
 * Starts the server in a process group of its own: Ctrl-C must reach the command first, which then ends the server and
 * the database one after the other. Answers the child once it serves, or null when another program took the port.
 */
export async function launchServer({ env, dev = false, host, quiet = false }) {
  const port = Number(env.PORT)
  const args = [
    ...TOGETHER,
    ...before,
    ROOMY,
    programOf('next'),
    dev ? 'dev' : 'start',
    '-p',
    String(port),
    ...(host ? ['-H', host] : []),
  ]
  const stdio = quiet ? ['ignore', 'ignore', 'ignore', 'ipc'] : ['ignore', dev ? 'inherit' : 'ignore', 'inherit', 'ipc']
  const child = spawn(process.execPath, args, { cwd: ROOT, env, detached: true, stdio })
  const until = Date.now() + 120_000
  while (!over(child) && Date.now() < until) {
    if (await answers(port, !host || EVERY.has(host) ? '127.0.0.1' : host)) return child
    await sleep(50)
  }
  if (over(child) && !(await isFree(port))) return null
  await stopServer(child)
  throw new Halt('The server did not come up.')
}

/** Ends a server: requests under way finish, for twenty seconds at most. */
export function stopServer(child) {
  return new Promise((done) => {
    if (over(child)) return done()
    const hard = setTimeout(() => child.kill('SIGKILL'), 20_000)
    child.once('exit', () => {
      clearTimeout(hard)
      done()
    })
    child.kill('SIGTERM')
  })
}
