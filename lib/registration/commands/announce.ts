import 'server-only'
import { config } from '@/lib/config'
import type { Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { parcel } from '@/lib/database/parcel'
import { ranks } from '@/lib/mail/outbox'
import { linkPath, makeLinks } from '@/lib/people/holder'
import { seal } from '@/lib/values/seal'
import { newUuid } from '@/lib/values/uuid'
import { locales } from '@/lib/words/load'
import { calendarOf, changedWords, eventForLetters, nameGap, type PlanChange } from '../queries/announcement'
import type { Within } from './steps'

/** So long a changed plan waits before it leaves, in seconds: whoever pressed by mistake takes it back unheard. */
const secondsToTakeBack = 60
const atOnce = 2_000

/**
 * A step: tells everybody who is registered (pending, confirmed or waiting) of a changed plan, each in their own
 * language, with a link to their ticket and the calendar as it is now; one message each a change. Words of an earlier
 * change that have not left are withdrawn; who never heard that the stop was off need not hear that it is on again.
 * Answers how many will hear.
 */
export async function announce(tx: Transaction, record: Recorder, within: Within, change: PlanChange): Promise<number> {
  const { seriesId, eventId } = within
  const event = await eventForLetters(tx, eventId)
  const unheard = await withdrawEarlier(tx, eventId, change)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM registrations
    WHERE event_id = ${eventId}::uuid AND status IN ('pending', 'confirmed', 'waitlisted') AND contact NOT LIKE 'erased:%'`
  const readers = rows.map(({ id }) => id).filter((id) => !unheard.has(id))
  const sheets = JSON.stringify(
    locales.map((locale) => ({
      locale,
      ...changedWords(event, change, locale),
      calendar: calendarOf(event, locale),
    })),
  )
  for (let n = 0; n < readers.length; n += atOnce) {
    await tell(tx, { seriesId, eventId, version: event.version, sheets }, readers.slice(n, n + atOnce))
  }
  record('event.told', eventId, { change, count: readers.length })
  return readers.length
}

/** Withdraws what has not left; answers whom a slip that is taken back at once was never told to. */
async function withdrawEarlier(tx: Transaction, eventId: string, change: PlanChange): Promise<Set<string>> {
  const why = change === 'resumed' ? 'undone' : 'superseded'
  const rows = await tx.$queryRaw<{ reader: string; slip: boolean }[]>`
    UPDATE messages SET status = 'withdrawn', last_error = ${why}, sealed_link = NULL
    WHERE event_id = ${eventId}::uuid AND kind = 'event-change' AND status = 'waiting'
    RETURNING registration_id AS reader,
      created_at > clock_timestamp() - make_interval(secs => ${secondsToTakeBack}) AS slip`
  return new Set(rows.filter(({ slip }) => slip && change === 'resumed').map(({ reader }) => reader))
}

type Told = Within & { version: number; sheets: string }

async function tell(tx: Transaction, { seriesId, eventId, version, sheets }: Told, ids: string[]): Promise<void> {
  const { SITE_URL, AUTH_SECRET } = config()
  const links = await makeLinks(tx, 'ticket', { seriesId, eventId }, ids)
  const readers = ids.map((reader, n) => ({
    id: newUuid(),
    reader,
    sealed: Buffer.from(
      seal(`${SITE_URL}${linkPath('ticket', links[n]?.secret ?? '')}`, AUTH_SECRET, 'outbox'),
    ).toString('hex'),
  }))
  await tx.$executeRaw`
    INSERT INTO messages (id, series_id, event_id, registration_id, kind, rank, dedupe_key, locale, recipient_name,
      recipient, subject, text, sealed_link, calendar, next_attempt_at)
    SELECT m.id, ${seriesId}::uuid, r.event_id, r.id, 'event-change', ${ranks.change}::smallint, r.id || ':' || ${version}::text,
      sheet.locale, r.name, r.contact, sheet.subject, replace(sheet.text, ${nameGap}, r.name), decode(m.sealed, 'hex'),
      sheet.calendar, clock_timestamp() + make_interval(secs => ${secondsToTakeBack})
    FROM jsonb_to_recordset(${parcel(readers)}::jsonb) AS m(id uuid, reader uuid, sealed text)
    JOIN registrations r ON r.event_id = ${eventId}::uuid AND r.id = m.reader
    JOIN jsonb_to_recordset(${sheets}::jsonb) AS sheet(locale text, subject text, text text, calendar text)
      ON sheet.locale = CASE WHEN r.locale = 'en' THEN 'en' ELSE 'zh' END
    ON CONFLICT (kind, dedupe_key) DO NOTHING`
}
