import 'server-only'
import { config } from '@/lib/config'
import { inBatches } from '@/lib/database/batch'
import { type Actor, change, hashOf, type Repeatable } from '@/lib/database/change'
import { type Ask, changeTogether } from '@/lib/database/change-together'
import { mayBother } from '@/lib/mail/outbox'
import type { PublishedEvent } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { searchTextOf } from '../rules/seats'
import { type Enrolled, enrolAll, type Filled, secretOf } from './enrol'
import { findLive } from './insert'
import { putLetter } from './letters'

/**
 * What a person who registered gets at once: the ticket's link. `standIn` says that the contact was registered already
 * and this ticket holds nothing; it is never told to whoever posted the form.
 */
export type NewTicket = { standIn: boolean; registrationId: string; status: string; linkId: string; secret: string }

type Form = Ask<Filled> & { event: PublishedEvent }

/**
 * Registers one person, behind the event's lock: pending where approval is asked for, confirmed while a seat is left and
 * nobody waits, else the next place in the queue. Whoever comes while another is being registered shares the next
 * transaction with all who came meanwhile; see `enrolAll`. An invitation's code opens a seat that is set aside, without
 * approval, ballot or queue. The same key again answers with the same ticket. A contact
 * that is registered already gets its link sent again, and whoever posted gets a ticket that looks like a new one.
 * Refuses `registration.not-open-…` by the database's clock, and `form.busy` when too many wait already.
 */
export async function registerFor(event: PublishedEvent, input: Filled, once: Repeatable): Promise<NewTicket> {
  const sent = { event: event.eventId, sent: once.input }
  // What needs no lock is made before it: this form's turn comes while another batch is with Postgres.
  const hash = hashOf(sent)
  const guest = { ...input, searchText: searchTextOf(input.name, input.contact.contact) }
  const enrolled = await enrolInTurn(event.eventId, { event, input: guest, once: { key: once.key, input: sent }, hash })
  const { sealed: _, ...ticket } = enrolled
  return { ...ticket, secret: secretOf(enrolled) }
}

const enrolInTurn = inBatches<Form, Enrolled>(
  async (_eventId, forms) => {
    const event = (forms[0] as Form).event
    return changeTogether(
      { actor: guestOf(event) },
      {
        events_never_oversold: () => refuse('registration.full'),
        events_open_seats_fit: () => refuse('registration.full'),
        registrations_one_live_per_person: () => refuse('registration.twice-at-once'),
        registrations_one_per_request: () => refuse('form.key-used-for-something-else'),
      },
      (tx, record, asked, send) => enrolAll(tx, record, event, asked, send),
      forms,
    )
  },
  // However many events are on sale, most connections stay free for everything else.
  {
    most: 200,
    waiting: () => config().REGISTRATION_QUEUE,
    atOnce: () => Math.max(1, Math.floor(config().DATABASE_POOL / 3)),
  },
)

const guestOf = ({ seriesId, eventId }: PublishedEvent): Actor & { eventId: string } => ({
  kind: 'guest',
  seriesId,
  eventId,
})

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
