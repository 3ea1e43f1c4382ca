// node scripts/postgres/keeper.mjs FOLDER DATABASE, started by open.mjs with a channel to it.
// Keeps a PostgreSQL running for one command and stops it when nobody needs it any more. It is a process of its own so
// that the database is put away in order also after `kill -9` of the command: the channel closes, whatever happened.
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from '../machine/lock.mjs'
import { connect, ensureDatabase, ensureRunning, stopCluster, urlOf } from './cluster.mjs'

const [dir, database] = process.argv.slice(2)
// Everybody who needs the server holds one connection of this name: the kernel closes it even for the dead.
const NAME = 'next-stop keeper'
let port
let connection
let leaving = false

const locked = (work) => withLock(dir, 'postgres', work, { patience: 120_000 })

async function hold() {
  port = await ensureRunning(dir, { wantedPort: port })
  connection = await connect(dir, port, 'postgres', NAME)
  if (!connection) throw new Error('The database went away as soon as it had come.')
  connection.once('end', () => !leaving && again())
}

/** The server died under us (out of memory, killed): the application reconnects by itself once it is back. */
async function again() {
  while (!leaving) {
    try {
      return await locked(hold)
    } catch {
      await sleep(1000)
    }
  }
}

async function leave() {
  leaving = true
  await locked(async () => {
    const last = await connect(dir, port)
    if (!last) return
    const others = await last.query('select 1 from pg_stat_activity where application_name = $1 and pid <> $2', [
      NAME,
      connection.processID,
    ])
    await connection.end().catch(() => {})
    await last.end()
    if (!others.rowCount) await stopCluster(dir)
  })
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
const answer = (message) => new Promise((done) => (process.connected ? process.send(message, done) : done()))

try {
  await locked(async () => {
    await hold()
    await ensureDatabase(dir, port, database)
  })
  process.once('disconnect', leave)
  await answer({ url: urlOf(dir, port, database) })
  if (!process.connected) await leave()
} catch (error) {
  await answer({ refused: error.message, details: error.details })
  process.exit(1)
}
