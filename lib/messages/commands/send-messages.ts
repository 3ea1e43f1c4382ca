import 'server-only'
import { config } from '@/lib/config'
import { database, type Transaction } from '@/lib/database/client'
import type { Message } from '@/lib/database/generated/client'
import { letterOf } from '@/lib/mail/letter'
import { ranks } from '@/lib/mail/outbox'
import { asMailed, oneClickUrl, preferencesUrl } from '@/lib/mail/preferences'
import { isWanted, stopsOf } from '@/lib/mail/stops'
import { type Deliver, NotDelivered } from '@/lib/mail/transport'
import type { SystemJob } from '@/lib/people/scope'
import { unseal } from '@/lib/values/seal'
import { mostAnHour, mostAttempts, secondsUntilNextTry } from '../rules'

const mostAtOnce = 500
type Outcome = 'sent' | 'failed' | 'withdrawn' | 'held' | 'server-away'

/**
 * Sends what is due, one after the other, the most needed first, and answers how many left. Each message's row is held
 * while it is handed over: a second worker passes it by, and a killed one lets go of it, so that nothing is lost and a
 * mail can leave twice only when the kill falls between the server's "yes" and ours; both then carry the same
 * Message-ID. Messages whose time came more than three days ago stay where they are: a server configured late must not
 * send last month's news.
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

/** A mail server may take so long over one message, in milliseconds: some let strangers wait at every word. */
const patience = 40_000

async function sendNext(tx: Transaction, deliver: Deliver, eventId: string | null): Promise<Outcome | null> {
  // Else Postgres ends what does nothing for longer, and what had left by then would leave again each minute.
  await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 50000`
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM messages
    WHERE status = 'waiting' AND position('@' in recipient) > 0
      AND next_attempt_at BETWEEN clock_timestamp() - interval '3 days' AND clock_timestamp()
      AND (${eventId}::uuid IS NULL OR event_id = ${eventId}::uuid)
    ORDER BY rank, next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
  const id = due[0]?.id
  if (!id) return null
  const message = await tx.message.findUniqueOrThrow({ where: { id } })
  const why = await reasonToDrop(tx, message)
  if (why) return withdraw(tx, id, why)
  if (await isHeld(tx, message)) return 'held'
  try {
    await inTime(deliver(parcelOf(message)))
  } catch (error) {
    return noteFailure(tx, message, error)
  }
  await tx.$executeRaw`
    UPDATE messages SET status = 'sent', sent_at = clock_timestamp(), attempts = attempts + 1, sealed_link = NULL,
      last_error = NULL
    WHERE id = ${id}::uuid`
  return 'sent'
}

async function inTime(delivery: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new NotDelivered('ETIMEDOUT', false, true)), patience)
  })
  await Promise.race([delivery, late]).finally(() => clearTimeout(timer))
}

function parcelOf(message: Message) {
  const { id, recipient, recipientName, calendar } = message
  const link = message.sealedLink ? asMailed(unseal(message.sealedLink, config().AUTH_SECRET, 'outbox')) : null
  const unsubscribe = message.rank >= ranks.group ? oneClickUrl(id) : null
  return {
    id,
    recipient,
    recipientName,
    calendar,
    unsubscribe,
    ...letterOf(message, { link, notMe: preferencesUrl(message) }),
  }
}

/** Why a message will not leave at all: its reader wants none of its sort, or a newer one of its kind took its place. */
async function reasonToDrop(tx: Transaction, message: Message): Promise<'unwanted' | 'superseded' | null> {
  if (!isWanted(message.rank, await stopsOf(tx, message.recipient))) return 'unwanted'
  // Letters to a group are all different, and several whom a stop owes thanks may share a mailbox.
  if (message.rank === ranks.group || message.kind === 'thanks') return null
  const { recipient, kind, eventId, createdAt, id } = message
  // Somebody may be invited to several places at once; only what was taken back or replaced need not leave.
  if (kind === 'invitation') {
    const open = await tx.invitation.count({ where: { id: message.dedupeKey, revokedAt: null } })
    return open > 0 ? null : 'superseded'
  }
  const newer = await tx.message.findFirst({
    where: { recipient, kind, eventId, status: 'waiting', createdAt: { gte: createdAt }, id: { gt: id } },
    select: { id: true },
  })
  return newer ? 'superseded' : null
}

async function withdraw(tx: Transaction, id: string, why: string): Promise<Outcome> {
  await tx.$executeRaw`
    UPDATE messages SET status = 'withdrawn', last_error = ${why}, sealed_link = NULL WHERE id = ${id}::uuid`
  return 'withdrawn'
}

/**
 * Has the address had its share of this hour? Then the message waits until the oldest of them is an hour old, and all
 * that wait for the same address wait for the same moment, so that they leave in order. What its owner asked for (a way
 * to sign in) has limits of its own. Holds the address until the transaction ends, against a second worker.
 */
async function isHeld(tx: Transaction, { id, recipient, rank }: Message): Promise<boolean> {
  if (rank === ranks.access) return false
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sending/${recipient}`}, 0))`
  const held = await tx.$executeRaw`
    UPDATE messages SET next_attempt_at = share.oldest + interval '1 hour'
    FROM (
      SELECT count(*) AS sent, min(sent_at) AS oldest
      FROM (SELECT sent_at FROM messages
        WHERE recipient = ${recipient} AND status = 'sent' AND rank > ${ranks.access}
          AND sent_at > clock_timestamp() - interval '1 hour'
        ORDER BY sent_at DESC LIMIT ${mostAnHour}) latest
    ) share
    WHERE id = ${id}::uuid AND share.sent >= ${mostAnHour}`
  return held > 0
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
