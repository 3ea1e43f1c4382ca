import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { bytesOf } from '../rules/bytes'
import { type Course, courseOf, type Logged } from '../rules/course'
import { type Listed, sortedList } from '../rules/entry'
import { type Ranked, ranking } from '../rules/ranking'
import type { DrawRecord, Plan } from '../rules/record'

/** What of a session never changes once it is there: locked lists by the lock's hash, rankings by their seed. */
const lists = new Map<string, Numbered[]>()
const rankings = new Map<string, Ranked[]>()

/** What a session gives away: prizes, or the seats of a ballot. */
export type DrawKind = 'prizes' | 'seats'
export type Place = { eventId: string; sessionId: string }
export type SessionRow = {
  id: string
  kind: DrawKind
  weigh: 'equal' | 'stops'
  rehearsal: boolean
  plan: unknown
  chainSealed: Uint8Array | null
  lockedAt: Date | null
  closedAt: Date | null
}
export const sessionFields = {
  id: true,
  kind: true,
  weigh: true,
  rehearsal: true,
  plan: true,
  chainSealed: true,
  lockedAt: true,
  closedAt: true,
} as const

/** A step: the session's log in its order. */
export async function readLog(tx: Transaction, { eventId, sessionId }: Place): Promise<Logged[]> {
  const rows = await tx.drawRecord.findMany({
    where: { eventId, sessionId },
    orderBy: { i: 'asc' },
    select: { hash: true, record: true },
  })
  return rows.map(({ hash, record }) => ({ hash, rec: record as unknown as DrawRecord }))
}

/** A line of the list with the number under which Postgres keeps the entry. */
type Numbered = Listed & { n: number }
/** Where a session stands, and the numbers of its entries by their public ids: entries are found by number alone. */
export type Standing = Course & { numberOf: (id: string) => number | undefined }

/** A step: the session's list, sorted by id. */
export async function readList(tx: Transaction, { eventId, sessionId }: Place): Promise<Numbered[]> {
  return sortedList(
    await tx.$queryRaw<Numbered[]>`
      SELECT encode(entry_id, 'hex') AS id, weight, n FROM draw_entries
      WHERE event_id = ${eventId}::uuid AND session_id = ${sessionId}::uuid`,
  )
}

/** A step: where the session stands. */
export async function readCourse(tx: Transaction, eventId: string, session: SessionRow): Promise<Standing> {
  const place = { eventId, sessionId: session.id }
  const log = await readLog(tx, place)
  const lock = log.find(({ rec }) => rec.type === 'lock')?.hash
  const list = lock ? await keep(lists, lock, 8, () => readList(tx, place)) : []
  const course = courseOf(planIn(session), list, log, (seed) => rankedBy(seed, list))
  return { ...course, numberOf: (id) => numberIn(list, id) }
}

/** The numbers of these ids, of those that stand on the list. */
export const numbersOf = ({ numberOf }: Standing, ids: readonly string[]): number[] =>
  ids.flatMap((id) => numberOf(id) ?? [])

/** Halves a sorted list until the id is found. */
function numberIn(list: readonly Numbered[], id: string): number | undefined {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((list[middle]?.id ?? '') < id) from = middle + 1
    else to = middle
  }
  return list[from]?.id === id ? list[from]?.n : undefined
}

export const planIn = (session: { plan: unknown }): Plan => session.plan as Plan

/** Everybody's rank for a seed; remembered, because it follows from the seed and the list alone. */
function rankedBy(seed: string, list: Listed[]): Ranked[] {
  const key = `${seed} ${list.length} ${list[0]?.id ?? ''}`
  const known = rankings.get(key)
  if (known) return known
  const ranked = ranking(bytesOf(seed, 32) ?? new Uint8Array(32), list)
  remember(rankings, key, 64, ranked)
  return ranked
}

async function keep<T>(kept: Map<string, T>, key: string, most: number, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key)
  if (known) return known
  const made = await make()
  remember(kept, key, most, made)
  return made
}

function remember<T>(kept: Map<string, T>, key: string, most: number, value: T): void {
  const oldest = kept.keys().next()
  if (kept.size >= most && !oldest.done) kept.delete(oldest.value)
  kept.set(key, value)
}
