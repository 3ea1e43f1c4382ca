import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { mayBother } from '@/lib/mail/outbox'
import { revokeLinks, type TicketHolder } from '@/lib/people/holder'
import { refuse } from '@/lib/values/refusal'
import { searchTextOf } from '../rules/seats'
import type { HandOverInput } from '../schema/registration'
import { findLive, freeTicketCodes } from './insert'
import { type Occasion, putLetter } from './letters'
import { promoteWaiting } from './promote'
import { endRegistration, isIn, restoreRegistration, stateOf, type Within } from './steps'

const live = ['pending', 'confirmed', 'waitlisted']

/**
 * Hands the ticket to somebody else, who gets a link and a code of their own; those of before stop working. Seat and place
 * stay; consents and answers were the giver's and go, and so does their place in a locked hat of prizes. A friend who is
 * registered already keeps the better of the two, and the giver is told the same. Refuses whoever is in, or has won, or is
 * not live, and the giver's own contact.
 */
export const handOver = (ticket: TicketHolder, input: HandOverInput) =>
  change(ticket, { registrations_winners_keep_theirs: hasWon }, async (tx, record) => {
    const { eventId, subjectId: id } = ticket
    // Neither an offer whose time is over, nor a friend's, is anything that somebody holds.
    await promoteWaiting(tx, ticket, record)
    const before = await stateOf(tx, ticket, id)
    if (!live.includes(before.shownAs ?? before.status)) refuse('registration.not-live')
    if (await isIn(tx, eventId, id)) refuse('registration.already-in')
    if ((await tx.drawWin.count({ where: { eventId, registrationId: id, takenBackAt: null } })) > 0) hasWon()
    if (before.contact === input.contact.contact) refuse('registration.same-contact', { field: 'contact' })
    await revokeLinks(tx, 'ticket', { eventId, subjectId: id })
    await withdrawLetters(tx, ticket)
    record('registration.handed-over', id)
    const friend = await findLive(tx, eventId, input.contact.contact)
    const better = before.status === 'confirmed' && friend?.status !== 'confirmed'
    if (friend && !better) {
      if (!before.shownAs) await endRegistration(tx, record, ticket, { id, as: 'cancelled' })
      return tell(tx, 'again', ticket, { id: friend.id, contact: input.contact.contact })
    }
    if (friend) await endRegistration(tx, record, ticket, { id: friend.id, as: 'cancelled' })
    await rewrite(tx, { eventId, id, requestKey: crypto.randomUUID() }, input)
    // Whoever is given a stand-in is new here, and gets what is left for somebody new.
    if (before.shownAs) await restoreRegistration(tx, record, ticket, id)
    await tell(tx, 'handed', ticket, { id, contact: input.contact.contact })
  })

const hasWon = () => refuse('registration.has-prize')

/** What still waits was written to the giver, with a link that opens nothing any more. */
const withdrawLetters = (tx: Transaction, { eventId, subjectId: registrationId }: TicketHolder) =>
  tx.message.updateMany({
    where: { eventId, registrationId, status: 'waiting' },
    data: { status: 'withdrawn', lastError: 'superseded', sealedLink: null },
  })

async function tell(
  tx: Transaction,
  occasion: Occasion,
  within: Within,
  { id, contact }: { id: string; contact: string },
): Promise<void> {
  if (await mayBother(tx, contact)) await putLetter(tx, occasion, { ...within, registrationId: id })
}

async function rewrite(
  tx: Transaction,
  { eventId, id, requestKey }: { eventId: string; id: string; requestKey: string },
  { name, contact }: HandOverInput,
): Promise<void> {
  await tx.answer.deleteMany({ where: { eventId, registrationId: id } })
  const [ticketCode] = await freeTicketCodes(tx, eventId, 1)
  await tx.registration.update({
    where: { key: { eventId, id } },
    data: {
      name,
      contactKind: contact.kind,
      contact: contact.contact,
      searchText: searchTextOf(name, contact.contact),
      // The giver may have written it down, and the door lets in whoever says it.
      ticketCode,
      newsConsentAt: null,
      photoConsentAt: null,
      // Asked was the giver: a friend's silence to a question they never got must not cost them the seat.
      reconfirmAskedAt: null,
      reconfirmedAt: null,
      remindedAt: null,
      contactProvedAt: null,
      jumpReason: null,
      // The giver's form, sent again, must not answer with this ticket.
      requestKey,
      version: { increment: 1 },
    },
  })
}
