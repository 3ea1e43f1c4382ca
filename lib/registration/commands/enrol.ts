import 'server-only'
import { config } from '@/lib/config'
import type { Recorder } from '@/lib/database/change'
import type { Asked } from '@/lib/database/change-together'
import type { Transaction } from '@/lib/database/client'
import { allowances } from '@/lib/mail/outbox'
import { makeLinks, type NewLink } from '@/lib/people/holder'
import type { PublishedEvent } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { seal } from '@/lib/values/seal'
import { opennessOf, seatFor } from '../rules'
import type { Given } from '../rules/questions'
import type { RegistrationInput } from '../schema'
import { insertAnswers } from './answers'
import { type Invitation, invitationsFor } from './holds'
import { findLiveEach, insertRegistrations, type Placed } from './insert'
import { type Addressee, type Letter, type Occasion, putLetters } from './letters'
import { promoteWaiting } from './promote'
import { type Seats, seatsOf } from './seats'

/** What is kept of one registering under its key. */
export type Enrolled =
  | { known: true }
  | { known: false; registrationId: string; status: string; linkId: string; sealed: string }

/** What was filled in, with the answers to the organiser's questions. */
export type Filled = RegistrationInput & { answers?: Given[] }
type Form = Asked<Filled>
type Seat = Placed['status'] | Invitation
/** Everything that decides about the forms of one batch: read once, then kept true in memory while seats are taken. */
type Desk = {
  seats: Seats
  known: Map<string, Addressee & { id: string }>
  comers: Set<string>
  allowed: Map<string, number>
  invitations: Map<string, Invitation>
}

const occasions = {
  confirmed: 'ticket',
  waitlisted: 'waiting',
  pending: 'pending',
  known: 'again',
} as const satisfies Record<Placed['status'] | 'known', Occasion>

/**
 * A step of registering, behind the event's lock: all forms of one batch, in the order they came, by a fixed number of
 * statements whatever their number. `admit` decides about each alone; what it throws ends that one only.
 */
export async function enrolAll(
  tx: Transaction,
  record: Recorder,
  event: PublishedEvent,
  forms: Form[],
): Promise<(Enrolled | Error)[]> {
  const desk = await openDesk(tx, record, event, forms)
  const decided = forms.map((form) => ({ form, seat: attempt(() => admit(desk, form.input)) }))
  const placed = decided.flatMap(({ form, seat }): Placed[] =>
    seat === 'known' || seat instanceof Error ? [] : [{ ...placeAt(seat), requestKey: form.key, guest: form.input }],
  )
  const newcomers = await insertRegistrations(tx, { eventId: event.eventId, seats: desk.seats }, placed)
  for (const row of newcomers) desk.known.set(row.contact, row)
  await insertAnswers(
    tx,
    event.eventId,
    decided.flatMap(({ form, seat }) => {
      if (seat === 'known' || seat instanceof Error) return []
      return [{ registrationId: rowOf(desk, form).id, answers: form.input.answers ?? [] }]
    }),
  )
  const settled = decided.map(({ form, seat }) =>
    seat instanceof Error ? seat : { form, seat, row: rowOf(desk, form), written: mayWrite(desk, form) },
  )
  const linked = settled.flatMap((one) => (one instanceof Error || (one.seat === 'known' && !one.written) ? [] : [one]))
  const links = await makeLinks(
    tx,
    'ticket',
    event,
    linked.map(({ row }) => row.id),
  )
  const linkOf = new Map(linked.map((one, n) => [one, links[n] as NewLink]))
  await putLetters(
    tx,
    event,
    linked.flatMap((one): Letter[] => {
      const { row, seat, written } = one
      if (!written) return []
      return [
        { occasion: occasions[statusOf(seat)], registrationId: row.id, to: row, secret: linkOf.get(one)?.secret ?? '' },
      ]
    }),
  )
  return settled.map((one) => (one instanceof Error ? one : answer(one, linkOf.get(one))))
}

/** What decides about the batch, after those who waited longer had their turn at seats that are free by now. */
async function openDesk(tx: Transaction, record: Recorder, event: PublishedEvent, forms: Form[]): Promise<Desk> {
  const contacts = [...new Set(forms.map(({ input }) => input.contact.contact as string))]
  const before = await seatsOf(tx, event.eventId)
  const open = opennessOf(before, before.now) === 'open'
  const promoted = open && (await promoteWaiting(tx, event, record, before)) > 0
  return {
    seats: promoted ? await seatsOf(tx, event.eventId) : before,
    known: await findLiveEach(tx, event.eventId, contacts),
    comers: new Set(),
    allowed: await allowances(tx, contacts),
    invitations: await invitationsFor(tx, event.eventId, [...new Set(forms.flatMap(({ input }) => input.code || []))]),
  }
}

/** Decides about one form and takes its seat at the desk; refuses where one can't register now. */
function admit(desk: Desk, input: Filled): Seat | 'known' {
  const openness = opennessOf(desk.seats, desk.seats.now)
  if (openness !== 'open') refuse(`registration.not-open-${openness}`)
  const { contact } = input.contact
  if (desk.known.has(contact) || desk.comers.has(contact)) return 'known'
  const invitation = invitationOf(desk, input)
  if (invitation) {
    invitation.take()
    desk.comers.add(contact)
    return invitation
  }
  const status = seatFor(desk.seats, desk.seats.someoneWaits)
  if (status === 'confirmed') desk.seats.openCount++
  if (status === 'waitlisted') desk.seats.someoneWaits = true
  desk.comers.add(contact)
  return status
}

/** What the code opens, or null without one; refuses beside the field a code that opens nothing, or none where it is needed. */
function invitationOf({ invitations, seats }: Desk, { code }: Filled): Invitation | null {
  if (!code) return seats.entryMode === 'invitation' ? refuse('registration.code-needed', { field: 'code' }) : null
  const invitation = invitations.get(code) ?? refuse('registration.code-unknown', { field: 'code' })
  return invitation.left() > 0 ? invitation : refuse('registration.code-used-up', { field: 'code' })
}

const statusOf = (seat: Seat | 'known') => (typeof seat === 'string' ? seat : 'confirmed')
const placeAt = (seat: Seat): Pick<Placed, 'status' | 'invitation'> =>
  typeof seat === 'string' ? { status: seat } : { status: 'confirmed', invitation: seat }

function attempt<T>(work: () => T): T | Error {
  try {
    return work()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const rowOf = (desk: Desk, form: Form) => desk.known.get(form.input.contact.contact) as Addressee & { id: string }

/** Takes one message of what may still be sent to the form's address. */
function mayWrite(desk: Desk, form: Form): boolean {
  const { contact } = form.input.contact
  const left = desk.allowed.get(contact) ?? 0
  desk.allowed.set(contact, left - 1)
  return left > 0
}

function answer(
  { form, seat, row }: { form: Form; seat: Seat | 'known'; row: { id: string } },
  link: NewLink | undefined,
): Enrolled {
  form.record(
    seat === 'known' ? 'registration.repeated' : 'registration.added',
    row.id,
    seat === 'known' ? {} : { status: statusOf(seat), ...(typeof seat === 'string' ? {} : { hold: seat.holdId }) },
  )
  if (seat === 'known' || !link) return { known: true }
  const sealed = Buffer.from(seal(link.secret, config().AUTH_SECRET, 'ticket')).toString('base64')
  return { known: false, registrationId: row.id, status: statusOf(seat), linkId: link.id, sealed }
}
