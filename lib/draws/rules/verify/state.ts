import type { Listed } from '../entry'
import type { Ranked } from '../ranking'
import type { ArmRecord, LockRecord, Plan } from '../record'

/** What does not follow, as one sentence; `verify` adds the record's place. */
export class DoesNotFollow extends Error {
  override readonly name = 'DoesNotFollow'
}

/** Ends the check with a sentence. */
export function fail(sentence: string): never {
  throw new DoesNotFollow(sentence)
}

/** `fail` unless it holds. */
export function hold(holds: boolean, sentence: string): asserts holds {
  if (!holds) fail(sentence)
}

export type Drawn = {
  /** The plan's draw. */
  draw: Plan['draws'][number]
  ranked: Ranked[]
  out: Map<string, string>
  absent: Set<string>
  claims: Map<string, number>
}
export type Armed = {
  record: ArmRecord
  room?: string
  results: Map<number, string>
  voided: boolean
}

/** What the log has established so far. */
export type Session = {
  plan: Plan
  list: Listed[]
  ids: Set<string>
  lock?: { hash: string; record: LockRecord }
  arms: Map<string, Armed>
  results: Map<string, Drawn>
  /** Chain links used up by armed draws. */
  linksUsed: number
  closed: boolean
}

/** Is everything that an armed group set out to draw drawn or voided? */
export const isOver = (armed: Armed): boolean => armed.voided || armed.results.size === armed.record.draws.length

/** Who currently holds a unit of a result: down the ranking, past the out and the absent. */
export function holders(drawn: Drawn): Set<string> {
  const found = new Set<string>()
  for (const { id } of drawn.ranked) {
    if (found.size === drawn.draw.units) break
    if (!drawn.out.has(id) && !drawn.absent.has(id)) found.add(id)
  }
  return found
}

/** Everybody who has claimed a unit so far. */
export function winnersOf(session: Session): Set<string> {
  return new Set([...session.results.values()].flatMap((drawn) => [...drawn.claims.keys()]))
}
