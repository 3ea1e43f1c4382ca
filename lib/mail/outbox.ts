import 'server-only'
import { config } from '@/lib/config'
import type { Transaction } from '@/lib/database/client'
import { seal } from '@/lib/values/seal'

/** One message to one address. `{link}` in the text is where the secret link goes. */
export type Outgoing = {
  kind: string
  /** At most one message of this kind for this key: what caused it. */
  dedupeKey: string
  locale: string
  recipient: string
  recipientName: string
  subject: string
  text: string
  link?: string
  calendar?: string
  seriesId?: string
  eventId?: string
}

/**
 * Puts a message in the outbox as part of the act that causes it: both are kept or neither. It leaves afterwards, when
 * a mail server is configured; until then organisers read and copy it. A second one for the same cause is dropped.
 * A trigger of the table wakes the worker.
 */
export async function putInOutbox(tx: Transaction, message: Outgoing): Promise<void> {
  const { link, ...rest } = message
  const sealedLink = link ? seal(link, config().AUTH_SECRET, 'outbox') : null
  await tx.message.createMany({ data: [{ ...rest, sealedLink }], skipDuplicates: true })
}

/** What strangers may cause to be sent to one address, over all events. */
const perHour = 3

/**
 * May a stranger cause one more message to this address? Counts those of the last hour under a lock of the address, so
 * that many at once do not slip through; holds it until the transaction ends.
 */
export async function mayBother(tx: Transaction, recipient: string): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`outbox/${recipient}`}, 0))`
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM messages
    WHERE recipient = ${recipient} AND created_at > clock_timestamp() - interval '1 hour'`
  return (rows[0]?.count ?? 0) < perHour
}
