import { quicknet, timeOfRound } from '../beacon'
import { type ArmRecord, type LockRecord, type OpenRecord, planHash, type RoomRecord } from '../record'
import { isFullThrow } from '../throw'
import { listRoot } from '../tree'
import { type Armed, fail, hold, holders, isOver, type Session, winnersOf } from './state'

/** The least time between an arm and the beacon's round, in seconds (§4: back-dating). */
const leastAhead = 10
export const secondsOf = (time: string): number => Date.parse(time) / 1000

export function checkOpen(session: Session, record: OpenRecord): void {
  hold(record.i === 0, 'a session opens once, first of all')
  hold(record.plan === planHash(session.plan), 'the plan is not the one that was published')
  hold(record.event === session.plan.event, 'the plan is of another event')
}

export function checkLock(session: Session, record: LockRecord, hash: string): void {
  hold(!session.lock, 'the list is locked once')
  hold(record.count === session.list.length, 'the list has another length than was locked')
  const weight = session.list.reduce((sum, line) => sum + line.weight, 0)
  hold(record.weight === weight, 'the list has another weight than was locked')
  hold(record.root === listRoot(session.list), 'the list is not the one that was locked')
  hold(sameCounts(record.left_out, session.plan.left_out), 'other people were left out than the plan says')
  session.lock = { hash, record }
}

export function checkArm(session: Session, record: ArmRecord, hash: string): void {
  hold(session.lock !== undefined && record.lock === session.lock.hash, 'armed without the locked list')
  hold(record.draws.length > 0, 'nothing was armed')
  const planned = record.draws.map(({ id, units }) => plannedDraw(session, record, id, units))
  for (const draw of planned) {
    hold(sameWords(draw.sources, record.sources), `${draw.id} was armed with other sources than planned`)
  }
  checkLink(session, record)
  checkBeacon(record)
  checkOut(session, record)
  session.arms.set(hash, { record, results: new Map(), voided: false })
  session.linksUsed += record.sources.includes('chain') ? record.draws.length : 0
}

export function checkRoom(session: Session, record: RoomRecord): void {
  const armed = openArm(session, record.arm)
  hold(armed.record.sources.includes('room'), 'a throw for an arm that takes none')
  hold(armed.room === undefined, 'there is no second throw')
  hold(isFullThrow(record.text), 'the throw is too small: at least 16 dice or 8 cards')
  armed.room = record.text
}

/** The arm of that hash while something of it is still to be drawn. */
export function openArm(session: Session, hash: string): Armed {
  const armed = session.arms.get(hash) ?? fail('it belongs to no arm of this log')
  hold(!isOver(armed), 'it belongs to an arm that is over')
  return armed
}

function plannedDraw(session: Session, record: ArmRecord, id: string, units: number) {
  const draw = session.plan.draws.find((planned) => planned.id === id) ?? fail(`${id} is not in the plan`)
  hold(draw.units === units, `${id} was armed with another number of units than planned`)
  hold(record.draws.filter((armed) => armed.id === id).length === 1, `${id} was armed twice at once`)
  const again = [...session.arms.values()].some((armed) => !armed.voided && armed.record.draws.some((d) => d.id === id))
  hold(!again, `${id} was armed a second time without a void`)
  return draw
}

function checkLink(session: Session, record: ArmRecord): void {
  hold(new Set(record.sources).size === record.sources.length && record.sources.length > 0, 'a source stands twice')
  hold(
    record.sources.some((source) => source !== 'chain'),
    'the chain alone is known to the organiser',
  )
  hold(
    record.sources.includes('chain') === (record.link !== undefined),
    'a chain link without the chain, or none with it',
  )
  if (record.link === undefined) return
  const chain = session.lock?.record.chain ?? fail('no chain was published at the lock')
  hold(record.link === session.linksUsed + 1, 'the chain links are not used in order')
  hold(session.linksUsed + record.draws.length <= chain.n, 'the chain is used up')
}

function checkBeacon(record: ArmRecord): void {
  const wanted = record.sources.includes('beacon')
  hold(wanted === (record.beacon !== undefined), 'a beacon is named where none is used, or the other way round')
  if (!record.beacon) return
  hold(record.beacon.chain === quicknet.chain, 'the beacon is of another chain')
  const ahead = timeOfRound(record.beacon.round) - secondsOf(record.t)
  hold(ahead >= leastAhead, 'the beacon was known, or nearly, when the draw was armed')
}

function checkOut(session: Session, record: ArmRecord): void {
  const out = new Map(record.out)
  hold(out.size === record.out.length, 'somebody is out twice')
  hold(
    [...out.keys()].every((id) => session.ids.has(id)),
    'somebody is out who is not in the list',
  )
  const winners = winnersOf(session)
  const holding = new Set([...session.results.values()].flatMap((drawn) => [...holders(drawn)]))
  for (const [id, reason] of out) {
    if (reason === 'won_before') hold(winners.has(id) || holding.has(id), 'somebody is out as a winner who did not win')
  }
  const oneEach = record.draws.some(({ id }) => session.plan.draws.find((draw) => draw.id === id)?.one_each)
  if (oneEach)
    for (const id of winners) hold(out.has(id), 'an earlier winner was left in although it is one prize each')
}

const sameWords = (a: readonly string[], b: readonly string[]) => a.join('\0') === b.join('\0')
const sameCounts = (a: Record<string, number>, b: Record<string, number>) =>
  Object.keys({ ...a, ...b }).every((key) => a[key] === b[key])
