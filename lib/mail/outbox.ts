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
 */
export async function putInOutbox(tx: Transaction, message: Outgoing): Promise<void> {
  const { link, ...rest } = message
  const sealedLink = link ? seal(link, config().AUTH_SECRET, 'outbox') : null
  await tx.message.createMany({ data: [{ ...rest, sealedLink }], skipDuplicates: true })
  await tx.$executeRaw`SELECT pg_notify('outbox', '')`
}
