import 'server-only'
import type { Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EndCause } from '@/lib/database/generated/client'
import { refuse } from '@/lib/values/refusal'
import { restoredStatus, undoMinutes } from '../rules/seats'
import { promoteWaiting } from './promote'
import { nextPlace, seatsOf } from './seats'

/** Steps that guests and organisers take alike, inside someone's transaction that holds the event's lock. */
export type Within = { seriesId: string; eventId: string }

const live = ['pending', 'confirmed', 'waitlisted']

/** A registration's state, or the refusal `form.not-found`. */
export async function stateOf(tx: Transaction, { eventId }: Within, id: string) {
  const row = await tx.registration.findUnique({
    where: { key: { eventId, id } },
    select: {
      status: true,
      confirmedAt: true,
      endedAt: true,
      endCause: true,
      offerExpiresAt: true,
      reconfirmAskedAt: true,
      holdId: true,
      codeId: true,
      waitlistPosition: true,
      contact: true,
      shownAs: true,
      version: true,
    },
  })
  return row ?? refuse('form.not-found')
}

/** Ends a live registration; a freed seat goes to whoever waits longest. Refuses those who are in, or not live. */
export async function endRegistration(
  tx: Transaction,
  record: Recorder,
  within: Within,
  end: { id: string; as: 'cancelled' | 'declined'; cause?: EndCause },
): Promise<void> {
  const { eventId } = within
  const before = await stateOf(tx, within, end.id)
  if (!live.includes(before.status)) refuse('registration.not-live')
  if (end.as === 'declined' && before.status === 'confirmed') refuse('registration.confirmed-already')
  if (await isIn(tx, eventId, end.id)) refuse('registration.already-in')
  const { now } = await seatsOf(tx, eventId)
  await tx.registration.update({
    where: { key: { eventId, id: end.id } },
    data: { status: end.as, endedAt: now, endCause: end.cause ?? null, version: { increment: 1 } },
  })
  record(`registration.${end.as}`, end.id, { from: before.status, ...(end.cause ? { cause: end.cause } : {}) })
  if (before.status === 'confirmed' || before.offerExpiresAt) await promoteWaiting(tx, within, record)
}

/** Takes an end back: see restoredStatus. Answers what the registration is now. */
export async function restoreRegistration(tx: Transaction, record: Recorder, within: Within, id: string) {
  const { eventId } = within
  const before = await stateOf(tx, within, id)
  if (before.status !== 'cancelled' && before.status !== 'declined') refuse('registration.live-already')
  if (before.contact.startsWith('erased:')) refuse('registration.erased')
  await promoteWaiting(tx, within, record)
  const seats = await seatsOf(tx, eventId)
  if (before.holdId && (await takeHeldSeatBack(tx, within, { ...before, id }, seats.now))) {
    record('registration.restored', id, { status: 'confirmed' })
    return 'confirmed' as const
  }
  const ended = { status: before.status, wasApproved: before.confirmedAt !== null }
  const status = restoredStatus(ended, seats, seats.someoneWaits)
  const justNow = before.endedAt !== null && seats.now.getTime() - before.endedAt.getTime() < undoMinutes * 60_000
  // An offer that ran out is no slip of the finger: whoever wants to come after all joins the end of the queue.
  const slipped = justNow && !before.confirmedAt && before.endCause !== 'offer_expired'
  const oldPlace = slipped ? before.waitlistPosition : null
  await tx.registration.update({
    where: { key: { eventId, id } },
    data: {
      status,
      endedAt: null,
      endCause: null,
      jumpReason: null,
      shownAs: null,
      shownPlace: null,
      // Whoever can't have the seat set aside for them any more stands in line like everybody.
      holdId: null,
      codeId: null,
      waitlistPosition:
        status === 'waitlisted' ? (oldPlace ?? (await nextPlace(tx, eventId))) : before.waitlistPosition,
      confirmedAt: status === 'confirmed' ? seats.now : before.confirmedAt,
      version: { increment: 1 },
    },
  })
  record('registration.restored', id, { status })
  return status
}

/** Gives somebody the seat set aside for them again, while its hold and code still open one. */
async function takeHeldSeatBack(
  tx: Transaction,
  { eventId }: Within,
  before: { id: string; holdId: string | null; codeId: string | null },
  now: Date,
): Promise<boolean> {
  const hold = await tx.hold.findUnique({
    where: { key: { eventId, id: before.holdId ?? '' } },
    include: { codes: { where: { id: before.codeId ?? before.holdId ?? '' }, select: { uses: true, mostUses: true } } },
  })
  const [code] = hold?.codes ?? []
  if (!hold || hold.closedAt || hold.taken >= hold.seats || (code && code.uses >= code.mostUses)) return false
  await tx.registration.update({
    where: { key: { eventId, id: before.id } },
    data: { status: 'confirmed', endedAt: null, endCause: null, confirmedAt: now, version: { increment: 1 } },
  })
  return true
}

/** Has somebody been let in on this ticket? */
export async function isIn(tx: Transaction, eventId: string, registrationId: string): Promise<boolean> {
  const scan = await tx.checkIn.findFirst({
    where: { eventId, registrationId, outcome: 'accepted', undoneAt: null },
    select: { id: true },
  })
  return scan !== null
}
