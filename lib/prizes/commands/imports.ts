import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { known, stepAside } from '@/lib/sponsors/commands/sponsors'
import type { ReadContact } from '@/lib/sponsors/rules/import-cells'
import { type ReadGift, readSponsorTable } from '@/lib/sponsors/rules/import-rows'
import { tableOf } from '@/lib/sponsors/rules/import-table'
import { kindsOf } from '@/lib/sponsors/rules/ledger'
import type { BringIn } from '@/lib/sponsors/schema/imports'
import { refuse } from '@/lib/values/refusal'
import { newUuid } from '@/lib/values/uuid'

type Scope = EventScope<'sponsors.edit'>
const again = () => refuse('form.busy')
const promises = { sponsors_name_free: again, gifts_giver_on_list: again }
/** Most units of prizes that one table may bring: what a transaction stores in its time. */
const mostUnits = 10_000

export type Brought = { sponsors: number; contacts: number; gifts: number }

/** Keeps a pasted table for its preview; answers its id. Refuses `imports.unreadable`, `imports.too-many-rows`. */
export function keepTable(scope: Scope, text: string): Promise<string> {
  return change(scope, {}, async (tx, record) => {
    const table = tableOf(text)
    if (typeof table === 'string') refuse(`imports.${table}`, { field: 'table' })
    const { id } = await tx.sponsorImport.create({ data: { ...scope.within, text }, select: { id: true } })
    record('import.started', null, { rows: table.length })
    return id
  })
}

/**
 * Brings a kept table in: sponsors and people that are known are used, the others added, every row becomes a gift; what
 * stands in the ledger already (same sponsor, same gift) is left alone, so that a table pasted twice changes nothing.
 * One transaction of some ten statements, however many rows. Refuses `form.not-found`, `imports.done-already`, `imports.too-many-units`.
 */
export function bringIn(scope: Scope, { id, status }: BringIn): Promise<Brought> {
  return change(scope, promises, async (tx, record) => {
    const kept = await tx.sponsorImport.findUnique({ where: scope.key(id) })
    if (!kept) return refuse('form.not-found')
    if (kept.doneAt) refuse('imports.done-already')
    const table = tableOf(kept.text)
    const rows = typeof table === 'string' ? [] : readSponsorTable(table).filter(({ skipped }) => !skipped)
    const sponsors = await sponsorsOf(tx, scope, rows)
    const people = await peopleOf(tx, scope, rows, sponsors.ids)
    const gifts = await giftsOf(tx, scope, { rows, status, sponsorIds: sponsors.ids, peopleIds: people.ids })
    await tx.sponsorImport.update({ where: scope.key(id), data: { text: '', doneAt: new Date() } })
    const brought = { sponsors: sponsors.added, contacts: people.added, gifts }
    record('import.done', null, brought)
    return brought
  })
}

const folded = (text: string) => text.toLowerCase()

async function sponsorsOf(tx: Transaction, scope: Scope, rows: ReadGift[]) {
  const there = await tx.sponsor.findMany({
    where: { ...known, ...scope.withinSeries },
    select: { id: true, name: true, nameEn: true },
  })
  // Whoever has it as their first name comes before whoever has it in the other language.
  const ids = new Map([
    ...there.map(({ id, nameEn, name }) => [folded(nameEn ?? name), id] as const),
    ...there.map(({ id, name }) => [folded(name), id] as const),
  ])
  const fresh = new Map<string, string>()
  for (const { sponsor } of rows) {
    if (ids.has(folded(sponsor))) continue
    const id = newUuid()
    ids.set(folded(sponsor), id)
    fresh.set(id, sponsor)
  }
  await stepAside(tx, scope.seriesId, [...fresh.values()])
  await tx.sponsor.createMany({ data: [...fresh].map(([id, name]) => ({ ...scope.withinSeries, id, name })) })
  return { ids, added: fresh.size }
}

const personKey = (sponsorId: string, name: string) => `${sponsorId}/${folded(name)}`

async function peopleOf(tx: Transaction, scope: Scope, rows: ReadGift[], sponsorIds: Map<string, string>) {
  const there = await tx.sponsorContact.findMany({
    where: { ...scope.withinSeries, removedAt: null, sponsorId: { in: [...new Set(sponsorIds.values())] } },
    select: { id: true, sponsorId: true, name: true },
  })
  const ids = new Map(there.map(({ id, sponsorId, name }) => [personKey(sponsorId, name), id]))
  const fresh: (ReadContact & { id: string; sponsorId: string; seriesId: string })[] = []
  for (const { sponsor, contacts } of rows) {
    const sponsorId = sponsorIds.get(folded(sponsor)) ?? ''
    for (const contact of contacts) {
      const key = personKey(sponsorId, contact.name)
      if (ids.has(key)) continue
      const id = newUuid()
      ids.set(key, id)
      fresh.push({ ...contact, ...scope.withinSeries, id, sponsorId })
    }
  }
  await tx.sponsorContact.createMany({ data: fresh })
  return { ids, added: fresh.length }
}

type Given = {
  rows: ReadGift[]
  status: BringIn['status']
  sponsorIds: Map<string, string>
  peopleIds: Map<string, string>
}

async function giftsOf(tx: Transaction, scope: Scope, { rows, status, sponsorIds, peopleIds }: Given): Promise<number> {
  const there = await tx.gift.findMany({
    where: { ...scope.within, removedAt: null },
    select: { sponsorId: true, title: true, position: true },
  })
  const entered = new Set(there.map(({ sponsorId, title }) => `${sponsorId}/${folded(title)}`))
  const last = Math.max(0, ...there.map(({ position }) => position))
  const fresh = rows.flatMap((row) => {
    const sponsorId = sponsorIds.get(folded(row.sponsor)) ?? ''
    const key = `${sponsorId}/${folded(row.title)}`
    if (row.title === '' || entered.has(key)) return []
    entered.add(key)
    return [{ id: newUuid(), row, sponsorId, ...kindsOf(row.sort) }]
  })
  const at = { ...scope.within, ...scope.withinSeries }
  await tx.gift.createMany({
    data: fresh.map(({ id, row, sponsorId, kind }, index) => {
      const { title, quantity, delivery, note } = row
      return { ...at, id, sponsorId, kind, title, quantity, delivery, note, status, position: last + index + 1 }
    }),
  })
  await tx.giftContact.createMany({
    data: fresh.flatMap(({ id, row, sponsorId }) =>
      [...new Set(row.contacts.map(({ name }) => peopleIds.get(personKey(sponsorId, name))))].flatMap((contactId) =>
        contactId ? [{ ...at, giftId: id, contactId }] : [],
      ),
    ),
  })
  const prizes = fresh.flatMap(({ id, prizeKind }) => (prizeKind ? [{ ...scope.within, id, kind: prizeKind }] : []))
  const units = fresh.reduce((sum, { row, prizeKind }) => sum + (prizeKind ? (row.quantity ?? 0) : 0), 0)
  if (units > mostUnits) refuse('imports.too-many-units', { values: { most: mostUnits } })
  await tx.prize.createMany({ data: prizes })
  // Thousands of units are numbered where they are stored.
  await tx.$executeRaw`
    INSERT INTO prize_units (event_id, id, prize_id, number)
    SELECT g.event_id, gen_random_uuid(), g.id, n FROM gifts g, generate_series(1, g.quantity) n
    WHERE g.event_id = ${scope.eventId}::uuid AND g.id = ANY (${prizes.map(({ id }) => id)}::uuid[])`
  return fresh.length
}
