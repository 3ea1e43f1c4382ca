// The load generator: a process of its own, told what to do by its parent. Keeps a journal on disk, outside of the system.
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { getOf, openWires, postOf } from './wire.mjs'

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0

/** What the n-th person sends; every `duplicates`-th is somebody who came before, with another key. */
function formOf({ event, run, duplicates }, n) {
  const who = duplicates && n % duplicates === 0 ? Math.floor(n / 2) : n
  return {
    event,
    locale: n % 3 ? 'zh' : 'en',
    requestKey: randomUUID(),
    name: n % 3 ? `读者${who}` : `Reader ${who}`,
    contact: `reader-${who}-${run}@example.com`,
  }
}

function journal(path) {
  const file = openSync(path, 'a')
  let lines = ''
  const flush = () => {
    if (lines) writeSync(file, lines)
    lines = ''
  }
  const timer = setInterval(flush, 20)
  return {
    note: (line) => {
      lines += `${JSON.stringify(line)}\n`
    },
    close: () => {
      clearInterval(timer)
      flush()
      closeSync(file)
    },
  }
}

async function run(plan) {
  const wires = openWires(plan.to, plan.wires)
  const book = plan.journal ? journal(plan.journal) : null
  const times = []
  const statuses = {}
  const page = plan.page ? getOf(plan.host, plan.page, { 'Accept-Encoding': 'br' }) : null
  const one = async (n, due) => {
    const form = page ? null : formOf(plan, n)
    const answer = await wires.ask(page ?? postOf(plan.site, form))
    const status = answer instanceof Error ? 'broken' : answer.status
    statuses[status] = (statuses[status] ?? 0) + 1
    times.push(performance.now() - due)
    if (book) book.note({ form, status, said: answer.body })
    if (plan.patient && status !== 201) await sleep(20)
  }
  const since = performance.now()
  if (plan.rate) await openLoop(plan, one)
  else await closedLoop(plan, one)
  const seconds = (performance.now() - since) / 1_000
  book?.close()
  wires.close()
  times.sort((a, b) => a - b)
  return { seconds, count: times.length, statuses, p50: at(times, 0.5), p99: at(times, 0.99), max: times.at(-1) ?? 0 }
}

/** A fixed rate of arrivals: each has its due time, whatever became of those before, and waits from then on. */
async function openLoop({ rate, count }, one) {
  const since = performance.now()
  const all = []
  for (let n = 0; n < count; ) {
    const due = since + (n * 1_000) / rate
    const now = performance.now()
    if (due > now) {
      await sleep(Math.max(1, due - now))
      continue
    }
    all.push(one(n++, due))
  }
  await Promise.all(all)
}

/** As fast as answers come, on so many connections, for a number of requests or of seconds. */
async function closedLoop({ count = Number.POSITIVE_INFINITY, seconds = 600, wires }, one) {
  const until = performance.now() + seconds * 1_000
  let n = 0
  const work = async () => {
    while (n < count && performance.now() < until) await one(n++, performance.now())
  }
  await Promise.all(Array.from({ length: wires }, work))
}

process.on('message', async (plan) => {
  process.send(await run(plan))
})
