import 'server-only'
import { config } from '@/lib/config'
import type { Transaction } from '@/lib/database/client'
import { Prisma } from '@/lib/database/generated/client'
import { leaveTogether } from '@/lib/database/leave'
import { parcel } from '@/lib/database/parcel'
import { seal } from '@/lib/values/seal'
import { newUuid } from '@/lib/values/uuid'

/**
 * What leaves first when one address is due several messages: a way in, one's own seat, a changed plan, a reminder of
 * what is known, words to a group, news.
 */
export const ranks = { access: 0, seat: 1, change: 2, again: 3, group: 4, news: 5 } as const
export type Rank = keyof typeof ranks

/** One message to one address. `{link}` in the text is where the secret link goes. */
export type Outgoing = {
  kind: string
  /** Its place among all that its reader is due; 'seat' unless said. */
  rank?: Rank
  /** At most one message of this kind for this key: what caused it. */
  dedupeKey: string
  locale: string
  recipient: string
  recipientName: string
  /** Subject and text may be those of many, with gaps where each has its own: see `gaps`. */
  subject: string
  text: string
  /** What stands in this one's gaps. */
  own?: readonly [string, string, string]
  link?: string
  calendar?: string
  seriesId?: string
  eventId?: string
  /** Whose registration it is about. */
  registrationId?: string
  /** The letter to a group that it is one of. */
  mailingId?: string
}

/** Where what is each reader's own goes in a text that many get: code points that no text may hold. */
export const gaps = ['\ufdd0', '\ufdd1', '\ufdd2'] as const

/**
 * Puts a message in the outbox as part of the act that causes it: both are kept or neither. It leaves afterwards, when
 * a mail server is configured; until then organisers read and copy it. A second one for the same cause is dropped.
 * A trigger of the table wakes the worker.
 */
export const putInOutbox = (tx: Transaction, message: Outgoing): Promise<void> => putAllInOutbox(tx, [message])

/** Several messages by one statement, which carries what many have in common only once; otherwise like `putInOutbox`. */
export async function putAllInOutbox(tx: Transaction, messages: readonly Outgoing[]): Promise<void> {
  if (messages.length === 0) return
  const sheets = new Map<string, object>()
  const rows = messages.map((message) => {
    const { dedupeKey, recipient, recipientName, own, link, registrationId, ...sheet } = message
    const number = sheetAmong(sheets, sheet)
    const sealed = link && Buffer.from(seal(link, config().AUTH_SECRET, 'outbox')).toString('hex')
    return { id: newUuid(), sheet: number, dedupeKey, recipient, recipientName, own, sealed, registrationId }
  })
  await tx.$executeRaw`
    INSERT INTO messages (id, series_id, event_id, kind, dedupe_key, locale, recipient_name, recipient, subject, text,
      sealed_link, calendar, rank, registration_id, mailing_id)
    SELECT id, "seriesId", "eventId", kind, "dedupeKey", locale, "recipientName", recipient, ${filled(Prisma.sql`subject`)},
      ${filled(Prisma.sql`text`)}, decode(sealed, 'hex'), calendar, rank, "registrationId", "mailingId"
    FROM json_to_recordset(${parcel(rows)}::json) AS message(id uuid, sheet int, "dedupeKey" text,
      recipient text, "recipientName" text, own text[], sealed text, "registrationId" uuid)
    JOIN json_to_recordset(${parcel([...sheets.values()])}::json) AS sheet(number int, kind text, rank smallint,
      locale text, subject text, text text, calendar text, "seriesId" uuid, "eventId" uuid, "mailingId" uuid)
      ON number = sheet
    ON CONFLICT DO NOTHING`
}

type Shared = Omit<Outgoing, 'dedupeKey' | 'recipient' | 'recipientName' | 'own' | 'link' | 'registrationId'>

/** The number of the sheet that says all this; a new one when there is none yet. */
function sheetAmong(sheets: Map<string, object>, { rank = 'seat', ...shared }: Shared): number {
  const { kind, locale, subject, text, calendar, seriesId, eventId, mailingId } = shared
  const key = [rank, kind, locale, seriesId, eventId, mailingId, subject, text, calendar].join('\0')
  const known = sheets.get(key) as { number: number } | undefined
  if (known) return known.number
  const number = sheets.size + 1
  sheets.set(key, { ...shared, rank: ranks[rank], number })
  return number
}

/** What a sheet says, with what is each reader's own in its gaps. */
const filled = (said: Prisma.Sql) => Prisma.sql`
  CASE WHEN own IS NULL THEN ${said} ELSE
    replace(replace(replace(${said}, ${gaps[0]}, own[1]), ${gaps[1]}, own[2]), ${gaps[2]}, own[3]) END`

/** What strangers may cause to be sent to one address, over all events. */
const perHour = 3

/**
 * May a stranger cause one more message to this address? Counts those of the last hour under a lock of the address, so
 * that many at once do not slip through; holds it until the transaction ends.
 */
export async function mayBother(tx: Transaction, recipient: string): Promise<boolean> {
  return ((await allowances(tx, [recipient])).get(recipient) ?? 0) > 0
}

/** How many messages strangers may still cause to each of these addresses; see `mayBother`. */
export async function allowances(tx: Transaction, recipients: string[]): Promise<Map<string, number>> {
  // In one order everywhere, so that two transactions with several addresses never wait for each other.
  const locked = () => tx.$executeRaw`
    SELECT pg_advisory_xact_lock(lock) FROM (
      SELECT DISTINCT hashtextextended('outbox/' || recipient, 0) AS lock
      FROM unnest(${recipients}::text[]) AS recipient ORDER BY lock) AS locks`
  const counted = () => tx.$queryRaw<{ recipient: string; count: number }[]>`
    SELECT wanted AS recipient, sent.count FROM unnest(${recipients}::text[]) AS wanted CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM messages
      WHERE recipient = wanted AND created_at > clock_timestamp() - interval '1 hour') AS sent WHERE sent.count > 0`
  const [, rows] = await leaveTogether(locked, counted)
  const sent = new Map(rows.map(({ recipient, count }) => [recipient, count]))
  return new Map(recipients.map((recipient) => [recipient, perHour - (sent.get(recipient) ?? 0)]))
}
