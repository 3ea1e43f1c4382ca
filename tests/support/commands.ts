import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import os from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot } from '../../scripts/machine/places.mjs'
import { TOGETHER } from '../../scripts/machine/steps.mjs'

// Much more than it takes: a machine busy with other things must not fail a test.
const PATIENCE = 150_000
const STDIO: StdioOptions = ['ignore', 'pipe', 'pipe', 'ipc']
export const READY = 'Ctrl-C stops'

/** A command of ours, running: what it said so far, and how to wait for more. */
export class Command {
  output = ''
  readonly ended: Promise<number | null>
  #child: ChildProcess

  constructor(child: ChildProcess) {
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (this.output += chunk))
    this.ended = new Promise((done) => child.once('close', (code) => done(code)))
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  get isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  get port(): number {
    return Number(this.output.match(/Site +http:\/\/localhost:(\d+)/)?.[1])
  }

  async says(text: string): Promise<this> {
    const until = Date.now() + PATIENCE
    while (!this.output.includes(text)) {
      if (this.isOver || Date.now() > until) throw new Error(`Never said "${text}":\n${this.output}`)
      await sleep(20)
    }
    return this
  }

  kill(signal: NodeJS.Signals) {
    if (!this.isOver) this.#child.kill(signal)
  }

  /** Stops in order; answers the exit code. */
  async stop(): Promise<number | null> {
    this.kill('SIGTERM')
    return this.ended
  }
}

export type Place = {
  dir: string
  start: (env?: Record<string, string>, how?: { uid?: number; npm?: boolean }) => Command
  close: () => Promise<void>
}

/** The first of a hundred ports that this worker of the test run has for itself. */
export const firstPort = 4310 + 100 * Number(process.env.TEST_PARALLEL_INDEX ?? 0)

/** The status a site answers with, on a connection of its own; 0 when nobody listens. */
export function health(port: number): Promise<number> {
  return new Promise((done) => {
    const call = get({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
    call.on('error', () => done(0))
  })
}

/** Processes of one data folder: its database and what keeps it. */
export function processesOf(dir: string): { pid: number; command: string }[] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n')
  return lines
    .filter((line) => line.includes(`${dir}/postgres `) || line.includes(`keeper.mjs ${dir} `))
    .map((line) => ({ pid: Number(line.trim().split(' ')[0]), command: line.trim() }))
}

/** Waits until nothing of a data folder runs any more; answers what still does in the end. */
export async function leftOver(dir: string, patience = 10_000) {
  const until = Date.now() + patience
  while (processesOf(dir).length && Date.now() < until) await sleep(50)
  return processesOf(dir).map(({ command }) => command)
}

/** An installation of its own: this code, a data folder in a temporary place, everything ended by `close`. */
function newPlace(): Place {
  const dir = mkdtempSync(join(os.tmpdir(), 'next-stop-place-'))
  chmodSync(dir, 0o755)
  const commands: Command[] = []
  return {
    dir,
    start(env = {}, { npm = false, ...as } = {}) {
      const { NODE_OPTIONS, DATABASE_URL, SITE_URL, AUTH_SECRET, ...rest } = process.env
      const own = { DATA_DIR: dir, HOST: '127.0.0.1', PORT: String(firstPort), HOME: dir, SEED_DEMO: '0', ...env }
      const options = { cwd: inRoot(), env: { ...rest, ...own }, stdio: STDIO, ...as }
      const child = npm
        ? spawn('npm', ['start', '--silent'], options)
        : spawn(process.execPath, [...TOGETHER, inRoot('scripts/start.mjs')], options)
      const started = new Command(child)
      commands.push(started)
      return started
    },
    async close() {
      for (const command of commands) command.kill('SIGKILL')
      await Promise.all(commands.map(({ ended }) => ended))
      if ((await leftOver(dir)).length) for (const { pid } of processesOf(dir)) process.kill(pid, 'SIGKILL')
      rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

let made: Promise<string> | undefined

/** The data folder of an installation that was started and stopped once; made at the first call. */
function madePlace(): Promise<string> {
  made ??= (async () => {
    const { dir, start } = newPlace()
    const first = await start().says(READY)
    await first.stop()
    process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
    return dir
  })()
  return made
}

/** Works at an installation of its own, new or (`used`) started and stopped once before. */
export async function atPlace(work: (place: Place) => Promise<void>, { used = false } = {}): Promise<void> {
  const place = newPlace()
  try {
    if (used) cpSync(await madePlace(), place.dir, { recursive: true, preserveTimestamps: true })
    await work(place)
  } finally {
    await place.close()
  }
}
