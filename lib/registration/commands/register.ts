import 'server-only'
import { config } from '@/lib/config'
import { type Actor, change, type Recorder, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { inTurn } from '@/lib/database/turn'
import { mayBother } from '@/lib/mail/outbox'
import { makeLink } from '@/lib/people/holder'
import type { PublishedEvent } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { seal, unseal } from '@/lib/values/seal'
import { hashSecret } from '@/lib/values/secret'
import { opennessOf, seatFor } from '../rules'
import type { RegistrationInput } from '../schema'
import { findLive, insertRegistration } from './insert'
import { type Occasion, putLetter } from './letters'
import { promoteWaiting, seatsOf } from './seats'

/** What a person who registered gets at once: the ticket's link. */
export type NewTicket = { registrationId: string; status: string; linkId: string; secret: string }
type Stored = { known: true } | { known: false; registrationId: string; status: string; linkId: string; sealed: string }

const occasions = { confirmed: 'ticket', waitlisted: 'waiting', pending: 'pending' } as const satisfies Record<
  string,
  Occasion
>

/**
 * Registers one person, behind the event's lock: pending where approval is asked for, confirmed while a seat is left and
 * nobody waits, else the next place in the queue. The same key again answers with the same ticket. An address that is
 * registered already gets its link mailed again and the answer is null, which tells a stranger nothing more. Refuses
 * `registration.not-open-…` by the database's clock.
 */
export async function registerFor(
  event: PublishedEvent,
  input: RegistrationInput,
  once: Repeatable,
): Promise<NewTicket | null> {
  const stored = await inTurn(event.eventId, () =>
    change<Stored>(
      { actor: guestOf(event) },
      {
        events_never_oversold: () => refuse('registration.full'),
        registrations_one_live_per_person: () => refuse('registration.twice-at-once'),
        registrations_one_per_request: () => refuse('form.key-used-for-something-else'),
      },
      (tx, record) => enrol(tx, record, event, input, once.key),
      { key: once.key, input: { event: event.eventId, sent: once.input } },
    ),
  )
  if (stored.known) return null
  const { sealed, known: _known, ...ticket } = stored
  return { ...ticket, secret: unseal(Buffer.from(sealed, 'base64'), config().AUTH_SECRET, 'ticket') }
}

const guestOf = ({ seriesId, eventId }: PublishedEvent): Actor => ({ kind: 'guest', seriesId, eventId })

async function enrol(
  tx: Transaction,
  record: Recorder,
  event: PublishedEvent,
  input: RegistrationInput,
  requestKey: string,
): Promise<Stored> {
  const { seriesId, eventId } = event
  const before = await seatsOf(tx, eventId)
  const openness = opennessOf(before, before.now)
  if (openness !== 'open') refuse(`registration.not-open-${openness}`)
  const { contact } = input.contact
  const live = await findLive(tx, eventId, contact)
  const welcome = await mayBother(tx, contact)
  if (live) {
    if (welcome) await putLetter(tx, 'again', { seriesId, eventId, registrationId: live.id })
    record('registration.repeated', live.id)
    return { known: true }
  }
  const seats = (await promoteWaiting(tx, event, record, before)) ? await seatsOf(tx, eventId) : before
  const status = seatFor(seats, seats.someoneWaits)
  const { id } = await insertRegistration(tx, { eventId, status, requestKey, seats }, input)
  const secret = await makeLink(tx, 'ticket', { seriesId, eventId, subjectId: id })
  const link = await tx.secretLink.findUniqueOrThrow({ where: { tokenHash: hashSecret(secret) }, select: { id: true } })
  if (welcome) await putLetter(tx, occasions[status], { seriesId, eventId, registrationId: id, secret })
  record('registration.added', id, { status })
  const sealed = Buffer.from(seal(secret, config().AUTH_SECRET, 'ticket')).toString('base64')
  return { known: false, registrationId: id, status, linkId: link.id, sealed }
}

/**
 * "Find my ticket": mails the link again when the contact has a live registration here. Answers nothing either way, so
 * that nobody learns who is registered.
 */
export async function mailTicketAgain(event: PublishedEvent, contact: string): Promise<void> {
  const { seriesId, eventId } = event
  await change({ actor: guestOf(event) }, {}, async (tx, record) => {
    const live = await findLive(tx, eventId, contact)
    const welcome = live !== null && (await mayBother(tx, contact))
    if (live && welcome) await putLetter(tx, 'again', { seriesId, eventId, registrationId: live.id })
    record('registration.link-asked', live?.id ?? null)
  })
}
