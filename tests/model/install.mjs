// Loaded before the tests of a run that breaks every command off at every call: see scripts/suites/every-command.mjs. It stands
// between the commands and the database, and tries the transaction of each command once.
import { AsyncLocalStorage } from 'node:async_hooks'
import { appendFileSync } from 'node:fs'
import pg from 'pg'

const report = process.env.EVERY_COMMAND ?? ''
const tries = new AsyncLocalStorage()
/** What was broken off at every call and then done; a command that is refused says nothing yet. */
const done = new Set()

const { query } = pg.Client.prototype
pg.Client.prototype.query = async function breakable(...told) {
  const here = tries.getStore()
  const text = told[0]?.text
  if (told.length !== 1 || !here || here.failed || text === 'ROLLBACK') return Reflect.apply(query, this, told)
  if (++here.calls !== here.failAt) return Reflect.apply(query, this, told)
  here.failed = true
  if (text === 'COMMIT') await Reflect.apply(query, this, [{ ...told[0], text: 'ROLLBACK' }])
  throw new Error('broken off')
}
const plainly = pg.Client.prototype.query
pg.Client.prototype.query = function any(...told) {
  return told.length === 1 && tries.getStore() ? plainly.apply(this, told) : Reflect.apply(query, this, told)
}

Error.stackTraceLimit = 30

/** The functions of commands whose transaction it is, the innermost first, by the names on the stack. */
function commandOf() {
  const frames = (new Error().stack ?? '').split('\n')
  const named = frames.map((frame) =>
    /at (?:async )?(?:Object\.)?([\w$]+) .*\/(lib\/\w+\/commands[\w/.-]*?)\.ts/.exec(frame),
  )
  return named.flatMap((found) => (found ? [`${found[2]}:${found[1]}`] : [])).join(' ') || null
}

let tables
async function snapshot(client) {
  tables ??= (
    await client.$queryRawUnsafe("SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'")
  ).map(
    ({ name }) =>
      `SELECT '${name} ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS line FROM ${name} t`,
  )
  return (await client.$queryRawUnsafe(tables.join(' UNION ALL '))).map(({ line }) => line).sort()
}

/** The tables that are not as they were, by name. */
const differing = (before, after) =>
  after
    .filter((line) => !before.includes(line))
    .map((line) => line.split(' ')[0])
    .join(', ')

let turn = Promise.resolve()
/** One transaction of this process after the other, so that nothing but the one under trial moves. */
function inTurn(work) {
  const mine = turn.then(work, work)
  turn = mine.catch(() => {})
  return mine
}

async function tried(client, command, work) {
  const before = await snapshot(client)
  for (let n = 1; ; n++) {
    const here = { failAt: n, calls: 0, failed: false }
    const outcome = await tries.run(here, async () => {
      try {
        return { value: await work() }
      } catch (error) {
        return { error }
      }
    })
    if (!here.failed) {
      if (outcome.error) throw outcome.error
      done.add(command)
      appendFileSync(report, `${JSON.stringify({ command, calls: n - 1 })}\n`)
      return outcome.value
    }
    const left = outcome.error ? differing(before, await snapshot(client)) : 'an answer'
    if (left) appendFileSync(report, `${JSON.stringify({ command, call: n, left })}\n`)
  }
}

const watched = (client) =>
  new Proxy(client, {
    get(target, name) {
      if (name !== '$transaction') return target[name]
      const begin = target.$transaction.bind(target)
      return (work, options) => {
        const command = typeof work === 'function' ? commandOf() : null
        if (!command) return begin(work, options)
        const once = () => begin(work, options)
        return inTurn(() => (done.has(command) ? once() : tried(target, command, once)))
      }
    },
  })

for (const name of ['nextStopDatabase', 'nextStopOwnShare']) {
  let kept
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => kept,
    set: (client) => {
      kept = client && watched(client)
    },
  })
}
