import 'server-only'
import { config } from '@/lib/config'
import type { Recorder } from '@/lib/database/change'
import type { Asked } from '@/lib/database/change-together'
import type { Transaction } from '@/lib/database/client'
import { answersOf, leaveTogether, type Send } from '@/lib/database/leave'
import { allowances } from '@/lib/mail/outbox'
import { insertLinks, type NewLink, newLinks } from '@/lib/people/holder'
import type { PublishedEvent } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { seal, unseal } from '@/lib/values/seal'
import { eventForLetters, type LetterEvent } from '../queries/announcement'
import type { Given } from '../rules/questions'
import { type Live, opennessOf, seatFor, shownInstead } from '../rules/seats'
import type { RegistrationInput } from '../schema/registration'
import { insertAnswers } from './answers'
import { type Invitation, invitationsFor } from './holds'
import { findLiveEach, freeTicketCodes, insertRows, newRows, type Placed } from './insert'
import { type Addressee, type Letter, type Occasion, putLetters } from './letters'
import { promoteWaiting } from './promote'
import { seatByCode } from './seat-by-code'
import { type Seats, seatsOf } from './seats'

/** What is kept of one registering under its key. `standIn`: the contact was registered already. */
export type Enrolled = { standIn: boolean; registrationId: string; status: string; linkId: string; sealed: string }

// Those of this process need not be opened again for the one answer they are made for.
const secrets = new WeakMap<Enrolled, string>()

/** The secret of a ticket's link, which is kept only sealed. */
export const secretOf = (enrolled: Enrolled): string =>
  secrets.get(enrolled) ?? unseal(Buffer.from(enrolled.sealed, 'base64'), config().AUTH_SECRET, 'ticket')

/** What was filled in, with the answers to the organiser's questions. */
export type Filled = RegistrationInput & { answers?: Given[]; searchText?: string }
type Form = Asked<Filled>
/** What somebody gets whose contact is registered already. */
type StandIn = { shown: { as: Live; place: number | null } }
type Seat = Live | Invitation | StandIn
type Person = Addressee & { id: string; status: Live }
/** Everything that decides about the forms of one batch: read once, then kept true in memory while seats are taken. */
type Desk = {
  seats: Seats
  known: Map<string, Person>
  /** What those of this very batch became. */
  comers: Map<string, Live>
  allowed: Map<string, number>
  invitations: Map<string, Invitation>
  /** Contacts that were registered already and came with a code, and the seat that it opens. */
  invited: Map<string, Invitation>
  /** Ticket codes that are free, enough for all. */
  codes: string[]
  stop: LetterEvent
}

const occasions = {
  confirmed: 'ticket',
  waitlisted: 'waiting',
  pending: 'pending',
} as const satisfies Record<Live, Occasion>

/**
 * A step of registering, behind the event's lock: all forms of one batch, in the order they came, by a fixed number of
 * statements whatever their number. `admit` decides about each alone; what it throws ends that one only. All that is
 * written leaves for Postgres one behind the other, in an order in which each row finds what it refers to.
 */
export async function enrolAll(
  tx: Transaction,
  record: Recorder,
  event: PublishedEvent,
  forms: Form[],
  send: Send,
): Promise<(Enrolled | Error)[]> {
  const desk = await openDesk(tx, record, event, forms)
  const moves = forms.findIndex((form, n) => isMove(desk, form, forms.slice(0, n)))
  if (moves < 0 || moves === forms.length - 1) return enrolAt(desk, tx, record, event, forms, send)
  const before = await enrolAt(desk, tx, record, event, forms.slice(0, moves + 1), send)
  return [...before, ...(await enrolAll(tx, record, event, forms.slice(moves + 1), send))]
}

/** Whoever is registered already and comes with a code leaves a seat or a place: the next ones find it left. */
const isMove = ({ invitations, known }: Desk, { input: { code, contact } }: Form, earlier: Form[]): boolean =>
  Boolean(code && invitations.has(code)) &&
  (known.has(contact.contact) || earlier.some(({ input }) => input.contact.contact === contact.contact))

