import 'server-only'
import { Logger, run, runMigrations } from 'graphile-worker'
import { config } from '@/lib/config'
import { database } from '@/lib/database/client'

/** What runs in the background; each may run twice at once or again after a kill, and must not mind. */
type Tasks = Record<'send_messages' | 'move_seats' | 'sweep', () => Promise<void>>
export type Report = (error: unknown, where: string) => void

const clock = [
  '* * * * * send_messages ?max=1',
  '* * * * * move_seats ?max=1',
  '17 19 * * * sweep ?max=3&fill=1d',
].join('\n')
const retryAfter = 5_000

/**
 * Starts the background worker in this process: it makes its own schema, then runs what the database asks for and what
 * the clock says. While the database is away it tries again every five seconds. Answers how to stop it: waits for what
 * is being done.
 */
export function startWorker(tasks: Tasks, report: Report): () => Promise<void> {
  let stopped = false
  let running: Awaited<ReturnType<typeof run>> | null = null
  const start = async () => {
    if (stopped) return
    try {
      await moveIn()
      running = await begin(tasks, report)
      if (stopped) await running.stop()
    } catch (error) {
      report(error, 'jobs')
      setTimeout(start, retryAfter).unref()
    }
  }
  void start()
  return async () => {
    stopped = true
    await running?.stop()
  }
}

/** Makes or changes the worker's own tables while nobody puts jobs into them; see the trigger messages_wake_worker. */
async function moveIn() {
  await database().$transaction(async (tx) => {
    // Somebody may just be writing to a hundred thousand; who starts a server can wait.
    await tx.$executeRaw`SELECT set_config('lock_timeout', '50s', true), set_config('statement_timeout', '50s', true)`
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('worker/schema', 0))`
    await runMigrations({ connectionString: config().DATABASE_URL, logger: silent })
  })
  // Who wrote meanwhile woke nobody. Not in the transaction: what it looked up before, it may not see come to be.
  await database().$executeRaw`SELECT graphile_worker.add_job('send_messages', max_attempts => 1)`
}

const silent = new Logger(() => () => {})

const begin = (tasks: Tasks, report: Report) =>
  run({
    connectionString: config().DATABASE_URL,
    maxPoolSize: 3,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    crontab: clock,
    taskList: {
      send_messages: () => tasks.send_messages(),
      move_seats: () => tasks.move_seats(),
      sweep: () => tasks.sweep(),
    },
    // Its own words may quote payloads and addresses of servers: only that something failed is passed on.
    logger: new Logger(() => (level, _message, meta) => {
      if (level === 'error') report((meta as { error?: unknown } | undefined)?.error, 'jobs')
    }),
  })
