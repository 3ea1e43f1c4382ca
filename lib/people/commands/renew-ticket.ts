import 'server-only'
import { change } from '@/lib/database/change'
import { refuse } from '@/lib/values/refusal'
import { hashSecret, newSecret } from '@/lib/values/secret'
import { findMovedLink } from '../holder'
import { type SystemJob, systemJob } from '../scope'

/**
 * Gives a ticket's link that ended because of its address back under another secret: the old one, which somebody else
 * may have been sent, opens nothing any more. For whoever proves to be the browser that registered. Answers the secret,
 * once; refuses `form.not-found` for every other link and the second time.
 */
export async function renewTicket(_job: SystemJob, secret: string): Promise<string> {
  const moved = (await findMovedLink(secret)) ?? refuse('form.not-found')
  const { seriesId, eventId, registrationId } = moved
  const fresh = newSecret()
  await change(systemJob({ seriesId, eventId }), {}, async (tx, record) => {
    const { count } = await tx.secretLink.updateMany({
      where: { eventId, tokenHash: hashSecret(secret), movedAt: { not: null } },
      data: { tokenHash: hashSecret(fresh), revokedAt: null, movedAt: null },
    })
    if (count === 0) refuse('form.not-found')
    record('link.asked-again', registrationId, { sent: false })
  })
  return fresh
}
