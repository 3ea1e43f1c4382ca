import 'server-only'
import { join } from 'node:path'
import { turns } from '@/lib/media/pictures/turns'

// Each may take a processor and half a gigabyte.
const twoAtATime = turns(2)

type Bounds = { withinMs: number; mostMegabytes: number }

/**
 * What a program (`aside/<name>.mjs` beside this file) makes of something that somebody sent, in a thread of its own: a
 * file made to take minutes, or all memory, costs nobody else a moment. Null when it went beyond its bounds or failed.
 */
export const aside = <T>(name: 'csv' | 'sheet', sent: unknown, bounds: Bounds): Promise<T | null> =>
  twoAtATime(() => run<T>(name, sent, bounds))

function run<T>(name: string, sent: unknown, { withinMs, mostMegabytes }: Bounds): Promise<T | null> {
  // Asked of the process: an imported one the bundler takes for its own, and the file for a part of the application.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const thread = new Worker(join(process.cwd(), 'lib/jobs/aside', `${name}.mjs`), {
    workerData: sent,
    // Nothing of the server's own: neither what it was started with nor what it knows.
    execArgv: [],
    argv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 64 },
  })
  return new Promise<T | null>((done) => {
    const late = setTimeout(() => done(null), withinMs)
    thread.once('message', (made: T | null) => done(made))
    thread.once('error', () => done(null))
    thread.once('exit', () => {
      clearTimeout(late)
      done(null)
    })
  }).finally(() => thread.terminate())
}
