import 'server-only'
import { config } from '@/lib/config'
import { database, type Transaction } from '@/lib/database/client'
import { letterOf } from '@/lib/mail/letter'
import { type Deliver, NotDelivered } from '@/lib/mail/transport'
import type { SystemJob } from '@/lib/people/scope'
import { unseal } from '@/lib/values/seal'
import { mostAttempts, secondsUntilNextTry } from '../rules'

const mostAtOnce = 500
type Outcome = 'sent' | 'failed' | 'server-away'

/**
 * Sends what is due, one after the other, and answers how many left. Each message's row is held while it is handed over:
 * a second worker passes it by, and a killed one lets go of it, so that nothing is lost and a mail can leave twice only
 * when the kill falls between the server's "yes" and ours; both then carry the same Message-ID. Messages whose time
 * came more than three days ago stay where they are: a server configured late must not send last month's news.
 */
export async function sendDueMessages(
  _job: SystemJob,
  deliver: Deliver,
  only: { eventId?: string } = {},
): Promise<{ sent: number }> {
  let sent = 0
  for (let n = 0; n < mostAtOnce; n++) {
    const outcome = await database().$transaction((tx) => sendNext(tx, deliver, only.eventId ?? null))
    if (outcome === 'sent') sent++
    if (outcome === null || outcome === 'server-away') break
  }
  return { sent }
}

async function sendNext(tx: Transaction, deliver: Deliver, eventId: string | null): Promise<Outcome | null> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM messages
    WHERE status = 'waiting' AND position('@' in recipient) > 0
      AND next_attempt_at BETWEEN clock_timestamp() - interval '3 days' AND clock_timestamp()
      AND (${eventId}::uuid IS NULL OR event_id = ${eventId}::uuid)
    ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED`
  const id = due[0]?.id
  if (!id) return null
  const message = await tx.message.findUniqueOrThrow({ where: { id } })
  const link = message.sealedLink ? unseal(message.sealedLink, config().AUTH_SECRET, 'outbox') : null
  try {
    const { recipient, recipientName, calendar } = message
    await deliver({ id, recipient, recipientName, calendar, ...letterOf(message, link) })
  } catch (error) {
    return noteFailure(tx, message, error)
  }
  await tx.message.update({
    where: { id },
    data: { status: 'sent', sentAt: new Date(), attempts: { increment: 1 }, sealedLink: null, lastError: null },
  })
  return 'sent'
}

async function noteFailure(
  tx: Transaction,
  message: { id: string; attempts: number },
  error: unknown,
): Promise<Outcome> {
  const why = error instanceof NotDelivered ? error : new NotDelivered('unexpected', false, false)
  const attempts = message.attempts + 1
  const over = why.permanent || attempts >= mostAttempts
  const wait = secondsUntilNextTry(attempts)
  await tx.$executeRaw`
    UPDATE messages SET attempts = ${attempts}, last_error = ${why.code},
      status = ${over ? 'failed' : 'waiting'}::message_status,
      next_attempt_at = clock_timestamp() + make_interval(secs => ${wait})
    WHERE id = ${message.id}::uuid`
  return why.serverAway ? 'server-away' : 'failed'
}
