import 'server-only'
import { database } from '@/lib/database/client'
import { copyOut } from '@/lib/database/copy'
import { Prisma } from '@/lib/database/generated/client'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'
import type { GuestFilter } from '../schema/guests'
import { conditions, orderOf, statusesOf } from './matching'

type Guests = EventScope<'guests.view'>
/** `questions`: whose answers come as columns of their own. */
type Ask = { filter: GuestFilter; locale: Locale; questions?: AskedColumn[] }
/** A question as a column: its name in the export's language. */
export type AskedColumn = { id: string; label: string }

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

/**
 * The questions whose answers go along, in the order of the form, those taken off it too where somebody answered.
 * Sensitive ones only when they are asked for: what is kept shorter here should not lie about in files.
 */
export async function exportQuestions(
  scope: Guests,
  { locale, sensitive }: { locale: Locale; sensitive: boolean },
): Promise<AskedColumn[]> {
  const rows = await database().question.findMany({
    where: { ...scope.within, ...(sensitive ? {} : { sensitive: false }), answers: { some: {} } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, label: true, labelEn: true },
  })
  return rows.map(({ id, label, labelEn }) => ({ id, label: inLanguage(locale, label, labelEn) }))
}

/** So many rows go into one workbook, which has to stand in memory whole. */
export const mostInSheet = 20_000

/** The guests that the filter shows, as rows of CSV streamed from Postgres; how many there are does not matter. */
export const exportCsv = (scope: Guests, ask: Ask): Promise<ReadableStream<Uint8Array>> =>
  copyOut(rowsOf(scope, ask, forCsv), { timeZone: scope.timeZone })

/** The same as cells of a workbook, or null when there are more than `mostInSheet`. */
export async function exportCells(scope: Guests, ask: Ask): Promise<string[][] | null> {
  const rows = await database().$queryRaw<SheetRow[]>`
    ${rowsOf(scope, ask, forSheet)} LIMIT ${mostInSheet + 1}`
  if (rows.length > mostInSheet) return null
  return rows.map(({ answers = [], ...row }) =>
    [...exportColumns.map((column) => row[column]), ...answers].map((cell) => String(cell ?? '')),
  )
}

type SheetRow = Partial<Record<(typeof exportColumns)[number], string | number | null>> & {
  answers?: (string | null)[]
}

type Cells = {
  text: (column: Prisma.Sql) => Prisma.Sql
  contact: Prisma.Sql
  /** Day and time to the second as the event's zone has them. */
  at: (column: Prisma.Sql, timeZone: string) => Prisma.Sql
  /** What follows the columns that every export has. */
  answers: (cells: Prisma.Sql[]) => Prisma.Sql
}

const forSheet: Cells = {
  text: (column) => column,
  contact: Prisma.sql`CASE WHEN starts_with(r.contact, 'erased:') THEN '' ELSE r.contact END`,
  at: (column, timeZone) =>
    Prisma.sql`to_char((${column} AT TIME ZONE ${timeZone})::timestamp(0), 'YYYY-MM-DD HH24:MI:SS')`,
  answers: (cells) => Prisma.sql`, ARRAY[${Prisma.join(cells)}]::text[] AS answers`,
}

/**
 * A spreadsheet reads CSV by guessing. What would be a formula gets an apostrophe in front (OWASP, "CSV injection"); a
 * phone number gets a gap, with which it stays a text that keeps its plus and its zeros.
 */
const forCsv: Cells = {
  // Letters and characters stand between the signs that start a formula and the same signs in full width: most names
  // need no closer look.
  text: (column) => Prisma.sql`CASE WHEN ${column} COLLATE "C" BETWEEN 'A' AND '\ufeff' THEN ${column}
    WHEN ${column} ~ '^\\s*[-=+@\uff0d\uff1d\uff0b\uff20]' THEN '''' || ${column} ELSE ${column} END`,
  // What comes first is what most have: each further look costs a million times.
  contact: Prisma.sql`CASE WHEN r.contact COLLATE "C" >= 'f' THEN r.contact
    WHEN r.contact_kind = 'phone' THEN CASE WHEN starts_with(r.contact, '+86') THEN '+86 ' || right(r.contact, -3)
      WHEN starts_with(r.contact, 'erased:') THEN '' ELSE left(r.contact, -4) || ' ' || right(r.contact, 4) END
    WHEN starts_with(r.contact, 'erased:') THEN ''
    WHEN left(r.contact, 1) IN ('=', '+', '-') THEN '''' || r.contact ELSE r.contact END`,
  // The connection is in the event's zone: a cast costs a tenth of to_char, a million times.
  at: (column) => Prisma.sql`${column}::timestamp(0)`,
  answers: (cells) => Prisma.sql`, ${Prisma.join(cells)}`,
}

/** Times stand as the event's zone has them. */
function rowsOf(scope: Guests, { filter, locale, questions = [] }: Ask, cells: Cells): Prisma.Sql {
  const t = words(locale, 'registration')
  const said = (['waitlisted', 'confirmed', 'pending', 'declined', 'cancelled'] as const).map(
    (status) => Prisma.sql`WHEN ${status}::registration_status THEN ${t(`guests.csvStatus.${status}`)}`,
  )
  const yes = t('guests.csvYes')
  const at = (column: Prisma.Sql) => cells.at(column, scope.timeZone)
  const answers = questions.map(({ id }) => answerTo(scope, id, cells))
  const list = statusesOf(filter.tab)
  const there = list.length ? Prisma.sql`AND r.status = ANY (${list}::registration_status[])` : Prisma.empty
  return Prisma.sql`
    SELECT ${cells.text(Prisma.sql`r.name`)} AS name,
      ${cells.contact} AS contact,
      CASE r.status ${Prisma.join(said, ' ')} END AS status,
      CASE WHEN r.status = 'waitlisted' THEN r.waitlist_position END AS place,
      r.ticket_code AS code, ${at(Prisma.sql`r.created_at`)} AS registered, ${at(Prisma.sql`c.at`)} AS "cameIn",
      CASE WHEN r.news_consent_at IS NOT NULL THEN ${yes} END AS news,
      CASE WHEN r.photo_consent_at IS NOT NULL THEN ${yes} END AS photos
      ${answers.length > 0 ? cells.answers(answers) : Prisma.empty}
    FROM registrations r
    LEFT JOIN check_ins c ON c.event_id = r.event_id AND c.registration_id = r.id
      AND c.outcome = 'accepted' AND c.undone_at IS NULL
    WHERE ${conditions(scope.eventId, filter)} ${there} ORDER BY ${orderOf(filter.sort, false)}`
}

/** The answer to one question; several choices stand in one cell. */
const answerTo = (scope: Guests, questionId: string, cells: Cells): Prisma.Sql => Prisma.sql`(
  SELECT ${cells.text(Prisma.sql`given.text`)} FROM (
    SELECT array_to_string(a.given, '; ') AS text FROM answers a WHERE a.event_id = ${scope.eventId}::uuid
      AND a.registration_id = r.id AND a.question_id = ${questionId}::uuid) given)`