async function enrolAt(
  desk: Desk,
  tx: Transaction,
  record: Recorder,
  event: PublishedEvent,
  forms: Form[],
  send: Send,
): Promise<(Enrolled | Error)[]> {
  const decided = forms.map((form) => ({ form, seat: attempt(() => admit(desk, form.input)) }))
  const seated = decided.flatMap(({ form, seat }) => (seat instanceof Error ? [] : [{ form, seat }]))
  const rows = newRows(
    seated.map(({ form, seat }): Placed => ({ ...placeAt(seat), requestKey: form.key, guest: form.input })),
    desk.codes,
  )
  const settled = seated.map((one, n) => ({ ...one, row: rows[n] as Person }))
  for (const { seat, row } of settled) if (!isStandIn(seat)) desk.known.set(row.contact, row)
  // Each on its way before the next is made, and all before the answers: that is work while Postgres stores.
  const inserted = insertRows(tx, { eventId: event.eventId, seats: desk.seats }, rows)
  await send(inserted)
  const { links, letters, handed } = handOutLinks(desk, settled)
  const linked = insertLinks(tx, 'ticket', event, links)
  await send(linked)
  const written = putLetters(tx, event, letters, desk.stop)
  await send(written)
  const answered = settled.map(({ form, row }) => ({ registrationId: row.id, answers: form.input.answers ?? [] }))
  if (desk.invited.size > 0 || answered.some(({ answers }) => answers.length > 0)) {
    await answersOf([inserted, linked, written])
    await insertAnswers(tx, event.eventId, answered)
    if (await seatByCode(tx, event.eventId, desk.invited)) await promoteWaiting(tx, event, record)
  }
  return decided.map(({ form, seat }) => (seat instanceof Error ? seat : answer(form, handed.get(form) as Handed)))
}

type Settled = { form: Form; seat: Seat; row: Person }
type Handed = Settled & { first: Person; link: NewLink }

/**
 * A link for everybody who came, and a message with one to whoever is written to: the newcomer, or the person who
 * registered this contact first, whose own link is the only one that ever leads to the first registration.
 */
function handOutLinks(desk: Desk, settled: Settled[]) {
  const asked = settled.map((one) => ({
    ...one,
    first: desk.known.get(one.row.contact) as Person,
    written: mayWrite(desk, one.form),
  }))
  const reminded = asked.filter(({ seat, written }) => isStandIn(seat) && written)
  const links = newLinks([...asked.map(({ row }) => row.id), ...reminded.map(({ first }) => first.id)])
  const handed = asked.map((one, n) => ({ ...one, link: links[n] as NewLink }))
  const letters = [
    ...handed.flatMap(({ seat, written, row, link }): Letter[] =>
      isStandIn(seat) || !written ? [] : [letterTo(row, occasions[statusOf(seat)], link)],
    ),
    ...reminded.map(({ first }, n) => {
      const seated = first.status !== 'confirmed' && desk.invited.has(first.contact)
      return letterTo(first, seated ? 'approved' : 'repeated', links[asked.length + n] as NewLink)
    }),
  ]
  return { links, letters, handed: new Map(handed.map((one) => [one.form, one])) }
}

const letterTo = (to: Person, occasion: Occasion, { secret }: NewLink): Letter => ({
  occasion,
  registrationId: to.id,
  to,
  secret,
})

