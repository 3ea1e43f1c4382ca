import 'server-only'
import { type Actor, change } from '@/lib/database/change'
import { database, type Transaction } from '@/lib/database/client'
import { provesMail } from '@/lib/mail/preferences'
import { allowMail, stopMail } from '@/lib/mail/stops'
import { revokeLinks } from '@/lib/people/holder'
import { endRegistration } from '@/lib/registration/commands/steps'
import { refuse } from '@/lib/values/refusal'

/** What a mail's own link says: which mail, and that it arrived. The proof is all that is asked for. */
type MailProof = { message: string; proof: string }

/**
 * "This wasn't me": nothing more goes to the address, the registration that it was given for ends, and its ticket stops
 * working. Whoever typed the address is told nothing. Refuses `messages.link-over` for a proof that is none.
 */
export const disown = (mail: MailProof) =>
  decide(mail, 'mail.disowned', async (tx, { recipient, registration }, record) => {
    await stopMail(tx, recipient, 'all')
    if (!registration) return
    const { seriesId, eventId, id } = registration
    const row = await tx.registration.findUnique({
      where: { key: { eventId, id } },
      select: { status: true, contact: true, checkIns: { where: { outcome: 'accepted', undoneAt: null } } },
    })
    // What was handed over to somebody else since, or let in at the door, is not this reader's any more.
    if (!row || row.contact !== recipient || row.checkIns.length > 0) return
    if (['pending', 'confirmed', 'waitlisted'].includes(row.status)) {
      await endRegistration(tx, record, { seriesId, eventId }, { id, as: 'cancelled' })
    }
    await revokeLinks(tx, 'ticket', { eventId, subjectId: id })
  })

/** No more news and words to groups; what is about one's own seat still comes. */
export const stopNews = (mail: MailProof) =>
  decide(mail, 'mail.news-stopped', async (tx, { recipient, registration }) => {
    await stopMail(tx, recipient, 'news')
    if (!registration) return
    const { eventId, id } = registration
    await tx.registration.updateMany({ where: { eventId, id, contact: recipient }, data: { newsConsentAt: null } })
  })

/** Takes the stops back: mail comes again. What ended stays ended. */
export const wantMail = (mail: MailProof) =>
  decide(mail, 'mail.allowed', (tx, { recipient }) => allowMail(tx, recipient))

type Known = { recipient: string; registration: { seriesId: string; eventId: string; id: string } | null }

async function decide(
  { message, proof }: MailProof,
  verb: string,
  act: (tx: Transaction, known: Known, record: Parameters<Parameters<typeof change>[2]>[1]) => Promise<void>,
): Promise<void> {
  const found = provesMail(message, proof) ? await database().message.findUnique({ where: { id: message } }) : null
  if (!found?.recipient.includes('@')) refuse('messages.link-over')
  const { recipient, seriesId, eventId, registrationId } = found
  const registration = seriesId && eventId && registrationId ? { seriesId, eventId, id: registrationId } : null
  const actor: Actor = {
    kind: 'guest',
    ...(registration ? { seriesId: registration.seriesId, eventId: registration.eventId } : {}),
  }
  await change({ actor }, {}, async (tx, record) => {
    await act(tx, { recipient, registration }, record)
    record(verb, registrationId)
  })
}
