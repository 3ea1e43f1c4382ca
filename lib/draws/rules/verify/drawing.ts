import { isBeacon, timeOfRound } from '../beacon'
import { bytesOf, hexOf } from '../bytes'
import { isLinkOf } from '../chain'
import { entryId } from '../entry'
import { firstOf, ranking } from '../ranking'
import type { AbsentRecord, ClaimRecord, ResultRecord, VoidRecord } from '../record'
import { seedOf } from '../seed'
import { openArm, secondsOf } from './arming'
import { type Armed, type Drawn, fail, hold, holders, type Session } from './state'

export function checkResult(session: Session, record: ResultRecord, hash: string): void {
  const armed = openArm(session, record.arm)
  const { draws, sources, out } = armed.record
  const named = draws[record.index] ?? fail('there is no such draw in the arm')
  hold(record.index === armed.results.size, 'the draws of an arm are drawn in their order, each once')
  const link = checkReveal(session, armed, record.index, record.reveal)
  checkSignature(armed, record)
  const from = { link, room: armed.room, signature: record.signature }
  hold(!sources.includes('room') || armed.room !== undefined, 'a result before the throw')
  const seed = seedOf(record.arm, sources, from, record.index)
  hold(hexOf(seed) === record.seed, 'the seed does not follow from its sources')
  const ranked = ranking(seed, session.list)
  hold(firstOf(ranked, named.units).join() === record.first.join(), 'the names do not follow from the seed')
  const draw = session.plan.draws.find(({ id }) => id === named.id) ?? fail('the draw is not in the plan')
  armed.results.set(record.index, hash)
  session.results.set(hash, {
    draw,
    ranked,
    out: outFor(session, armed, new Map(out), draw),
    absent: new Set(),
    claims: new Map(),
  })
}

export function checkClaim(session: Session, record: ClaimRecord): void {
  const drawn = resultOf(session, record.result)
  hold(holders(drawn).has(record.entry), 'the prize went to somebody who did not win it')
  hold(!drawn.claims.has(record.entry), 'somebody claimed twice')
  hold(record.unit >= 1 && record.unit <= drawn.draw.units, 'there is no such unit')
  hold(![...drawn.claims.values()].includes(record.unit), 'a unit was given twice')
  hold(entryIdOrNull(record) === record.entry, "the winner's entry does not open to what was locked")
  const excluded = drawn.draw.exclude ?? []
  hold(!record.open.tags.some((tag) => excluded.includes(tag)), 'the prize went to somebody the plan excludes')
  drawn.claims.set(record.entry, record.unit)
}

export function checkAbsent(session: Session, record: AbsentRecord): void {
  const drawn = resultOf(session, record.result)
  hold(holders(drawn).has(record.entry), 'somebody was passed over who had not won')
  hold(!drawn.claims.has(record.entry), 'somebody was passed over who had claimed')
  hold(record.called >= 1, 'somebody was passed over without being called')
  drawn.absent.add(record.entry)
}

export function checkVoid(session: Session, record: VoidRecord): void {
  const armed = openArm(session, record.arm)
  hold(record.reason.trim() !== '', 'a void needs a reason')
  const from = armed.results.size
  const missing = armed.record.sources.includes('chain') ? armed.record.draws.length - from : 0
  hold(record.reveal.length === missing, 'a void must reveal what it would have been')
  for (const [at, reveal] of record.reveal.entries()) checkReveal(session, armed, from + at, reveal)
  const { beacon } = armed.record
  if (record.signature !== undefined) {
    hold(beacon !== undefined && isBeacon(beacon.round, record.signature), 'the signature is not of the armed round')
  } else if (beacon) {
    hold(secondsOf(record.t) < timeOfRound(beacon.round), 'a void after its round must show the beacon')
  }
  armed.voided = true
}

/** In a group armed at once, one prize each reaches within the group too: who holds an earlier one is out of the later. */
export function outFor(
  session: Session,
  armed: Armed,
  out: Map<string, string>,
  draw: Drawn['draw'],
): Map<string, string> {
  if (!draw.one_each) return out
  for (const hash of armed.results.values()) {
    const earlier = session.results.get(hash)
    if (earlier && earlier.draw !== draw) for (const id of holders(earlier)) if (!out.has(id)) out.set(id, 'won_before')
  }
  return out
}

function checkReveal(
  session: Session,
  armed: Armed,
  index: number,
  reveal: string | undefined,
): Uint8Array | undefined {
  if (!armed.record.sources.includes('chain')) {
    hold(reveal === undefined, 'a link is revealed although the chain is no source')
    return undefined
  }
  const link = bytesOf(reveal, 32) ?? fail('the chain link is missing')
  const tip = bytesOf(session.lock?.record.chain?.tip, 32) ?? fail('no chain was published at the lock')
  hold(isLinkOf(tip, link, (armed.record.link ?? 0) + index), 'the link is not of the chain that was published')
  return link
}

function checkSignature(armed: Armed, record: ResultRecord): void {
  const { beacon } = armed.record
  hold(beacon !== undefined || record.signature === undefined, 'a signature although the beacon is no source')
  if (!beacon) return
  hold(isBeacon(beacon.round, record.signature), 'the signature is not of the armed round')
  hold(secondsOf(record.t) >= timeOfRound(beacon.round), 'the result is older than its beacon')
}

const resultOf = (session: Session, hash: string): Drawn =>
  session.results.get(hash) ?? fail('it belongs to no result of this log')

function entryIdOrNull(record: ClaimRecord): string | null {
  try {
    return entryId(record.open)
  } catch {
    return null
  }
}
