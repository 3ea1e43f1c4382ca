import 'server-only'
import { Refusal } from '@/lib/values/refusal'
import { type Actor, type Doer, hashOf, ownerOf, type Recorder, type Repeatable } from './change'
import { database, type Transaction } from './client'
import { leaveTogether, type Send, sending } from './leave'
import { keepLines, type Line } from './lines'
import { lockEvent } from './lock'
import { parcel } from './parcel'
import { isAboutRows, isRetryable, type Promises, reasonFor } from './promises'

/** One of several writes that share a transaction: what is asked for, under its own key; `hash` of that form, if made ahead. */
export type Ask<In> = { input: In; once: Repeatable; hash?: Uint8Array }
/** What `work` is handed of each: its input, and the recorder of its own lines. */
export type Asked<In> = { input: In; key: string; record: Recorder }
type Work<In, Out> = (tx: Transaction, record: Recorder, asked: Asked<In>[], send: Send) => Promise<(Out | Error)[]>

/**
 * `change` for many who write to one event at the same moment: one transaction, one lock of the event's row, one
 * commit. Each has its own serial number, in the order given, its own lines in the log, and its own key, whose repeat
 * answers with the first result; another form under a key whose first is just being refused is told `form.busy`. `work` answers one result (plain JSON) or one Error for each; an Error ends that one
 * only. When Postgres objects to a row, the batch is halved until that row stands alone, so that it fails nobody else.
 */
export async function changeTogether<In, Out>(
  who: Doer & { actor: { eventId: string } },
  promises: Promises,
  work: Work<In, Out>,
  asks: Ask<In>[],
): Promise<PromiseSettledResult<Out>[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database().$transaction((tx) => actTogether(tx, who.actor, work, asks))
    } catch (error) {
      if (attempt < 3 && isRetryable(error, 'request_keys_pkey')) continue
      if (asks.length > 1 && isAboutRows(error)) {
        const half = Math.ceil(asks.length / 2)
        const first = await changeTogether(who, promises, work, asks.slice(0, half))
        return [...first, ...(await changeTogether(who, promises, work, asks.slice(half)))]
      }
      const reason = reasonFor(error, promises)
      return asks.map(() => ({ status: 'rejected', reason }))
    }
  }
}

type Answer<Out> = { hash: string; outcome: PromiseSettledResult<Out> }

async function actTogether<In, Out>(
  tx: Transaction,
  actor: Actor & { eventId: string },
  work: Work<In, Out>,
  asks: Ask<In>[],
): Promise<PromiseSettledResult<Out>[]> {
  const told = asks.map(({ once, hash }) => ({
    key: once.key,
    hash: Buffer.from(hash ?? hashOf(once.input)).toString('hex'),
  }))
  const [last, answers] = await leaveTogether(
    () => lockEvent(tx, actor.eventId, asks.length),
    () => findEarlierEach<Out>(tx, ownerOf(actor), told),
  )
  const serialOf = (n: number) => String(last - BigInt(asks.length - 1 - n))
  const common: Line[] = []
  const fresh = firstOfEach(asks, (key) => !answers.has(key)).map((ask) => {
    const lines: Line[] = []
    return { ...ask, ...(told[ask.n] as (typeof told)[0]), lines, record: recorder(lines, serialOf(ask.n)) }
  })
  const { send, answers: stored } = sending()
  const results = fresh.length > 0 ? await work(tx, recorder(common, serialOf(0)), fresh, send) : []
  const done = fresh.flatMap(({ key, hash, lines }, n) => {
    const result = results[n] ?? new Error('a change must answer each of its asks')
    if (result instanceof Error) {
      answers.set(key, { hash, outcome: { status: 'rejected', reason: result } })
      return []
    }
    if (lines.length === 0) throw new Error('a change must record what happened')
    answers.set(key, { hash, outcome: { status: 'fulfilled', value: result } })
    return { key, hash, result, lines }
  })
  await send(keepLines(tx, actor, [...common, ...done.flatMap(({ lines }) => lines)]))
  await send(keepResults(tx, ownerOf(actor), done))
  await stored()
  return told.map(({ key, hash }) => {
    const answer = answers.get(key)
    if (answer?.hash === hash) return answer.outcome
    // What was refused to one form leaves the key to another, which came too early to be looked at.
    const busy = answer?.outcome.status === 'rejected'
    return { status: 'rejected', reason: new Refusal(busy ? 'form.busy' : 'form.key-used-for-something-else') }
  })
}

const recorder =
  (lines: Line[], serial: string): Recorder =>
  (verb, subject, details = {}) =>
    void lines.push({ verb, subject, details, serial })

/** A key that came twice at once is one write, as if its second try had come later. */
function firstOfEach<In>(asks: Ask<In>[], wanted: (key: string) => boolean) {
  const seen = new Set<string>()
  return asks.flatMap(({ input, once }, n) => {
    if (seen.has(once.key) || !wanted(once.key)) return []
    seen.add(once.key)
    return { n, input }
  })
}

// No lock of the keys is needed: those of one event stand behind its row, and a key that is used at two events at the
// same moment breaks request_keys_pkey for the later one, which then runs again and finds the earlier answer.
async function findEarlierEach<Out>(tx: Transaction, actor: string, told: { key: string }[]) {
  const keys = told.map(({ key }) => key)
  const rows = await tx.$queryRaw<{ key: string; hash: string; result: Out }[]>`
    SELECT key::text, encode(request_hash, 'hex') AS hash, result FROM request_keys
    WHERE actor = ${actor} AND key = ANY (${keys}::uuid[])`
  return new Map(
    rows.map(({ key, hash, result }): [string, Answer<Out>] => [
      key,
      { hash, outcome: { status: 'fulfilled', value: result } },
    ]),
  )
}

async function keepResults(
  tx: Transaction,
  actor: string,
  done: { key: string; hash: string; result: unknown }[],
): Promise<void> {
  if (done.length === 0) return
  const rows = done.map(({ key, hash, result }) => ({ key, hash, result }))
  await tx.$executeRaw`
    INSERT INTO request_keys (actor, key, request_hash, result)
    SELECT ${actor}, key, decode(hash, 'hex'), result
    FROM json_to_recordset(${parcel(rows)}::json) AS done(key uuid, hash text, result jsonb)`
}
