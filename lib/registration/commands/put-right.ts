import 'server-only'
import { config } from '@/lib/config'
import type { Transaction } from '@/lib/database/client'
import { linkPath, makeLink, revokeMovedLinks } from '@/lib/people/holder'
import { seal } from '@/lib/values/seal'
import { putLetter } from './letters'
import type { Within } from './steps'

/**
 * A step: a guest is reached elsewhere from now on. Who reads the old mailbox opens the ticket no more; what still waits
 * for it goes to the new address, what could not be delivered there is withdrawn, and whoever is on the list is sent the
 * ticket anew. A browser that registered gets it back by itself (`renewTicket`).
 */
export async function followAddress(
  tx: Transaction,
  { seriesId, eventId }: Within,
  { id, from, live }: { id: string; from: string; live: boolean },
): Promise<void> {
  await revokeMovedLinks(tx, { eventId, subjectId: id })
  const secret = await makeLink(tx, 'ticket', { seriesId, eventId, subjectId: id })
  const { SITE_URL, AUTH_SECRET } = config()
  const sealed = seal(`${SITE_URL}${linkPath('ticket', secret)}`, AUTH_SECRET, 'outbox')
  await tx.$executeRaw`
    UPDATE messages m SET recipient = r.contact, recipient_name = r.name,
      sealed_link = CASE WHEN m.sealed_link IS NOT NULL THEN ${sealed}::bytea END
    FROM registrations r
    WHERE r.event_id = ${eventId}::uuid AND r.id = ${id}::uuid AND m.event_id = r.event_id AND m.registration_id = r.id
      AND m.recipient = ${from} AND m.status = 'waiting'`
  await tx.message.updateMany({
    where: { eventId, registrationId: id, recipient: from, status: 'failed' },
    data: { status: 'withdrawn', lastError: 'superseded', sealedLink: null },
  })
  if (live) await putLetter(tx, 'again', { seriesId, eventId, registrationId: id, secret })
}
