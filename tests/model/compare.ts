import { database } from '@/lib/database/client'
import { placeOf } from '@/lib/registration/queries/ticket'
import type { Entry } from './deeds'
import { judge } from './rules'
import { heldSeats, type Line, openCount, type Stop, takenOf, usesOf } from './stop'
import type { World } from './world'

/** The first difference between what happened and what the rules say, in words; null when there is none. */
export async function difference(world: World, stop: Stop, entries: Entry[]): Promise<string | null> {
  const order = inTrueOrder(entries)
  return (
    replayed(stop, order) ??
    (await logDiffers(world, order)) ??
    (await stateDiffers(world, stop)) ??
    (await lettersDiffer(world, order)) ??
    outOfOrder(order)
  )
}

type Judged = Entry & { lines?: Line[] }

/** By the number each saw; whoever was turned away without a trace stood before the one who then took that number. */
export const inTrueOrder = (entries: Entry[]): Judged[] =>
  entries
    .filter(({ serial }) => serial !== null)
    .sort((a, b) => Number((a.serial as bigint) - (b.serial as bigint)) || Number(a.committed) - Number(b.committed))

function outOfOrder(order: Judged[]): string | null {
  const took = order.filter(({ committed }) => committed)
  for (const [n, entry] of took.entries()) {
    if (entry.serial !== BigInt(n + 1)) return `number ${n + 1} was taken by nobody, or twice`
    const later = took.slice(n + 1).find((other) => other.answeredAt > 0 && other.answeredAt < entry.asked)
    if (later) return `${told(later)} was answered before ${told(entry)} was asked, and stands behind it`
  }
  return null
}

function replayed(stop: Stop, order: Judged[]): string | null {
  for (const entry of order) {
    if (entry.failed || wasBusy(entry)) continue
    const expected = judge(stop, entry.deed, entry.answer)
    entry.lines = stop.lines
    if (plain(expected) !== plain(entry.answer)) {
      return `${told(entry)}\n  the rules say ${plain(expected)}`
    }
  }
  return null
}

/** Told to come again: then nothing may have been done. */
const wasBusy = ({ answer }: Entry) => 'refused' in answer && answer.refused === 'form.busy'

/** An answer without what only names new things to the rules. */
const plain = (answer: unknown) => JSON.stringify(answer, (key, value) => (key === 'ids' ? undefined : value))

export const told = ({ serial, deed, answer, failed }: Entry) => {
  const { do: name, ...rest } = deed
  return `#${serial ?? '?'} ${name} ${JSON.stringify(rest)} → ${failed ? 'broken off' : JSON.stringify(answer)}`
}

const sorted = (lines: Line[]) =>
  lines
    .map(({ verb, subject }) => `${verb} ${subject}`)
    .sort()
    .join(', ')

/** One entry of the log for each thing that happened, under the number of the transaction that did it. */
async function logDiffers({ eventId }: World, order: Judged[]): Promise<string | null> {
  const rows = await database().activity.findMany({
    where: { eventId },
    select: { serial: true, verb: true, subjectId: true },
  })
  const written = new Map<bigint, Line[]>()
  const expected = new Map<bigint, Line[]>()
  const batches = new Map(order.flatMap(({ serial, batch }) => (serial && batch ? [[serial, batch.to]] : [])))
  const put = (into: Map<bigint, Line[]>, serial: bigint, lines: Line[]) => {
    const to = batches.get(serial) ?? serial
    into.set(to, [...(into.get(to) ?? []), ...lines])
  }
  for (const { serial, verb, subjectId } of rows) put(written, serial ?? 0n, [{ verb, subject: subjectId ?? '' }])
  for (const { serial, committed, lines = [] } of order) if (committed) put(expected, serial as bigint, lines)
  for (const serial of new Set([...written.keys(), ...expected.keys()])) {
    const [log, rules] = [sorted(written.get(serial) ?? []), sorted(expected.get(serial) ?? [])]
    if (log !== rules) return `the log of #${serial} says ${log || 'nothing'}\n  the rules say ${rules || 'nothing'}`
  }
  return null
}

async function stateDiffers(world: World, stop: Stop): Promise<string | null> {
  const rules = asTold(world, stop)
  const rows = await asStored(world, stop)
  for (const key of Object.keys({ ...rules, ...rows })) {
    const [said, found] = [JSON.stringify(rules[key]), JSON.stringify(rows[key])]
    if (said !== found) return `in the end ${key} is ${found}\n  the rules say ${said}`
  }
  return null
}

type State = Record<string, unknown>

/** Places in the queue are asked for one by one: of every fifth. */
const isLookedUp = (position: number | null) => (position ?? 0) % 5 === 1

