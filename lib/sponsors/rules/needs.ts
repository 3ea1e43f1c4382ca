import type { GiftStatus } from '../schema/gifts'

/** From so many days before the start, what nobody has confirmed is pressing. */
const pressingDays = 10
const day = 86_400_000

/** What came of a need so far; `unstated` gifts are promised without a number. */
export type Progress = {
  pledged: number
  received: number
  offered: number
  unstated: number
  /** How many are still lacking; null where nobody said how many are wanted. */
  lacking: number | null
  covered: boolean
}

type Answer = { status: GiftStatus; quantity: number | null }

/** Counts the gifts that answer a need. An offer that nobody confirmed does not cover anything. */
export function progressOf(wanted: number | null, gifts: readonly Answer[]): Progress {
  const promised = gifts.filter(({ status }) => ['pledged', 'received', 'thanked'].includes(status))
  const here = promised.filter(({ status }) => status !== 'pledged')
  const pledged = sum(promised)
  const unstated = promised.filter(({ quantity }) => quantity === null).length
  return {
    pledged,
    received: sum(here),
    offered: gifts.filter(({ status }) => status === 'offered').length,
    unstated,
    lacking: wanted === null ? null : Math.max(0, wanted - pledged),
    covered: wanted === null ? promised.length > 0 : pledged >= wanted,
  }
}

const sum = (gifts: readonly Answer[]) => gifts.reduce((total, { quantity }) => total + (quantity ?? 0), 0)

/** By when a need should be confirmed: its own date, else ten days before the start. */
export const dueOf = (dueAt: Date | null, startsAt: Date): Date =>
  dueAt ?? new Date(startsAt.getTime() - pressingDays * day)

export type Urgency = 'covered' | 'open' | 'late' | 'missed'

/** Red (`late`) is what is not confirmed once its date or the tenth day before the start has come; `missed` after it. */
export function urgencyOf(
  need: { dueAt: Date | null; covered: boolean },
  stop: { startsAt: Date; endsAt: Date },
  now: Date,
): Urgency {
  if (need.covered) return 'covered'
  if (now >= stop.endsAt) return 'missed'
  const latest = Math.min(dueOf(need.dueAt, stop.startsAt).getTime(), dueOf(null, stop.startsAt).getTime())
  return now.getTime() >= latest ? 'late' : 'open'
}

/** Whole days until the start, 0 on the day and after. */
export const daysUntil = (startsAt: Date, now: Date): number =>
  Math.max(0, Math.ceil((startsAt.getTime() - now.getTime()) / day))

/** After so many days without a word an ask counts as silent. */
const silentDays = 7

type AskState = 'open' | 'yes' | 'no' | 'silent'

/** What came of an ask: what was answered, else silence after a week. */
export function askStateOf(ask: { answer: 'yes' | 'no' | 'silent' | null; askedAt: Date }, now: Date): AskState {
  if (ask.answer) return ask.answer
  return now.getTime() - ask.askedAt.getTime() >= silentDays * day ? 'silent' : 'open'
}
