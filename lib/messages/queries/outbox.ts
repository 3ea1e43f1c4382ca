import 'server-only'
import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { textOf } from '@/lib/mail/letter'
import { preferencesUrl, provesMail } from '@/lib/mail/preferences'
import { stopsOf } from '@/lib/mail/stops'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { maskContact } from '@/lib/values/address'
import { unseal } from '@/lib/values/seal'
import { channelOf } from '../rules'
import type { MessageTab } from '../schema'

type Reader = EventScope<'messages.view'>
export type MessageRow = Awaited<ReturnType<typeof listMessages>>['rows'][number]

const pageSize = 30

/**
 * One page of the event's outbox, newest first. Who may see guests reads the text with its secret link, as it would be
 * sent; others see masked addresses and no text.
 */
export async function listMessages(scope: Reader, tab: MessageTab, before?: string, mailingId?: string) {
  const open = mayOnEvent(scope.role, 'guests.view')
  const found = await database().message.findMany({
    where: {
      ...scope.within,
      ...(tab === 'all' ? {} : { status: tab }),
      ...(before ? { id: { lt: before } } : {}),
      ...(mailingId ? { mailingId } : {}),
    },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  })
  const rows = found.slice(0, pageSize).map((row) => ({
    id: row.id,
    kind: row.kind,
    status: row.status,
    subject: row.subject,
    channel: channelOf(row.recipient),
    recipient: open ? row.recipient : maskContact(row.recipient),
    recipientName: open ? row.recipientName : '',
    text: open ? readable(row) : null,
    attempts: row.attempts,
    lastError: row.lastError,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
  }))
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null }
}

/** How many stand under each tab. */
export async function countMessages(scope: Reader): Promise<Record<MessageTab, number>> {
  const groups = await database().message.groupBy({ by: ['status'], where: { ...scope.within }, _count: true })
  const of = (status: string) => groups.find((group) => group.status === status)?._count ?? 0
  const [waiting, sent, failed] = [of('waiting'), of('sent'), of('failed')]
  return { all: waiting + sent + failed, waiting, sent, failed }
}

/** Is there a mail server, so that messages leave by themselves? */
export const mailLeavesByItself = (_scope: Reader): boolean => config().SMTP_URL !== undefined

function readable(row: { id: string; locale: string; text: string; sealedLink: Uint8Array | null }): string {
  const link = row.sealedLink ? unseal(row.sealedLink, config().AUTH_SECRET, 'outbox') : '…'
  return textOf(row.text, { link, notMe: preferencesUrl(row) })
}

/** What the reader of a mail can decide, or null for a proof that is none and for mails that were forgotten. */
export async function findMailChoice(message: string, proof: string) {
  if (!provesMail(message, proof)) return null
  const found = await database().message.findUnique({
    where: { id: message },
    select: { recipient: true, registrationId: true, rank: true },
  })
  if (!found?.recipient.includes('@')) return null
  const stops = await stopsOf(database(), found.recipient)
  return {
    address: maskContact(found.recipient),
    aboutSeat: found.registrationId !== null,
    stopped: stops.has('all') ? ('all' as const) : stops.has('news') ? ('news' as const) : null,
  }
}
