import 'server-only'
import { change, type Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { parcel } from '@/lib/database/parcel'
import { makeLinks } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { newUuid } from '@/lib/values/uuid'
import { guessColumns, missingColumns } from '../rules/import-columns'
import type { Table } from '../rules/import-file'
import { readRow } from '../rules/import-rows'
import { seatsLeft } from '../rules/seats'
import type { ImportPlan } from '../schema/imports'
import { findLiveEach, type Inserted, insertRegistrations, type Placed } from './insert'
import { type Letter, putLetters } from './letters'
import { promoteWaiting } from './promote'
import { seatsOf } from './seats'

type Guests = EventScope<'guests.edit'>

const full = {
  events_never_oversold: () => refuse('registration.full'),
  events_open_seats_fit: () => refuse('registration.full'),
}

/** So many lines in one transaction. */
const portion = 100

/** Keeps a list that was read, and guesses what its columns are. The same key again answers with the same import. */
export const keepImport = (scope: Guests, file: { name: string; table: Table; locale: 'zh' | 'en' }, key: string) =>
  change(scope, {}, async (tx, record) => {
    const { head, rows } = file.table
    const known = await tx.guestImport.findUnique({
      where: { eventId_requestKey: { eventId: scope.eventId, requestKey: key } },
      select: { id: true },
    })
    if (known) {
      record('import.read', known.id, { again: true })
      return known.id
    }
    const { id } = await tx.guestImport.create({
      data: {
        eventId: scope.eventId,
        fileName: file.name,
        head,
        columns: guessColumns(head),
        locale: file.locale,
        total: rows.length,
        byPersonId: scope.actorId,
        requestKey: key,
      },
      select: { id: true },
    })
    await tx.guestImportRow.createMany({
      data: rows.map((cells, n) => ({ eventId: scope.eventId, importId: id, number: n + 1, cells })),
    })
    record('import.read', id, { rows: rows.length })
    return id
  })

/** Says how the columns are to be read and what to do. Refuses `guests.import-under-way` once people were imported. */
export const planImport = (scope: Guests, plan: ImportPlan) =>
  change(scope, {}, async (tx, record) => {
    const found = await importOf(tx, scope, plan.id)
    if (found.startedAt) refuse('guests.import-under-way')
    if (plan.columns.length !== found.head.length) refuse('form.not-found')
    const { columns, locale, whenFull, notify } = plan
    await tx.guestImport.update({ where: scope.key(plan.id), data: { columns, locale, whenFull, notify } })
    record('import.planned', plan.id)
  })

/**
 * Imports the next portion of lines; answers how many are left. Nobody gets a consent that they did not give, and nobody
 * passes those who wait. A line that was done is never done again, so asking twice does no harm. Refuses
 * `guests.import-undone` and `guests.import-needs-columns`.
 */
export const runImport = (scope: Guests, id: string): Promise<{ left: number }> =>
  change(scope, full, async (tx, record) => {
    const found = await importOf(tx, scope, id)
    if (found.undoneAt) refuse('guests.import-undone')
    if (missingColumns(found.columns).length > 0) refuse('guests.import-needs-columns')
    const lines = await tx.guestImportRow.findMany({
      where: { eventId: scope.eventId, importId: id, outcome: null },
      orderBy: { number: 'asc' },
      take: portion,
      select: { number: true, cells: true },
    })
    const verdicts = await decide(tx, record, scope, found, lines)
    await keepOutcomes(tx, scope.eventId, id, verdicts)
    const left = await tx.guestImportRow.count({ where: { eventId: scope.eventId, importId: id, outcome: null } })
    const now = new Date()
    await tx.guestImport.update({
      where: scope.key(id),
      data: { startedAt: found.startedAt ?? now, finishedAt: left === 0 ? (found.finishedAt ?? now) : null },
    })
    record('import.ran', id, { lines: lines.length })
    return { left }
  })

type Import = Awaited<ReturnType<typeof importOf>>
type Line = { number: number; cells: string[] }
type Verdict = { number: number; outcome: string; registrationId: string | null }

/** Seats for those who can have one, in the order of the list, by a fixed number of statements. */
async function decide(tx: Transaction, record: Recorder, scope: Guests, found: Import, lines: Line[]) {
  const locale = found.locale === 'en' ? 'en' : 'zh'
  const read = lines.map((line) => ({ number: line.number, row: readRow(line.cells, found.columns, locale) }))
  const contacts = read.flatMap(({ row }) => (row.kind === 'guest' ? [row.guest.contact.contact as string] : []))
  // Whoever's offer is over by now is on the list no more, and comes with this one.
  await promoteWaiting(tx, scope, record)
  const known = new Set((await findLiveEach(tx, scope.eventId, contacts)).keys())
  const seats = await seatsOf(tx, scope.eventId)
  const placed: (Placed & { number: number })[] = []
  const verdicts = read.map(({ number, row }): Verdict => {
    const settled = (outcome: string) => ({ number, outcome, registrationId: null })
    if (row.kind !== 'guest') return settled(row.kind)
    if (known.has(row.guest.contact.contact)) return settled('known')
    const seated = seatsLeft(seats) > 0 && !seats.someoneWaits
    if (!seated && found.whenFull === 'refused') return settled('full')
    known.add(row.guest.contact.contact)
    if (seated) seats.openCount++
    else seats.someoneWaits = true
    placed.push({ number, status: seated ? 'confirmed' : 'waitlisted', requestKey: newUuid(), guest: row.guest })
    return settled(seated ? 'confirmed' : 'waitlisted')
  })
  const rows = await insertRegistrations(tx, { eventId: scope.eventId, seats }, placed)
  await afterwards(tx, record, scope, found, rows)
  const ids = new Map(placed.map(({ number }, n) => [number, rows[n]?.id ?? null]))
  return verdicts.map((verdict) => ({ ...verdict, registrationId: ids.get(verdict.number) ?? null }))
}

async function afterwards(tx: Transaction, record: Recorder, scope: Guests, found: Import, rows: Inserted[]) {
  for (const { id, status } of rows) record('registration.imported', id, { status, import: found.id })
  if (rows.length === 0) return
  // They never saw our note on personal data.
  await tx.registration.updateMany({
    where: { ...scope.within, id: { in: rows.map(({ id }) => id) } },
    data: { noticeVersion: 0 },
  })
  if (!found.notify) return
  const links = await makeLinks(
    tx,
    'ticket',
    scope,
    rows.map(({ id }) => id),
  )
  const letters = rows.map((to, n): Letter => {
    const occasion = to.status === 'confirmed' ? 'ticket' : 'waiting'
    return { occasion, registrationId: to.id, to, secret: links[n]?.secret ?? '' }
  })
  await putLetters(tx, scope, letters)
}

const keepOutcomes = (tx: Transaction, eventId: string, importId: string, verdicts: Verdict[]) =>
  tx.$executeRaw`
    UPDATE guest_import_rows r SET outcome = v.outcome, registration_id = v."registrationId"
    FROM jsonb_to_recordset(${parcel(verdicts)}::jsonb) AS v(number int, outcome text, "registrationId" uuid)
    WHERE r.event_id = ${eventId}::uuid AND r.import_id = ${importId}::uuid AND r.number = v.number AND r.outcome IS NULL`

/** An import of this event, or the refusal `form.not-found`. */
export async function importOf(tx: Transaction, scope: Guests, id: string) {
  const found = await tx.guestImport.findUnique({
    where: scope.key(id),
    select: {
      id: true,
      head: true,
      columns: true,
      whenFull: true,
      notify: true,
      locale: true,
      startedAt: true,
      finishedAt: true,
      undoneAt: true,
    },
  })
  return found ?? refuse('form.not-found')
}
