import 'server-only'
import { change, type Recorder, type Repeatable } from '@/lib/database/change'
import { database, type Transaction } from '@/lib/database/client'
import { holderOf } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { findLive, insertRegistration } from '@/lib/registration/commands/insert'
import { putLetter } from '@/lib/registration/commands/letters'
import { promoteWaiting } from '@/lib/registration/commands/promote'
import { seatsOf } from '@/lib/registration/commands/seats'
import { seatsLeft } from '@/lib/registration/rules/seats'
import type { GuestInput } from '@/lib/registration/schema/registration'
import { refuse } from '@/lib/values/refusal'
import { readTyped } from './rules'

type Door = EventScope<'checkin.run'>

const promises = {
  check_ins_one_accepted_per_ticket: () => refuse('checkin.already-in'),
  check_ins_only_confirmed: () => refuse('checkin.not-confirmed'),
  check_ins_pkey: () => refuse('form.key-used-for-something-else'),
  registrations_one_per_request: () => refuse('form.key-used-for-something-else'),
}

/**
 * Whose ticket is this? A ticket's address, or its code; null when it is neither and so may be a name. Refuses
 * `checkin.unknown-ticket` for an address that opens nothing here.
 */
export async function findTyped(scope: Door, text: string): Promise<string | null> {
  const typed = readTyped(text)
  if (typed.kind === 'secret') {
    const ticket = await holderOf('ticket', typed.secret)
    return ticket?.eventId === scope.eventId ? ticket.subjectId : refuse('checkin.unknown-ticket')
  }
  if (typed.kind === 'name') return null
  const row = await database().registration.findFirst({
    where: { ...scope.within, ticketCode: typed.code },
    select: { id: true },
  })
  return row?.id ?? null
}

/**
 * Notes one scan of a ticket and answers how it went: accepted once, then "duplicate"; "refused" for whoever has no
 * seat. Every scan is kept under the id its page made, and the same id again answers the same.
 */
export const scanTicket = (scope: Door, scan: { scan: string; registrationId: string }) =>
  change(
    scope,
    promises,
    async (tx, record) => {
      const outcome = await verdictOf(tx, scope.eventId, scan.registrationId)
      await keepScan(tx, record, scope, { id: scan.scan, registrationId: scan.registrationId, outcome })
      return outcome
    },
    { key: scan.scan, input: scan },
  )

async function verdictOf(tx: Transaction, eventId: string, registrationId: string) {
  const ticket = await tx.registration.findUnique({
    where: { key: { eventId, id: registrationId } },
    select: { status: true, checkIns: { where: { outcome: 'accepted', undoneAt: null }, select: { id: true } } },
  })
  if (!ticket) return refuse('checkin.unknown-ticket')
  if (ticket.checkIns.length > 0) return 'duplicate' as const
  return ticket.status === 'confirmed' ? ('accepted' as const) : ('refused' as const)
}

async function keepScan(
  tx: Transaction,
  record: Recorder,
  scope: Door,
  scan: { id: string; registrationId: string; outcome: 'accepted' | 'duplicate' | 'refused' },
) {
  await tx.checkIn.create({ data: { ...scope.within, ...scan, byPersonId: scope.actorId } })
  record(`checkin.${scan.outcome}`, scan.registrationId, { scan: scan.id })
}

/** Takes an accepted scan back: the person is out again and may come in once more. */
export const undoScan = (scope: Door, id: string) =>
  change(scope, {}, async (tx, record) => {
    const { count } = await tx.checkIn.updateMany({
      where: { ...scope.within, id, outcome: 'accepted', undoneAt: null },
      data: { undoneAt: new Date(), undoneById: scope.actorId },
    })
    if (count === 0) refuse('form.not-found')
    record('checkin.undone', id)
  })

/**
 * Registers somebody who stands at the door and lets them in at once. Somebody already on the list with a seat is let
 * in on it. Refuses `checkin.full` without a seat, and `checkin.called-off` or `checkin.put-off` while the stop is off:
 * whoever hears "you are in" here would wait for nothing. Answers the scan's id.
 */
export const addWalkIn = (scope: Door, input: GuestInput, once: Repeatable) =>
  change(
    scope,
    { ...promises, events_never_oversold: () => refuse('checkin.full') },
    async (tx, record) => {
      const registrationId = await seatAtTheDoor(tx, record, scope, input, once.key)
      await keepScan(tx, record, scope, { id: once.key, registrationId, outcome: 'accepted' })
      return once.key
    },
    once,
  )

async function seatAtTheDoor(tx: Transaction, record: Recorder, scope: Door, input: GuestInput, requestKey: string) {
  const { cancelledAt, postponedAt } = await seatsOf(tx, scope.eventId)
  if (cancelledAt) refuse('checkin.called-off')
  if (postponedAt) refuse('checkin.put-off')
  // Whose turn it is, or was, counts before whoever asks for a seat here is looked up.
  await promoteWaiting(tx, scope, record)
  const known = await findLive(tx, scope.eventId, input.contact.contact)
  if (known) {
    if (known.status !== 'confirmed') refuse('checkin.not-confirmed')
    return known.id
  }
  const seats = await seatsOf(tx, scope.eventId)
  if (seatsLeft(seats) === 0) refuse('checkin.full')
  const { id } = await insertRegistration(tx, { eventId: scope.eventId, status: 'confirmed', requestKey, seats }, input)
  if (input.notify) await putLetter(tx, 'ticket', { ...scope, registrationId: id })
  record('registration.added', id, { status: 'confirmed', atTheDoor: true })
  return id
}
