import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { revokeLinks, type TicketHolder } from '@/lib/people/holder'
import { refuse } from '@/lib/values/refusal'
import { searchTextOf } from '../rules/seats'
import type { TicketInput } from '../schema/registration'
import { putLetter } from './letters'
import { promoteWaiting } from './promote'
import { seatsOf } from './seats'
import { endStandIn, restoreStandIn } from './stand-in'
import { endRegistration, isIn, restoreRegistration, stateOf } from './steps'

/** What the holder of a ticket may do with it. */

const again = { registrations_one_live_per_person: () => refuse('registration.registered-again') }

/** Gives the seat back; it goes to whoever waits longest. */
export const cancelMine = (ticket: TicketHolder) =>
  change(ticket, {}, async (tx, record) => {
    const id = ticket.subjectId
    const before = await stateOf(tx, ticket, id)
    if (before.shownAs) return endStandIn(tx, record, ticket, { ...before, id })
    return endRegistration(tx, record, ticket, { id, as: 'cancelled' })
  })

/** Takes one's own cancellation back; answers what one is now, which may be a place in the queue. Not for the declined. */
export const uncancelMine = (ticket: TicketHolder) =>
  change(ticket, again, async (tx, record) => {
    const id = ticket.subjectId
    // Whoever comes back after an offer's time, before anybody noticed that it is over, had it no more either.
    await promoteWaiting(tx, ticket, record)
    const before = await stateOf(tx, ticket, id)
    if (before.status === 'declined') refuse('registration.declined-stays')
    if (before.shownAs) return restoreStandIn(tx, record, ticket, { ...before, id })
    return restoreRegistration(tx, record, ticket, id)
  })

/** Takes the seat that is offered. Refuses `registration.offer-over` by the database's clock. */
export const acceptOffer = (ticket: TicketHolder) =>
  change(ticket, { registrations_offer_in_time: () => refuse('registration.offer-over') }, async (tx, record) => {
    const { eventId, subjectId: id } = ticket
    const { status, offerExpiresAt, endCause } = await stateOf(tx, ticket, id)
    if (endCause === 'offer_expired') refuse('registration.offer-over')
    if (status !== 'waitlisted' || !offerExpiresAt) refuse('registration.no-offer')
    const { now } = await seatsOf(tx, eventId)
    if (offerExpiresAt <= now) refuse('registration.offer-over')
    await tx.registration.update({
      where: { key: { eventId, id } },
      data: { status: 'confirmed', confirmedAt: now, version: { increment: 1 } },
    })
    await putLetter(tx, 'ticket', { ...ticket, registrationId: id })
    record('registration.offer-accepted', id)
  })

/** Gives the offered seat to the next in the queue and leaves it. */
export const declineOffer = (ticket: TicketHolder) =>
  change(ticket, {}, async (tx, record) => {
    const id = ticket.subjectId
    const { status, offerExpiresAt } = await stateOf(tx, ticket, id)
    if (status !== 'waitlisted' || !offerExpiresAt) refuse('registration.no-offer')
    await endRegistration(tx, record, ticket, { id, as: 'cancelled', cause: 'offer_declined' })
  })

/** Changes name and consents; a consent keeps the instant when it was first given. */
export async function editMine(ticket: TicketHolder, input: TicketInput): Promise<void> {
  const where = { key: { eventId: ticket.eventId, id: ticket.subjectId } }
  await change(ticket, {}, async (tx, record) => {
    const before = await tx.registration.findUniqueOrThrow({
      where,
      select: { contact: true, newsConsentAt: true, photoConsentAt: true },
    })
    const { now } = await seatsOf(tx, ticket.eventId)
    await tx.registration.update({
      where,
      data: {
        name: input.name,
        searchText: searchTextOf(input.name, before.contact),
        newsConsentAt: input.news ? (before.newsConsentAt ?? now) : null,
        photoConsentAt: input.photos ? (before.photoConsentAt ?? now) : null,
        version: { increment: 1 },
      },
    })
    record('registration.edited', ticket.subjectId, { fields: ['name', 'news', 'photos'] })
  })
}

