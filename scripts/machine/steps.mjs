import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Halt } from './halt.mjs'
import { atEnd, isEnding } from './lifetime.mjs'
import { dataDir, ROOT } from './places.mjs'

const live = process.stdout.isTTY
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** One line that stands by itself. */
export const say = (text) => console.log(`  ${text}`)

/** A running clock on a terminal; elsewhere a line once it takes long, and again every twenty seconds. */
function clock(title, since) {
  const line = () =>
    live ? process.stdout.write(`\r  ○ ${title}  ${seconds(since)} `) : say(`○ ${title} … ${seconds(since)}`)
  if (live) line()
  const first = live ? undefined : setTimeout(line, 1500)
  const tick = setInterval(line, live ? 200 : 20_000)
  return () => {
    clearTimeout(first)
    clearInterval(tick)
  }
}

/** Shows what is being done and, while it takes long, that it still is. Answers what `work` answers. */
export async function step(title, work) {
  const since = performance.now()
  const stop = clock(title, since)
  try {
    const result = await work()
    stop()
    say(`${live ? '\r  ' : ''}● ${title}  ${seconds(since)} `)
    return result
  } catch (error) {
    stop()
    if (live) process.stdout.write('\n')
    throw error
  }
}

/** Arguments for Node that make a program end with us; it needs the channel of STDIO. */
export const TOGETHER = ['--import', new URL(`./stay-with-parent.mjs?${process.pid}`, import.meta.url).href]
const STDIO = ['pipe', 'pipe', 'pipe', 'ipc']

const running = new Set()
let watching = false

/** Keeps the child inside our lifetime: a signal that reaches only us ends it too. */
export function tend(child) {
  if (!watching) {
    watching = true
    atEnd(() => Promise.all([...running].map(dismiss)))
  }
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

function dismiss(child) {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(hard)
      done()
    })
    child.kill('SIGTERM')
  })
}

/**
 * Runs a program to its end with its output in `.data/logs/<log>.log`; of one whose standard output holds a secret
 * (`secret`), only the rest. `input` is what it reads. Answers its standard output.
 * Refuses with `failure` as the sentence and the last lines of output as details when it fails.
 */
export function run(program, args, { log, failure, input = '', secret = false, env = process.env, cwd = ROOT }) {
  const logs = join(dataDir(), 'logs')
  mkdirSync(logs, { recursive: true })
  const file = createWriteStream(join(logs, `${log}.log`))
  const child = tend(
    spawn(program, program === process.execPath ? [...TOGETHER, ...args] : args, { cwd, env, stdio: STDIO }),
  )
  // Whoever ends without reading says why by itself.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  let out = ''
  let both = ''
  const take = (isOut) => (chunk) => {
    if (isOut) out = (out + chunk).slice(-200_000)
    if (isOut && secret) return
    file.write(chunk)
    both = (both + chunk).slice(-6000)
  }
  child.stdout.on('data', take(true))
  child.stderr.on('data', take(false))
  return new Promise((done, fail) => {
    child.once('error', (error) => fail(new Halt(`${failure} (${error.message})`)))
    child.once('close', (code) => {
      file.end()
      if (code === 0) return done(out)
      fail(new Halt(isEnding() ? 'Stopped.' : failure, { details: both }))
    })
  })
}

/** Runs a program of Node with its output on our own, as tests and the Prisma command line want it. Answers the exit code. */
export function show(args, { env = process.env, cwd = ROOT } = {}) {
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const child = tend(spawn(process.execPath, [...TOGETHER, ...args], { cwd, env, stdio }))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}
