import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { keptText, textOf } from '../machine/files.mjs'
import { Halt } from '../machine/halt.mjs'
import { loopbackPort } from '../machine/ports.mjs'
import { commandOf, exists } from '../machine/processes.mjs'
import { binaries, MAJOR } from './binaries.mjs'
import { initialise } from './initialise.mjs'
import { unprivileged } from './user.mjs'

/*
 * One PostgreSQL cluster in one data folder, on loopback. Every function here expects the caller to hold the folder's
 * "postgres" lock: two servers on one folder, or two initdb, would destroy it.
 */
const USER = 'app'
const PATIENCE = 60_000
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A refused row or statement holds people's names; the log must not.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

const placesIn = (dir) => ({
  data: join(dir, 'postgres'),
  log: join(dir, 'logs/postgres.log'),
  password: join(dir, 'postgres-password'),
})

const passwordOf = (dir) => keptText(placesIn(dir).password, () => randomBytes(24).toString('hex'))

/** Connection URL of a database of the cluster; contains the password. */
export function urlOf(dir, port, database) {
  return `postgresql://${USER}:${passwordOf(dir)}@127.0.0.1:${port}/${database}`
}

function postmaster(data) {
  const [pid, , , port] = (textOf(join(data, 'postmaster.pid')) ?? '').split('\n')
  return pid ? { pid: Number(pid), port: Number(port) } : null
}

/** A connection to this very cluster, or null: another one may sit on the port we remember. */
export async function connect(dir, port, database = 'postgres', name = 'next-stop') {
  const client = new pg.Client({
    connectionString: urlOf(dir, port, database),
    application_name: name,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('show data_directory')
    if (realpathSync(rows[0].data_directory) === realpathSync(placesIn(dir).data)) return client
    await client.end()
    return null
  } catch (error) {
    await client.end().catch(() => {})
    if (error.code === '28P01')
      throw new Halt(
        `The password in ${placesIn(dir).password} does not open the database beside it. Put the right one back, or move ${placesIn(dir).data} away to begin anew.`,
      )
    return null
  }
}

/** The port of the server already running on this folder, or null. Clears away what a crash left behind. */
async function findRunning(dir) {
  const { data } = placesIn(dir)
  const until = Date.now() + PATIENCE
  for (;;) {
    const found = postmaster(data)
    if (!found) return null
    const client = found.port ? await connect(dir, found.port) : null
    if (client) {
      await client.end()
      return found.port
    }
    const command = commandOf(found.pid)
    if (command !== null && !/postgres/.test(command)) {
      rmSync(join(data, 'postmaster.pid'), { force: true })
      return null
    }
    if (Date.now() > until)
      throw new Halt(`A PostgreSQL (process ${found.pid}) holds ${data} but does not answer. Stop it, then try again.`)
    await sleep(100)
  }
}

async function launch(dir, programs, wantedPort) {
  const { data, log } = placesIn(dir)
  const port = await loopbackPort(wantedPort)
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  mkdirSync(join(dir, 'logs'), { recursive: true })
  const output = openSync(log, 'w')
  const [program, rest, options] = unprivileged(dir, data).wrap(programs.postgres, args)
  // Its own process group: Ctrl-C must reach the server first, so that requests finish before the database goes.
  const child = spawn(program, rest, { ...options, cwd: data, detached: true, stdio: ['ignore', output, output] })
  let gone = false
  child.once('error', () => {
    gone = true
  })
  child.once('exit', () => {
    gone = true
  })
  child.unref()
  closeSync(output)
  try {
    const until = Date.now() + PATIENCE
    while (!gone && Date.now() < until) {
      const client = await connect(dir, port)
      if (client) {
        await client.end()
        return port
      }
      await sleep(30)
    }
    return null
  } catch (error) {
    await stopCluster(dir)
    throw error
  }
}

/** Makes sure that one server runs on this folder; answers its port. */
export async function ensureRunning(dir, { wantedPort } = {}) {
  const { data, log } = placesIn(dir)
  const running = await findRunning(dir)
  if (running) return running
  const programs = await binaries()
  const version = textOf(join(data, 'PG_VERSION'))?.trim()
  if (version && version !== MAJOR)
    throw new Halt(
      `${data} was made by PostgreSQL ${version}; this one is ${MAJOR}. Set DATABASE_URL to a server of that version, or move the folder away.`,
    )
  if (!version && existsSync(data))
    throw new Halt(`${data} is there but holds no database. Move it away, then try again.`)
  if (!version) await initialise({ dir, data, user: USER, password: passwordOf(dir), initdb: programs.initdb })
  // After a crash the old server's children may need a moment to let go of the shared memory.
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const port = await launch(dir, programs, wantedPort)
    if (port) return port
    const said = textOf(log) ?? ''
    if (!/shared memory block|could not bind|Address already in use/i.test(said))
      throw new Halt(`PostgreSQL did not start; its words are in ${log}.`, { details: said.slice(-2000) })
    await sleep(500)
  }
  throw new Halt(`PostgreSQL did not start; its words are in ${log}.`)
}

/** Makes sure that a database of this name is there. */
export async function ensureDatabase(dir, port, name) {
  const client = await connect(dir, port)
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** Stops the server in order: sessions are ended, everything is on disk afterwards. */
export async function stopCluster(dir) {
  const found = postmaster(placesIn(dir).data)
  if (!found || !exists(found.pid)) return
  process.kill(found.pid, process.platform === 'win32' ? 'SIGTERM' : 'SIGINT')
  const until = Date.now() + 30_000
  while (postmaster(placesIn(dir).data)?.pid === found.pid && commandOf(found.pid) !== '' && Date.now() < until)
    await sleep(20)
}