function asTold(world: World, stop: Stop): State {
  const queue = stop.guests
    .filter(({ status }) => status === 'waitlisted')
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  const state: State = {
    event: {
      capacity: stop.capacity,
      confirmed: stop.guests.filter(({ status }) => status === 'confirmed').length,
      open: openCount(stop),
      held: heldSeats(stop),
      lastPlace: stop.lastPlace,
      off: stop.off,
      later: stop.later,
      version: stop.version,
    },
  }
  for (const hold of stop.holds) {
    const uses = hold.uses === null ? 0 : usesOf(stop, hold.id)
    state[`hold ${hold.id}`] = { seats: hold.seats, taken: takenOf(stop, hold.id), closed: hold.closed, uses }
  }
  for (const guest of stop.guests) {
    state[`guest ${guest.id}`] = {
      status: guest.status,
      contact: guest.person === null ? `erased:${guest.id}` : world.address(guest.person),
      position: guest.status === 'waitlisted' ? guest.place : null,
      place: guest.status === 'waitlisted' && isLookedUp(guest.place) ? queue.indexOf(guest) + 1 : null,
      // To a quarter of an hour: how finely an eighth is rounded is not the rules' affair.
      offer: guest.offer === null ? null : Math.round((guest.offer - stop.now) / 900_000),
      cause: guest.cause,
      hold: guest.hold,
      asked: guest.asked !== null,
      stillComing: guest.stillComing,
      shown: guest.shown && [guest.shown, guest.shownPlace],
      reminded: guest.reminded,
      scan: guest.scan,
    }
  }
  return state
}

async function asStored({ eventId, guests: { within } }: World, stop: Stop): Promise<State> {
  const db = database()
  const event = await db.event.findUniqueOrThrow({ where: { id: eventId } })
  const state: State = {
    event: {
      capacity: event.capacity,
      confirmed: event.confirmedCount,
      open: event.openCount,
      held: event.heldSeats,
      lastPlace: event.waitlistLast,
      off: event.cancelledAt !== null,
      later: event.postponedAt !== null,
      version: event.version,
    },
  }
  for (const hold of await db.hold.findMany({ where: { eventId }, orderBy: { id: 'asc' }, include: { codes: true } })) {
    const uses = hold.codes.reduce((sum, code) => sum + code.uses, 0)
    state[`hold ${hold.id}`] = { seats: hold.seats, taken: hold.taken, closed: hold.closedAt !== null, uses }
  }
  const rows = await db.registration.findMany({ where: { eventId }, include: { checkIns: true } })
  for (const row of rows) {
    const waits = row.status === 'waitlisted'
    const near = stop.guests.find(({ id }) => id === row.id)?.offer ?? null
    state[`guest ${row.id}`] = {
      status: row.status,
      contact: row.contact,
      position: waits ? row.waitlistPosition : null,
      place: waits && isLookedUp(row.waitlistPosition) ? await placeOf({ within }, row.waitlistPosition ?? 0) : null,
      offer: roundedLike(near, row.offerExpiresAt, stop.now),
      cause: row.endCause,
      hold: row.holdId,
      asked: row.reconfirmAskedAt !== null,
      stillComing: row.reconfirmedAt !== null,
      shown: row.shownAs && [row.shownAs, row.shownPlace],
      reminded: row.remindedAt !== null,
      scan: row.checkIns.find(({ outcome, undoneAt }) => outcome === 'accepted' && !undoneAt)?.id ?? null,
    }
  }
  return state
}

/** An instant in quarters of an hour, as the rules count theirs when the two are close. */
function roundedLike(told: number | null, found: Date | null, now: number): number | null {
  if (!found) return null
  const close = told !== null && Math.abs(found.getTime() - told) < 300_000
  return Math.round(((close ? told : found.getTime()) - now) / 900_000)
}

const letters: Record<string, string> = {
  'registration.promoted': 'registration-promoted',
  'registration.offered': 'registration-offered',
  'registration.offer-expired': 'registration-lapsed',
  'registration.asked-again': 'registration-reconfirm',
  'registration.reminded': 'registration-reminder',
}

/** Everybody is told of what happens to them without their doing, once each time. */
async function lettersDiffer({ eventId }: World, order: Judged[]): Promise<string | null> {
  const rows = await database().message.groupBy({ by: ['kind'], where: { eventId }, _count: true })
  const sent = new Map(rows.map(({ kind, _count }) => [kind, _count]))
  const lines = order.flatMap(({ lines = [] }) => lines)
  for (const [verb, kind] of Object.entries(letters)) {
    const due = lines.filter((line) => line.verb === verb).length
    if ((sent.get(kind) ?? 0) !== due)
      return `${sent.get(kind) ?? 0} letters ${kind} were written\n  the rules say ${due}`
  }
  return null
}
