import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beside, sql } from './place.mjs'
import { openWires, postOf } from './wire.mjs'

const HOST = '127.0.0.1'
const answered = (status) => status === 201

/** SIGKILL for a process and all that it started, so that nobody is left to tidy up. */
function killAll(pid) {
  const table = execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent) => rows.flatMap(([child, of]) => (of === parent ? [child, ...below(child)] : []))
  for (const one of [pid, ...below(pid)]) {
    try {
      process.kill(one, 'SIGKILL')
    } catch {
      // It ended in between.
    }
  }
}

const postmaster = (place) =>
  Number(readFileSync(join(place.dir, 'data', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

async function patiently(what, work) {
  for (const until = Date.now() + 90_000; ; await sleep(50)) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() > until) throw new Error(`${what}: ${error.message}`)
    }
  }
}

/** Kills the app or Postgres while people register, brings it up again, and answers what the journal says. */
async function cycle(place, event, { what, number, seconds }) {
  const journal = join(place.dir, `cycle-${event.run}-${number}.journal`)
  const to = { host: HOST, port: place.port }
  const run = `${event.run}-${number}`
  const generator = beside('./load.mjs', {
    to,
    site: place.site,
    event: event.id,
    run,
    journal,
    seconds,
    wires: 64,
    patient: true,
  })
  await sleep(seconds * 1_000 * (0.3 + Math.random() * 0.3))
  if (what === 'app') {
    place.server.child.kill('SIGKILL')
    await new Promise((done) => place.server.child.once('exit', done))
    place.server = await place.start()
  } else {
    killAll(postmaster(place))
    await patiently('the database did not come back', () => sql(place.url, 'SELECT 1'))
  }
  await generator.answer
  generator.stop()
  const lines = readFileSync(journal, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  rmSync(journal)
  return lines
}

/** Sends everything that got no answer again, under its own key, until it gets one; and some that did, to compare. */
async function retry(place, lines) {
  const wires = openWires({ host: HOST, port: place.port }, 64)
  const open = lines.filter(({ status }) => !answered(status))
  const sample = lines.filter(({ status }) => answered(status)).filter((_, n) => n % 25 === 0)
  const changed = []
  const ask = async (form) => {
    for (let n = 0; n < 400; n++) {
      const answer = await wires.ask(postOf(place.site, form))
      if (!(answer instanceof Error) && answered(answer.status)) return answer
      await sleep(50)
    }
    throw new Error('a retry got no answer')
  }
  const work = [...open, ...sample]
  await Promise.all(
    Array.from({ length: 48 }, async () => {
      for (let line = work.pop(); line; line = work.pop()) {
        const answer = await ask(line.form)
        if (answered(line.status) && line.said !== answer.body) changed.push(line.form.requestKey)
        if (!answered(line.status)) Object.assign(line, { status: answer.status, said: answer.body })
      }
    }),
  )
  wires.close()
  return { retried: open.length, changed }
}

/** What was promised and is not so: tickets that are gone, tell something else, or exist twice. */
async function compare(place, event, lines) {
  const rows = await place.sql(
    `SELECT r.request_key::text AS key, COALESCE(r.shown_as, r.status)::text AS status, array_agg(l.id::text) AS links FROM registrations r
      JOIN secret_links l ON l.event_id = r.event_id AND l.registration_id = r.id WHERE r.event_id = $1 GROUP BY 1, 2`,
    [event.id],
  )
  const known = new Map(rows.map((row) => [row.key, row]))
  const lost = []
  const changed = []
  for (const { form, status, said } of lines) {
    if (status !== 201) continue
    const promised = JSON.parse(said)
    const row = known.get(form.requestKey)
    if (!row) lost.push(form.requestKey)
    else if (row.status !== promised.status || !row.links.includes(promised.ticket.split('/').at(-1)))
      changed.push(form.requestKey)
  }
  const [{ twice, oversold }] = await place.sql(
    `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM registrations WHERE event_id = $1 AND shown_as IS NULL GROUP BY contact HAVING count(*) > 1) d) AS twice,
      (SELECT count(*) FILTER (WHERE status = 'confirmed') > max(e.capacity) FROM registrations r JOIN events e ON e.id = r.event_id WHERE e.id = $1) AS oversold`,
    [event.id],
  )
  return { lost, changed, twice, oversold: Boolean(oversold) }
}

/** Kills in turn under load. Answers what was acknowledged and what of it did not hold. */
export async function killInTurn(place, { cycles, seconds = 3, only = null, again = true }) {
  const event = await place.event(200)
  const lines = []
  const lost = new Set()
  const changed = new Set()
  let retried = 0
  const look = async (told) => {
    const seen = await compare(place, event, told)
    for (const key of seen.lost) lost.add(key)
    for (const key of seen.changed) changed.add(key)
    return seen
  }
  for (let number = 0; number < cycles; number++) {
    const what = only ?? (number % 2 ? 'postgres' : 'app')
    const told = await cycle(place, event, { what, number, seconds })
    // What was acknowledged must be there before any retry could put it back.
    await look(told)
    lines.push(...told)
    if (!again) continue
    const answers = await retry(place, told)
    retried += answers.retried
    for (const key of answers.changed) changed.add(key)
  }
  const { twice, oversold } = await look(lines)
  const acknowledged = lines.filter(({ status }) => status === 201).length
  return { acknowledged, retried, lost: lost.size, changed: changed.size, twice, oversold: Number(oversold) }
}

/**
 * Without waiting for the disk acknowledged registrations must get lost, and the harness see it. How much of the log is
 * on its way when the database dies is chance: at most so many cycles are tried, until one loses.
 */
export async function control(place, { cycles, seconds = 3 }) {
  await place.sql("ALTER SYSTEM SET synchronous_commit = 'off'")
  await place.sql("ALTER SYSTEM SET wal_writer_delay = '10s'")
  await place.sql('SELECT pg_reload_conf()')
  try {
    const all = { lost: 0, acknowledged: 0 }
    for (let cycle = 0; cycle < cycles && all.lost === 0; cycle++) {
      const seen = await killInTurn(place, { cycles: 1, seconds, only: 'postgres', again: false })
      all.lost += seen.lost
      all.acknowledged += seen.acknowledged
    }
    return all
  } finally {
    for (const name of ['synchronous_commit', 'wal_writer_delay']) await place.sql(`ALTER SYSTEM RESET ${name}`)
    await place.sql('SELECT pg_reload_conf()')
  }
}

/** Sends a form and cuts the connection after so many bytes of it, or of the answer. */
function cut(port, bytes, after) {
  return new Promise((done) => {
    const socket = connect(port, HOST)
    let heard = 0
    const end = () => {
      socket.destroy()
      done()
    }
    socket.on('connect', () => {
      if (after < bytes.length) socket.write(bytes.subarray(0, after), end)
      else socket.write(bytes)
    })
    socket.on('data', (part) => {
      heard += part.length
      if (bytes.length + heard >= after) end()
    })
    socket.on('error', done)
    socket.on('close', done)
    setTimeout(end, 5_000).unref()
  })
}

/** Connections cut at a random byte, then the same key again: one registration each, and the answer is about it. */
export async function cutConnections(place, { count }) {
  const event = await place.event(50)
  const lines = []
  const one = async (n) => {
    const form = {
      event: event.id,
      locale: 'zh',
      requestKey: crypto.randomUUID(),
      name: `断线 ${n}`,
      contact: `cut-${n}-${event.run}@example.com`,
    }
    const bytes = postOf(place.site, form)
    await cut(place.port, bytes, Math.floor(Math.random() * (bytes.length + 700)))
    lines.push({ form, status: 'broken' })
  }
  for (let n = 0; n < count; n += 40) {
    await Promise.all(Array.from({ length: Math.min(40, count - n) }, (_, k) => one(n + k)))
  }
  const again = await retry(place, lines)
  const told = await compare(place, event, lines)
  const changed = new Set([...told.changed, ...again.changed]).size
  const [{ rows }] = await place.sql('SELECT count(*)::int AS rows FROM registrations WHERE event_id = $1', [event.id])
  return { ...told, lost: told.lost.length, changed, missing: count - rows }
}
