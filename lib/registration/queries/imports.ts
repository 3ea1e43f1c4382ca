import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { missingColumns } from '../rules/import-columns'
import { type ReadRow, readRow } from '../rules/import-rows'
import { seatsLeft } from '../rules/seats'

type Guests = EventScope<'guests.edit'>
export type ImportPage = NonNullable<Awaited<ReturnType<typeof findImport>>>
export type ImportPreview = Awaited<ReturnType<typeof previewImport>>

/** The imports of an event, the latest first. */
export const listImports = (scope: Guests) =>
  database().guestImport.findMany({
    where: { ...scope.within },
    orderBy: { id: 'desc' },
    take: 20,
    select: {
      id: true,
      fileName: true,
      total: true,
      createdAt: true,
      startedAt: true,
      finishedAt: true,
      undoneAt: true,
    },
  })

/** One import with how many of its lines came to which end; null when there is none here. */
export async function findImport(scope: Guests, id: string) {
  const row = await database().guestImport.findUnique({
    where: scope.key(id),
    select: {
      id: true,
      fileName: true,
      head: true,
      columns: true,
      whenFull: true,
      notify: true,
      locale: true,
      total: true,
      createdAt: true,
      startedAt: true,
      finishedAt: true,
      undoneAt: true,
    },
  })
  if (!row) return null
  const groups = await database().guestImportRow.groupBy({
    by: ['outcome'],
    where: { eventId: scope.eventId, importId: id },
    _count: true,
  })
  const outcomes = Object.fromEntries(groups.map(({ outcome, _count }) => [outcome ?? 'left', _count]))
  return { ...row, outcomes: outcomes as Record<string, number> }
}

/** What running the import now would do: counts, the first lines, and the first that are wrong. Changes nothing. */
export async function previewImport(scope: Guests, found: ImportPage) {
  const lines = await linesOf(scope, found.id)
  const locale = found.locale === 'en' ? 'en' : 'zh'
  const missing = missingColumns(found.columns)
  const read = lines.map((line) => ({ ...line, row: readRow(line.cells, found.columns, locale) }))
  const contacts = read.flatMap(({ row }) => (row.kind === 'guest' ? [row.guest.contact.contact as string] : []))
  const live = await database().registration.findMany({
    where: {
      ...scope.within,
      contact: { in: [...new Set(contacts)] },
      status: { in: ['pending', 'confirmed', 'waitlisted'] },
    },
    select: { contact: true, name: true },
  })
  const seen = new Map(live.map(({ contact, name }) => [contact, name]))
  const judged = read.map((line) => ({ ...line, ...judge(line.row, seen) }))
  const count = (verdict: string) => judged.filter((line) => line.verdict === verdict).length
  const fresh = count('fresh')
  const seats = await freeSeats(scope)
  const seated = Math.min(fresh, seats)
  return {
    missing,
    counts: {
      fresh,
      seated,
      beyond: fresh - seated,
      known: count('known'),
      away: count('away'),
      wrong: count('wrong'),
    },
    first: judged.slice(0, 8),
    problems: judged.filter(({ verdict }) => verdict !== 'fresh').slice(0, 50),
  }
}

/** Somebody is known by their contact: among the live registrations, or further up in the list. */
function judge(row: ReadRow, seen: Map<string, string>): { verdict: string; like: string | null } {
  if (row.kind !== 'guest') return { verdict: row.kind, like: null }
  const like = seen.get(row.guest.contact.contact)
  if (like !== undefined) return { verdict: 'known', like }
  seen.set(row.guest.contact.contact, row.guest.name)
  return { verdict: 'fresh', like: null }
}

async function freeSeats(scope: Guests): Promise<number> {
  const event = await database().event.findUniqueOrThrow({ where: { id: scope.eventId } })
  const waits = await database().registration.findFirst({
    where: { ...scope.within, status: 'waitlisted' },
    select: { id: true },
  })
  return waits ? 0 : seatsLeft(event)
}

/** Every line of an import with what became of it, in the order of the file. */
export const linesOf = (scope: Guests, importId: string) =>
  database().guestImportRow.findMany({
    where: { eventId: scope.eventId, importId },
    orderBy: { number: 'asc' },
    select: { number: true, cells: true, outcome: true },
  })
