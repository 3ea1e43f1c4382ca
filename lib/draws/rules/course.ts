import type { Listed } from './entry'
import type { Ranked } from './ranking'
import type { ArmRecord, DrawRecord, Plan, VoidRecord } from './record'
import { outFor } from './verify/drawing'
import { type Armed, type Drawn, holders, isOver, type Session } from './verify/state'

export type Logged = { hash: string; rec: DrawRecord }
type RankedBy = (seed: string) => Ranked[]

/** Where a session stands, from its own log: the same state that the check builds, without checking anything again. */
export type Course = Session & {
  log: readonly Logged[]
  /** The arms and results in their order. */
  armOrder: string[]
  resultOrder: string[]
  voids: Map<string, VoidRecord>
}

/** Follows a log that we wrote ourselves; `rankedBy` answers everybody's rank for a seed (hex). */
export function courseOf(plan: Plan, list: readonly Listed[], log: readonly Logged[], rankedBy: RankedBy): Course {
  const course: Course = {
    plan,
    list: [...list],
    ids: new Set(list.map(({ id }) => id)),
    arms: new Map(),
    results: new Map(),
    linksUsed: 0,
    closed: false,
    log,
    armOrder: [],
    resultOrder: [],
    voids: new Map(),
  }
  for (const { rec, hash } of log) follow(course, rec, hash, rankedBy)
  return course
}

function follow(course: Course, rec: DrawRecord, hash: string, rankedBy: RankedBy): void {
  if (rec.type === 'lock') course.lock = { hash, record: rec }
  if (rec.type === 'arm') followArm(course, rec, hash)
  if (rec.type === 'room') armOf(course, rec.arm).room = rec.text
  if (rec.type === 'result') {
    const armed = armOf(course, rec.arm)
    const draw = drawOf(course.plan, armed.record.draws[rec.index]?.id)
    armed.results.set(rec.index, hash)
    course.resultOrder.push(hash)
    const out = outFor(course, armed, new Map(armed.record.out), draw)
    course.results.set(hash, { draw, ranked: rankedBy(rec.seed), out, absent: new Set(), claims: new Map() })
  }
  if (rec.type === 'claim') resultOf(course, rec.result).claims.set(rec.entry, rec.unit)
  if (rec.type === 'absent') resultOf(course, rec.result).absent.add(rec.entry)
  if (rec.type === 'void') {
    armOf(course, rec.arm).voided = true
    course.voids.set(rec.arm, rec)
  }
  if (rec.type === 'close') course.closed = true
}

function followArm(course: Course, rec: ArmRecord, hash: string): void {
  course.arms.set(hash, { record: rec, results: new Map(), voided: false })
  course.armOrder.push(hash)
  if (rec.sources.includes('chain')) course.linksUsed += rec.draws.length
}

const armOf = (course: Course, hash: string): Armed => course.arms.get(hash) ?? missing(hash)
const resultOf = (course: Course, hash: string): Drawn => course.results.get(hash) ?? missing(hash)
const drawOf = (plan: Plan, id: string | undefined) => plan.draws.find((draw) => draw.id === id) ?? missing(id ?? '')

function missing(what: string): never {
  throw new Error(`the log names ${what}, which it does not hold`)
}

/** What is to be done next. */
export type Step =
  | { step: 'lock' }
  | { step: 'arm'; left: Plan['draws'] }
  | { step: 'throw'; arm: string }
  | { step: 'reveal'; arm: string; index: number }
  | { step: 'claim'; result: string }
  | { step: 'close' }
  | { step: 'closed' }

/** One thing after the other: whoever was drawn comes forward before the next is drawn. */
export function stepOf(course: Course): Step {
  if (course.closed) return { step: 'closed' }
  if (!course.lock) return { step: 'lock' }
  const last = course.resultOrder.at(-1)
  if (last && !isSettled(resultOf(course, last))) return { step: 'claim', result: last }
  const open = openArmOf(course)
  if (open) {
    const armed = armOf(course, open)
    const waits = armed.record.sources.includes('room') && armed.room === undefined
    return waits ? { step: 'throw', arm: open } : { step: 'reveal', arm: open, index: armed.results.size }
  }
  const left = leftOf(course)
  return left.length > 0 ? { step: 'arm', left } : { step: 'close' }
}

/** Has everybody who holds a unit of it come forward? */
export const isSettled = (drawn: Drawn): boolean => holders(drawn).size === drawn.claims.size

/** The arm of which something is still to be drawn, or null. */
export const openArmOf = (course: Course): string | null =>
  course.armOrder.find((hash) => !isOver(armOf(course, hash))) ?? null

/** The draws of the plan that were not armed, or only in vain. */
export function leftOf(course: Course): Plan['draws'] {
  const armed = [...course.arms.values()].filter(({ voided }) => !voided)
  const done = new Set(armed.flatMap(({ record }) => record.draws.map(({ id }) => id)))
  return course.plan.draws.filter(({ id }) => !done.has(id))
}

/** Everybody who holds or has claimed a unit of anything so far. */
export const holdingIn = (course: Course): Set<string> =>
  new Set([...course.results.values()].flatMap((drawn) => [...holders(drawn)]))