/** What decides about the batch, after those who waited longer had their turn at seats that are free by now. */
async function openDesk(tx: Transaction, record: Recorder, event: PublishedEvent, forms: Form[]): Promise<Desk> {
  const contacts = [...new Set(forms.map(({ input }) => input.contact.contact as string))]
  const before = await seatsOf(tx, event.eventId)
  const open = opennessOf(before, before.now) === 'open'
  const promoted = open && (await promoteWaiting(tx, event, record, before)) > 0
  const seats = promoted ? await seatsOf(tx, event.eventId) : before
  const [known, allowed, invitations, codes, stop] = await leaveTogether(
    () => findLiveEach(tx, event.eventId, contacts),
    () => allowances(tx, contacts),
    () => invitationsFor(tx, event.eventId, [...new Set(forms.flatMap(({ input }) => input.code || []))]),
    () => freeTicketCodes(tx, event.eventId, forms.length),
    () => eventForLetters(tx, event.eventId),
  )
  return { seats, known, comers: new Map(), allowed, invitations, invited: new Map(), codes, stop }
}

/**
 * Decides about one form and takes its seat at the desk; refuses where one can't register now. Whatever is asked of
 * somebody new is asked first, so that a refusal says nothing about the contact either.
 */
function admit(desk: Desk, input: Filled): Seat {
  const openness = opennessOf(desk.seats, desk.seats.now)
  if (openness !== 'open') refuse(`registration.not-open-${openness}`)
  const { contact } = input.contact
  const invitation = invitationOf(desk, input)
  const fresh = invitation ? 'confirmed' : seatFor(desk.seats, desk.seats.someoneWaits)
  const first = desk.known.get(contact)?.status ?? desk.comers.get(contact)
  if (first) {
    if (invitation) {
      invitation.take()
      desk.invited.set(contact, invitation)
    }
    const as = invitation ? fresh : shownInstead(fresh, first)
    return { shown: { as, place: as === 'waitlisted' ? desk.seats.waiting + 1 : null } }
  }
  desk.comers.set(contact, fresh)
  if (invitation) {
    invitation.take()
    return invitation
  }
  if (fresh === 'confirmed') desk.seats.openCount++
  if (fresh === 'waitlisted') {
    desk.seats.someoneWaits = true
    desk.seats.waiting++
  }
  return fresh
}

/** What the code opens, or null without one; refuses beside the field a code that opens nothing, or none where it is needed. */
function invitationOf({ invitations, seats }: Desk, { code }: Filled): Invitation | null {
  if (!code) return seats.entryMode === 'invitation' ? refuse('registration.code-needed', { field: 'code' }) : null
  const invitation = invitations.get(code) ?? refuse('registration.code-unknown', { field: 'code' })
  return invitation.left() > 0 ? invitation : refuse('registration.code-used-up', { field: 'code' })
}

const isStandIn = (seat: Seat): seat is StandIn => typeof seat === 'object' && 'shown' in seat
const statusOf = (seat: Seat): Live => (isStandIn(seat) ? seat.shown.as : typeof seat === 'string' ? seat : 'confirmed')

function placeAt(seat: Seat): Pick<Placed, 'status' | 'invitation' | 'shown'> {
  if (isStandIn(seat)) return { status: 'cancelled', shown: seat.shown }
  return typeof seat === 'string' ? { status: seat } : { status: 'confirmed', invitation: seat }
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Takes one message of what may still be sent to the form's address. */
function mayWrite(desk: Desk, form: Form): boolean {
  const { contact } = form.input.contact
  const left = desk.allowed.get(contact) ?? 0
  desk.allowed.set(contact, left - 1)
  return left > 0
}

function answer(form: Form, { seat, row, first, link }: Handed): Enrolled {
  const standIn = isStandIn(seat)
  const hold = standIn || typeof seat === 'string' ? {} : { hold: seat.holdId }
  if (standIn) form.record('registration.repeated', first.id)
  else form.record('registration.added', row.id, { status: statusOf(seat), ...hold })
  const sealed = Buffer.from(seal(link.secret, config().AUTH_SECRET, 'ticket')).toString('base64')
  const enrolled = { standIn, registrationId: row.id, status: statusOf(seat), linkId: link.id, sealed }
  secrets.set(enrolled, link.secret)
  return enrolled
}
