import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { seatsLeft } from '../rules/seats'
import type { GuestInput, JumpInput } from '../schema/registration'
import { findLive, insertRegistration } from './insert'
import { putLetter } from './letters'
import { promoteWaiting } from './promote'
import { nextPlace, seatsOf } from './seats'
import { endRegistration, restoreRegistration, stateOf } from './steps'

/** What organisers do with the guests of an event. */
type Guests = EventScope<'guests.edit'>
type Decision = { id: string; notify: boolean }

const full = {
  events_never_oversold: () => refuse('registration.full'),
  events_open_seats_fit: () => refuse('registration.full'),
}
const again = { registrations_one_live_per_person: () => refuse('registration.registered-again') }

/** Approves a pending registration: a seat while one is left and nobody waits, else the next place in the queue. */
export const approveGuest = (scope: Guests, { id, notify }: Decision) =>
  change(scope, full, async (tx, record) => {
    if ((await stateOf(tx, scope, id)).status !== 'pending') refuse('registration.not-pending')
    await promoteWaiting(tx, scope, record)
    const seats = await seatsOf(tx, scope.eventId)
    const seated = seatsLeft(seats) > 0 && !seats.someoneWaits
    await tx.registration.update({
      where: scope.key(id),
      data: seated
        ? { status: 'confirmed', confirmedAt: seats.now, version: { increment: 1 } }
        : { status: 'waitlisted', waitlistPosition: await nextPlace(tx, scope.eventId), version: { increment: 1 } },
    })
    if (notify) await putLetter(tx, seated ? 'approved' : 'waiting', { ...scope, registrationId: id })
    record('registration.approved', id, { status: seated ? 'confirmed' : 'waitlisted' })
    return seated ? ('confirmed' as const) : ('waitlisted' as const)
  })

/**
 * Seats somebody from the queue before those who wait longer. The reason stays with the registration, for the log and
 * the guest's history. Refuses `registration.full` without a free seat of the public pool.
 */
export const seatOutOfTurn = (scope: Guests, { id, reason, notify }: JumpInput) =>
  change(scope, full, async (tx, record) => {
    const { status, offerExpiresAt } = await stateOf(tx, scope, id)
    if (status !== 'waitlisted') refuse('registration.not-waiting')
    const seats = await seatsOf(tx, scope.eventId)
    if (!offerExpiresAt && seatsLeft(seats) === 0) refuse('registration.full')
    const where = scope.key(id)
    // The same words again would look to Postgres like no reason given.
    await tx.registration.update({ where, data: { jumpReason: null, offerExpiresAt: null } })
    await tx.registration.update({
      where,
      data: { status: 'confirmed', confirmedAt: seats.now, jumpReason: reason, version: { increment: 1 } },
    })
    if (notify) await putLetter(tx, 'approved', { ...scope, registrationId: id })
    record('registration.jumped', id)
  })

/** Declines somebody who is pending or waits. */
export const declineGuest = (scope: Guests, { id, notify }: Decision) =>
  change(scope, {}, async (tx, record) => {
    await endRegistration(tx, record, scope, { id, as: 'declined' })
    if (notify) await putLetter(tx, 'declined', { ...scope, registrationId: id })
  })

/** Cancels for somebody; a freed seat goes to whoever waits longest. */
export const cancelGuest = (scope: Guests, { id, notify }: Decision) =>
  change(scope, {}, async (tx, record) => {
    await endRegistration(tx, record, scope, { id, as: 'cancelled' })
    if (notify) await putLetter(tx, 'cancelled', { ...scope, registrationId: id })
  })

/** Takes a cancellation or "no" back; answers what the registration is now. */
export const restoreGuest = (scope: Guests, id: string) =>
  change(scope, { ...full, ...again }, (tx, record) => restoreRegistration(tx, record, scope, id))

/** Adds somebody by hand, without asking whether registration is open. Answers the id and what they became. */
export const addGuest = (scope: Guests, input: GuestInput, once: Repeatable | undefined) =>
  change(
    scope,
    { ...full, ...again },
    async (tx, record) => {
      await promoteWaiting(tx, scope, record)
      if (await findLive(tx, scope.eventId, input.contact.contact)) {
        refuse('registration.on-the-list', { field: 'contact' })
      }
      const seats = await seatsOf(tx, scope.eventId)
      const holdId = input.hold || null
      if (holdId) await heldSeat(tx, scope, holdId)
      const status = holdId || (seatsLeft(seats) > 0 && !seats.someoneWaits) ? 'confirmed' : 'waitlisted'
      const requestKey = once?.key ?? crypto.randomUUID()
      const { id } = await insertRegistration(
        tx,
        { eventId: scope.eventId, status, requestKey, seats, ...(holdId ? { invitation: { holdId } } : {}) },
        input,
      )
      if (input.notify) {
        await putLetter(tx, status === 'confirmed' ? 'ticket' : 'waiting', { ...scope, registrationId: id })
      }
      record('registration.added', id, { status, byHand: true })
      return { id, status }
    },
    once,
  )

/** Refuses where nothing set aside is left to give. */
async function heldSeat(tx: Transaction, scope: Guests, id: string): Promise<void> {
  const hold = (await tx.hold.findUnique({ where: scope.key(id) })) ?? refuse('form.not-found')
  if (hold.closedAt || hold.taken >= hold.seats) refuse('registration.hold-full', { field: 'hold' })
}

/** Sends somebody the link to their ticket again. */
export const sendTicketAgain = (scope: Guests, id: string) =>
  change(scope, {}, async (tx, record) => {
    const { contact } = await stateOf(tx, scope, id)
    if (contact.startsWith('erased:')) refuse('registration.erased')
    await putLetter(tx, 'again', { ...scope, registrationId: id })
    record('registration.link-sent', id)
  })

/** Gives free seats to those who wait longest, after the capacity was raised. Answers how many came in. */
export const letWaitingIn = (scope: Guests) =>
  change(scope, {}, async (tx, record) => {
    const count = await promoteWaiting(tx, scope, record)
    if (count === 0) refuse('registration.nobody-to-let-in')
    return count
  })
