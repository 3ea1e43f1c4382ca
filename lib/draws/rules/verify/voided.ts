import { bytesOf } from '../bytes'
import { ranking } from '../ranking'
import type { Bundle, VoidRecord } from '../record'
import { seedOf } from '../seed'
import type { Armed, Session } from './state'

/** A draw that was given up, and whom it would have drawn; null when its throw or its round had not come yet. */
type Voided = { at: number; draw: string; prize: string; reason: string; would: string[] | null }

/** What every void of a checked session would have been: down the ranking of its seed, past those who were out. */
export const voidedIn = (session: Session, { log }: Bundle): Voided[] =>
  log.flatMap(({ rec }) => (rec.type === 'void' ? wouldHave(session, rec) : []))

function wouldHave(session: Session, rec: VoidRecord): Voided[] {
  const armed = session.arms.get(rec.arm)
  if (!armed) return []
  const from = armed.results.size
  return armed.record.draws.slice(from).map(({ id, units }, at) => ({
    at: rec.i,
    draw: id,
    prize: session.plan.draws.find((draw) => draw.id === id)?.prize ?? id,
    reason: rec.reason,
    would: drawnBy(session, armed, { ...rec, index: from + at, link: rec.reveal[at] }, units),
  }))
}

type From = { arm: string; index: number; link: string | undefined; signature?: string }

function drawnBy(session: Session, armed: Armed, from: From, units: number): string[] | null {
  const { sources, out } = armed.record
  if (sources.includes('room') && armed.room === undefined) return null
  if (sources.includes('beacon') && from.signature === undefined) return null
  const link = bytesOf(from.link, 32) ?? undefined
  const seed = seedOf(from.arm, sources, { link, room: armed.room, signature: from.signature }, from.index)
  const barred = new Set(out.map(([id]) => id))
  return ranking(seed, session.list)
    .filter(({ id }) => !barred.has(id))
    .slice(0, units)
    .map(({ id }) => id)
}
