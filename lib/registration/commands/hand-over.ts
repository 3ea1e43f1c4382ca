import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { mayBother } from '@/lib/mail/outbox'
import { revokeLinks, type TicketHolder } from '@/lib/people/holder'
import { refuse } from '@/lib/values/refusal'
import { searchTextOf } from '../rules'
import type { HandOverInput } from '../schema'
import { putLetter } from './letters'
import { isIn, stateOf } from './steps'

const live = ['pending', 'confirmed', 'waitlisted']

/**
 * Hands the ticket to somebody else, who gets a link of their own; every link of before stops working. Seat and place
 * stay; consents and answers were the giver's and go. Refuses whoever is in, or not live, or an address that cannot take
 * it, without saying why.
 */
export const handOver = (ticket: TicketHolder, input: HandOverInput) =>
  change(ticket, { registrations_one_live_per_person: cannotTake }, async (tx, record) => {
    const { eventId, subjectId: id } = ticket
    const before = await stateOf(tx, ticket, id)
    if (!live.includes(before.status)) refuse('registration.not-live')
    if (await isIn(tx, eventId, id)) refuse('registration.already-in')
    if (before.contact === input.contact.contact) refuse('registration.same-contact', { field: 'contact' })
    await revokeLinks(tx, 'ticket', { eventId, subjectId: id })
    await rewrite(tx, { eventId, id, requestKey: crypto.randomUUID() }, input)
    if (await mayBother(tx, input.contact.contact)) await putLetter(tx, 'handed', { ...ticket, registrationId: id })
    record('registration.handed-over', id)
  })

const cannotTake = () => refuse('registration.cannot-take', { field: 'contact' })

async function rewrite(
  tx: Transaction,
  { eventId, id, requestKey }: { eventId: string; id: string; requestKey: string },
  { name, contact }: HandOverInput,
): Promise<void> {
  await tx.answer.deleteMany({ where: { eventId, registrationId: id } })
  await tx.registration.update({
    where: { key: { eventId, id } },
    data: {
      name,
      contactKind: contact.kind,
      contact: contact.contact,
      searchText: searchTextOf(name, contact.contact),
      newsConsentAt: null,
      photoConsentAt: null,
      reconfirmedAt: null,
      contactProvedAt: null,
      jumpReason: null,
      // The giver's form, sent again, must not answer with this ticket.
      requestKey,
      version: { increment: 1 },
    },
  })
}
