import 'server-only'
import { createHash } from 'node:crypto'
import { refuse } from '@/lib/values/refusal'
import { database, type Transaction } from './client'
import type { Prisma } from './generated/client'
import { leaveTogether } from './leave'
import { keepLines, type Line } from './lines'
import { lockEvent } from './lock'
import { isRetryable, type Promises, reasonFor } from './promises'
import { refuseEnded, type Stands } from './standing'

/** Who does something, and within what; every proof carries one. */
export type Actor = {
  kind: 'person' | 'attendee' | 'sponsor' | 'speaker' | 'volunteer' | 'guest' | 'system'
  id?: string
  seriesId?: string
  eventId?: string
}
/** Any proof of why something may be done; that of a secret link says which, and that of a role by which roles. */
export type Doer = Stands & { readonly actor: Actor }

/** Writes one line of the activity log: a past-tense verb (`talk.added`), the thing's id, ids and field names only. */
export type Recorder = (verb: string, subjectId: string | null, details?: Prisma.InputJsonObject) => void

/** A repeatable write's key, made before the first try, with what was sent: the same key with other input is refused. */
export type Repeatable = { key: string; input: unknown }

/**
 * The one way to write. Opens one READ COMMITTED transaction; takes the event's row first when the proof is of an
 * event; runs `work`; appends what it recorded to the log, and fails if nothing was recorded. With `once`, a repeated
 * key answers with the first result (which must be plain JSON) and does nothing. A broken promise of Postgres becomes
 * the refusal named for it in `promises`; serialisation failures are tried again, twice. Refuses `form.busy` when no
 * connection came free in time, and then nothing was done; `form.not-found` for a secret link that ended meanwhile, or a
 * role that was taken back.
 */
export async function change<T>(
  who: Doer,
  promises: Promises,
  work: (tx: Transaction, record: Recorder) => Promise<T>,
  once?: Repeatable,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database().$transaction((tx) => act(tx, who, work, once))
    } catch (error) {
      if (attempt < 3 && isRetryable(error)) continue
      throw reasonFor(error, promises)
    }
  }
}

async function act<T>(tx: Transaction, who: Doer, work: Parameters<typeof change<T>>[2], once?: Repeatable) {
  const { actor } = who
  const [serial] = await leaveTogether(
    async () => (actor.eventId ? lockEvent(tx, actor.eventId) : null),
    () => refuseEnded(tx, who),
  )
  const owner = ownerOf(actor)
  if (once) {
    const earlier = await findEarlier<T>(tx, owner, once)
    if (earlier) return earlier.result
  }
  const lines: Line[] = []
  const result = await work(tx, (verb, subject, details = {}) => {
    lines.push({ verb, subject, details, serial: serial === null ? null : String(serial) })
  })
  if (lines.length === 0) throw new Error('a change must record what happened')
  await keepLines(tx, actor, lines)
  if (once) {
    const requestHash = hashOf(once.input)
    await tx.requestKey.create({
      data: { actor: owner, key: once.key, requestHash, result: (result ?? {}) as Prisma.InputJsonValue },
    })
  }
  return result
}

async function findEarlier<T>(tx: Transaction, actor: string, once: Repeatable): Promise<{ result: T } | null> {
  // The lock makes a second try that runs beside the first wait for its outcome.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor}/${once.key}`}, 0))`
  const row = await tx.requestKey.findUnique({ where: { actor_key: { actor, key: once.key } } })
  if (!row) return null
  if (!Buffer.from(row.requestHash).equals(Buffer.from(hashOf(once.input)))) refuse('form.key-used-for-something-else')
  return { result: row.result as T }
}

/** Whose key it is: the same key of somebody else is another key. */
export const ownerOf = (actor: Actor): string => `${actor.kind}:${actor.id ?? ''}`

/** What is kept of an input, to tell a repeat from another use of the key. */
export const hashOf = (input: unknown) =>
  new Uint8Array(createHash('sha256').update(JSON.stringify(input, sortedKeys)).digest())

const sortedKeys = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
