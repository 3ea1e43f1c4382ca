import 'server-only'
import { database } from '@/lib/database/client'
import { copyOut } from '@/lib/database/copy'
import { Prisma } from '@/lib/database/generated/client'
import type { EventScope } from '@/lib/people/scope'
import { type Locale, words } from '@/lib/words/load'
import type { GuestFilter } from '../schema/guests'
import { conditions, orderOf, statusesOf } from './matching'

type Guests = EventScope<'guests.view'>
type Ask = { filter: GuestFilter; locale: Locale }

/** The columns of an export, in order; their words stand under `registration.guests.csv`. */
export const exportColumns = [
  'name',
  'contact',
  'status',
  'place',
  'code',
  'registered',
  'cameIn',
  'news',
  'photos',
] as const

/** So many rows go into one workbook, which has to stand in memory whole. */
export const mostInSheet = 20_000

/** The guests that the filter shows, as rows of CSV streamed from Postgres; how many there are does not matter. */
export const exportCsv = (scope: Guests, ask: Ask): Promise<ReadableStream<Uint8Array>> =>
  copyOut(rowsOf(scope, ask, forCsv))

/** The same as cells of a workbook, or null when there are more than `mostInSheet`. */
export async function exportCells(scope: Guests, ask: Ask): Promise<string[][] | null> {
  const rows = await database().$queryRaw<Record<string, string | null>[]>`
    ${rowsOf(scope, ask, forSheet)} LIMIT ${mostInSheet + 1}`
  if (rows.length > mostInSheet) return null
  return rows.map((row) => exportColumns.map((column) => row[column] ?? ''))
}

type Cells = { text: (column: Prisma.Sql) => Prisma.Sql; contact: Prisma.Sql }

const forSheet: Cells = { text: (column) => column, contact: Prisma.sql`r.contact` }

/**
 * A spreadsheet reads CSV by guessing. What would be a formula gets an apostrophe in front (OWASP, "CSV injection"); a
 * phone number gets a gap, with which it stays a text that keeps its plus and its zeros.
 */
const forCsv: Cells = {
  // Letters and characters stand between the signs that start a formula and the same signs in full width: most names
  // need no closer look.
  text: (column) => Prisma.sql`CASE WHEN ${column} COLLATE "C" BETWEEN 'A' AND '\ufeff' THEN ${column}
    WHEN ${column} ~ '^\\s*[-=+@\uff0d\uff1d\uff0b\uff20]' THEN '''' || ${column} ELSE ${column} END`,
  contact: Prisma.sql`CASE WHEN r.contact COLLATE "C" >= 'A' THEN r.contact
    WHEN r.contact_kind = 'email' THEN CASE WHEN left(r.contact, 1) IN ('=', '+', '-') THEN '''' || r.contact ELSE r.contact END
    WHEN starts_with(r.contact, '+86') THEN '+86 ' || substr(r.contact, 4)
    ELSE left(r.contact, -4) || ' ' || right(r.contact, 4) END`,
}

/** Times stand as the event's zone has them. */
function rowsOf(scope: Guests, { filter, locale }: Ask, cells: Cells): Prisma.Sql {
  const t = words(locale, 'registration')
  const said = (['pending', 'confirmed', 'waitlisted', 'declined', 'cancelled'] as const).map(
    (status) => Prisma.sql`WHEN ${status}::registration_status THEN ${t(`guests.csvStatus.${status}`)}`,
  )
  const yes = t('guests.csvYes')
  const at = (column: Prisma.Sql) => Prisma.sql`to_char(${column} AT TIME ZONE ${scope.timeZone}, 'YYYY-MM-DD HH24:MI')`
  const list = statusesOf(filter.tab)
  const there = list.length ? Prisma.sql`AND r.status = ANY (${list}::registration_status[])` : Prisma.empty
  return Prisma.sql`
    SELECT ${cells.text(Prisma.sql`r.name`)} AS name,
      CASE WHEN starts_with(r.contact, 'erased:') THEN '' ELSE ${cells.contact} END AS contact,
      CASE r.status ${Prisma.join(said, ' ')} END AS status,
      CASE WHEN r.status = 'waitlisted' THEN r.waitlist_position::text END AS place,
      r.ticket_code AS code, ${at(Prisma.sql`r.created_at`)} AS registered, ${at(Prisma.sql`c.at`)} AS "cameIn",
      CASE WHEN r.news_consent_at IS NOT NULL THEN ${yes} END AS news,
      CASE WHEN r.photo_consent_at IS NOT NULL THEN ${yes} END AS photos
    FROM registrations r
    LEFT JOIN check_ins c ON c.event_id = r.event_id AND c.registration_id = r.id
      AND c.outcome = 'accepted' AND c.undone_at IS NULL
    WHERE ${conditions(scope.eventId, filter)} ${there} ORDER BY ${orderOf(filter.sort, false)}`
}
