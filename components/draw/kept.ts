import type { Entry } from '@/lib/draws/rules/entry'
import { compareSeen, type Seen, seenKey } from '@/lib/draws/rules/verify/seen'

/** What this browser keeps of a session: its own entry, when a ticket was opened here, and the records it saw. */
export type KeptHere = { entry?: Entry; seen: Seen[] }

/** A log as far as its hashes go. */
type Log = readonly { hash: string }[]

/** Far more than an evening has; the lock, seen first, is never dropped. */
const most = 400

/** Reads what is kept; nothing when the browser keeps nothing, or something that is not ours. */
export function readKept(log: Log): KeptHere {
  try {
    const kept = JSON.parse(localStorage.getItem(seenKey({ log })) ?? 'null') as Partial<KeptHere> | null
    const seen = Array.isArray(kept?.seen) ? kept.seen.filter(isSeen) : []
    return { seen, ...(kept?.entry ? { entry: kept.entry } : {}) }
  } catch {
    return { seen: [] }
  }
}

/** Keeps what is seen now beside what was seen before; what was seen before is never overwritten. */
export function keepSeen(log: Log, entry?: Entry): void {
  const kept = readKept(log)
  const known = new Set(kept.seen.map(({ i }) => i))
  const fresh = log.map(({ hash }, i) => ({ i, hash })).filter(({ i }) => !known.has(i))
  const seen = [...kept.seen, ...fresh].slice(0, most)
  try {
    localStorage.setItem(seenKey({ log }), JSON.stringify({ ...kept, ...(entry ? { entry } : {}), seen }))
  } catch {
    // A browser that keeps nothing still checks everything else.
  }
}

/** The first record that is no longer as this browser saw it, or null. */
export const firstChanged = (log: Log, { seen }: KeptHere) =>
  compareSeen(log, seen).find(({ still }) => still !== 'same') ?? null

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  Number.isSafeInteger((value as Seen).i) &&
  typeof (value as Seen).hash === 'string'
