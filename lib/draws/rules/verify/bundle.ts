import { NotCanonical } from '../canonical'
import { readListLines } from '../entry'
import { type Bundle, type DrawRecord, noHash, recordHash } from '../record'
import { isBundle, isPlan, isRecord } from '../shape'
import { checkArm, checkLock, checkOpen, checkRoom } from './arming'
import { checkAbsent, checkClaim, checkResult, checkVoid } from './drawing'
import { DoesNotFollow, hold, isOver, type Session } from './state'

/** What a check found: everything follows, or one sentence and the record where it stopped. */
export type Verdict =
  | { follows: true; people: number; draws: number; claims: number; voids: number; head: string }
  | { follows: false; at: number | null; reason: string }

/**
 * Recomputes a whole session of `hat/1` from its exported bundle: plan, list, every record, every winner. Pure, without
 * I/O; needs nothing but the bundle. Answers a verdict; throws never, whatever it is given.
 */
export const verifyBundle = (given: unknown): Verdict => checkBundle(given).verdict

/** The same, and what the log established as far as it follows: to look up one person, or one line. */
export function checkBundle(given: unknown): { verdict: Verdict; session: Session | null } {
  const place: Place = { at: null, session: null }
  try {
    return { verdict: follow(given, place), session: place.session }
  } catch (error) {
    const told = error instanceof DoesNotFollow || error instanceof NotCanonical || error instanceof Error
    const reason = told ? (error as Error).message : 'it cannot be read'
    return { verdict: { follows: false, at: place.at, reason }, session: place.session }
  }
}

type Place = { at: number | null; session: Session | null }

function follow(given: unknown, place: Place): Verdict {
  hold(isBundle(given), 'it is not a bundle of hat/1')
  const bundle = given as Bundle
  hold(isPlan(bundle.plan), 'the plan has unknown, missing or malformed fields')
  const list = readListLines(bundle.list)
  const session: Session = {
    plan: bundle.plan,
    list,
    ids: new Set(list.map(({ id }) => id)),
    arms: new Map(),
    results: new Map(),
    linksUsed: 0,
    closed: false,
  }
  place.session = session
  let prev = noHash
  let time = ''
  for (const [i, line] of bundle.log.entries()) {
    place.at = i
    const record = line.rec
    hold(isRecord(record), 'the record has unknown, missing or malformed fields')
    hold(record.i === i && record.prev === prev, 'the log has a gap or was re-ordered')
    hold(recordHash(record) === line.hash, 'the record is not what its hash says')
    hold(record.t >= time, 'the log goes back in time')
    hold(!session.closed, 'there is a record after the close')
    check(session, record, line.hash)
    ;[prev, time] = [line.hash, record.t]
  }
  place.at = null
  hold(bundle.log.length > 0 && bundle.head === prev, 'the head is not the last record')
  return summary(session, prev)
}

function check(session: Session, record: DrawRecord, hash: string): void {
  hold((record.i === 0) === (record.type === 'open'), 'a session opens once, first of all')
  if (record.type === 'open') checkOpen(session, record)
  if (record.type === 'lock') checkLock(session, record, hash)
  if (record.type === 'arm') checkArm(session, record, hash)
  if (record.type === 'room') checkRoom(session, record)
  if (record.type === 'result') checkResult(session, record, hash)
  if (record.type === 'claim') checkClaim(session, record)
  if (record.type === 'absent') checkAbsent(session, record)
  if (record.type === 'void') checkVoid(session, record)
  if (record.type === 'close') {
    hold([...session.arms.values()].every(isOver), 'closed while something was still to be drawn')
    session.closed = true
  }
}

function summary(session: Session, head: string): Verdict {
  const drawn = [...session.results.values()]
  return {
    follows: true,
    people: session.list.length,
    draws: drawn.length,
    claims: drawn.reduce((sum, { claims }) => sum + claims.size, 0),
    voids: [...session.arms.values()].filter(({ voided }) => voided).length,
    head,
  }
}