/**
 * Erases what is known of the holder: name, contact, consents, messages; the seat goes to whoever waits longest, unless
 * the holder is in already or the stop is over (then only the count stays). Every link to the ticket stops working.
 */
export async function eraseMine(ticket: TicketHolder): Promise<void> {
  const { eventId, subjectId: id } = ticket
  await change(ticket, {}, async (tx, record) => {
    const before = await stateOf(tx, ticket, id)
    const { endsAt, now } = await seatsOf(tx, eventId)
    const ended = before.status === 'cancelled' || before.status === 'declined'
    if (!ended && endsAt > now && !(await isIn(tx, eventId, id))) {
      await endRegistration(tx, record, ticket, { id, as: 'cancelled' })
    }
    const earlier = before.shownAs ? [] : await earlierOf(tx, eventId, id)
    await forget(tx, { eventId, id, contact: before.shownAs ? null : before.contact })
    for (const one of earlier) await forget(tx, { eventId, id: one, contact: null })
    for (const subjectId of [id, ...earlier]) await revokeLinks(tx, 'ticket', { eventId, subjectId })
    record('registration.erased', id)
  })
}

/**
 * Registrations of the same contact that ended before, where the holder has shown that the contact is theirs: whoever
 * cancelled and came again is erased whole. What others were shown for this contact tells them nothing by it.
 */
async function earlierOf(tx: Transaction, eventId: string, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM registrations mine JOIN registrations r ON r.event_id = mine.event_id AND r.contact = mine.contact
    WHERE mine.event_id = ${eventId}::uuid AND mine.id = ${id}::uuid AND mine.contact_proved_at IS NOT NULL
      AND r.id <> mine.id AND r.status IN ('cancelled', 'declined') AND r.shown_as IS NULL`
  return rows.map((row) => row.id)
}

/** `contact`: whose messages go too; those of a stand-in's contact are somebody else's. */
async function forget(
  tx: Transaction,
  { eventId, id, contact }: { eventId: string; id: string; contact: string | null },
): Promise<void> {
  const row = await tx.registration.update({
    where: { key: { eventId, id } },
    data: {
      name: '—',
      contact: `erased:${id}`,
      searchText: '',
      jumpReason: null,
      newsConsentAt: null,
      photoConsentAt: null,
      version: { increment: 1 },
    },
    select: { requestKey: true },
  })
  await tx.$executeRaw`DELETE FROM request_keys WHERE actor = 'guest:' AND key = ${row.requestKey}::uuid`
  if (contact === null) return
  const blank = { recipient: 'erased', recipientName: '', subject: '', text: '', sealedLink: null, calendar: null }
  // What went to another address before somebody put theirs right is only looked for then: no index knows it.
  const edits = { verb: 'registration.edited', details: { path: ['fields'], array_contains: ['contact'] } }
  const corrected = await tx.activity.count({ where: { eventId, subjectId: id, ...edits } })
  const theirs = corrected ? { OR: [{ recipient: contact }, { registrationId: id }] } : { recipient: contact }
  await tx.message.updateMany({
    where: { eventId, ...theirs, status: 'waiting' },
    data: { status: 'failed', lastError: 'erased' },
  })
  await tx.message.updateMany({ where: { eventId, ...theirs }, data: blank })
  await forgetInLists(tx, eventId, contact)
}

/** Lines of imported lists that name somebody, whatever became of them; people write a phone number in many ways. */
const forgetInLists = (tx: Transaction, eventId: string, contact: string) => tx.$executeRaw`
  UPDATE guest_import_rows SET cells = '{}'
  WHERE event_id = ${eventId}::uuid AND EXISTS (
    SELECT 1 FROM unnest(cells) AS cell
    WHERE lower(btrim(normalize(cell, NFKC))) = ${contact} OR (starts_with(${contact}, '+') AND length(cell) < 40
      AND right(regexp_replace(normalize(cell, NFKC), '\\D', '', 'g'), 11) = right(${contact.replace(/\D/g, '')}, 11)))`
