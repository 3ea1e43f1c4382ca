import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { SponsorDesk } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { publicStatuses } from '../rules/ledger'
import type { AddSponsor, DeskSponsor, EditSponsor } from '../schema/gifts'
import { contactAt } from './contacts'

const promises = { sponsors_name_free: () => refuse('sponsors.name-taken', { field: 'name' }) }

/** Adds a sponsor to the series; answers its id. Refuses `sponsors.name-taken`. */
export function addSponsor(scope: EventScope<'sponsors.edit'>, input: AddSponsor, once?: Repeatable) {
  return change(
    scope,
    promises,
    async (tx, record) => {
      await stepAside(tx, scope.seriesId, [input.name])
      const sponsor = await tx.sponsor.create({ data: { ...scope.withinSeries, ...input }, select: { id: true } })
      record('sponsor.added', sponsor.id)
      return sponsor.id
    },
    once,
  )
}

/** Changes a sponsor of the series. Refuses `sponsors.name-taken`; raises ChangedMeanwhile when somebody was faster. */
export function editSponsor(scope: EventScope<'sponsors.edit'>, { id, version, ...fields }: EditSponsor) {
  return change(scope, promises, async (tx, record) => {
    await stepAside(tx, scope.seriesId, [fields.name], id)
    await rewrite(tx, { seriesId: scope.seriesId, id, version }, fields)
    record('sponsor.changed', id, { fields: Object.keys(fields) })
  })
}

/** What the sponsor writes of itself at its desk: name, link and text. Same refusals as `editSponsor`. */
export function editOwnSponsor(desk: SponsorDesk, { version, ...fields }: DeskSponsor) {
  return change(desk, promises, async (tx, record) => {
    const { sponsorId } = await contactAt(tx, desk)
    await rewrite(tx, { seriesId: desk.seriesId, id: sponsorId, version }, fields)
    record('sponsor.changed', sponsorId, { fields: Object.keys(fields) })
  })
}

/** Takes a sponsor off the list, with its desks. Refuses `sponsors.has-gifts` while any stop counts on it. */
export function removeSponsor(scope: EventScope<'sponsors.edit'>, id: string) {
  const stays = { sponsors_with_gifts_stay: () => refuse('form.busy') }
  return change(scope, stays, async (tx, record) => {
    const gifts = await tx.gift.count({ where: { seriesId: scope.seriesId, sponsorId: id, removedAt: null } })
    if (gifts > 0) refuse('sponsors.has-gifts', { values: { count: gifts } })
    const { count } = await tx.sponsor.updateMany({
      where: { ...scope.withinSeries, id, removedAt: null },
      data: { removedAt: new Date() },
    })
    if (count === 0) refuse('form.not-found')
    record('sponsor.removed', id)
  })
}

/** Brings a removed sponsor back. Refuses `sponsors.name-taken` when another took its name. */
export function restoreSponsor(scope: EventScope<'sponsors.edit'>, id: string) {
  return change(scope, promises, async (tx, record) => {
    const { count } = await tx.sponsor.updateMany({ where: { ...scope.withinSeries, id }, data: { removedAt: null } })
    if (count === 0) refuse('form.not-found')
    record('sponsor.restored', id)
  })
}

const confirmed = { removedAt: null, status: { in: [...publicStatuses] } }
/** Whoever offered something on a public board by themselves, none of which an organiser has confirmed. */
const awaited = { removedAt: null, offeredAt: { not: null }, gifts: { none: confirmed } }
/** The sponsors that organisers know; whoever only offered by themselves is none before an organiser's word. */
export const known = { removedAt: null, NOT: awaited }

/** A step: does this sponsor still wait for an organiser's word? */
export const isAwaited = async (tx: Transaction, at: { seriesId: string; sponsorId: string }): Promise<boolean> =>
  (await tx.sponsor.count({ where: { ...awaited, seriesId: at.seriesId, id: at.sponsorId } })) > 0

/** A step: the known sponsor of the series with this name, or else with it in the other language; added when there is none. */
export async function sponsorNamed(
  tx: Transaction,
  seriesId: string,
  name: string,
): Promise<{ id: string; added: boolean }> {
  const found = await tx.sponsor.findMany({
    where: { ...known, seriesId, OR: [{ name }, { nameEn: name }] },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
  const first = found.find((sponsor) => sponsor.name === name) ?? found[0]
  if (first) return { id: first.id, added: false }
  await stepAside(tx, seriesId, [name])
  const { id } = await tx.sponsor.create({ data: { seriesId, name }, select: { id: true } })
  return { id, added: true }
}

/**
 * A step: whoever still waits for an organiser's word under one of these names gets a number behind it. A name that
 * anybody may type on a public board must neither be kept from its owner nor open what is entered under it.
 */
export async function stepAside(tx: Transaction, seriesId: string, names: string[], but?: string): Promise<void> {
  const there = await tx.sponsor.findMany({
    where: { ...awaited, seriesId, name: { in: names }, ...(but ? { id: { not: but } } : {}) },
    select: { id: true, name: true },
  })
  for (const { id, name } of there) {
    const data = { name: await freeName(tx, seriesId, name), version: { increment: 1 } }
    await tx.sponsor.update({ where: { key: { seriesId, id } }, data })
  }
}

/** A step: the name as it is, with a number after it when the series knows another one of that name. */
export async function freeName(tx: Transaction, seriesId: string, name: string): Promise<string> {
  const taken = await tx.sponsor.findMany({
    where: { seriesId, removedAt: null, name: { startsWith: name } },
    select: { name: true },
  })
  const names = new Set(taken.map((sponsor) => sponsor.name))
  const numbered = (n: number): string => (n === 1 ? name : `${name} · ${n}`)
  let n = 1
  while (names.has(numbered(n))) n++
  return numbered(n)
}

async function rewrite(
  tx: Transaction,
  at: { seriesId: string; id: string; version: number },
  fields: Omit<DeskSponsor, 'version'> & { kind?: AddSponsor['kind'] },
) {
  const { count } = await tx.sponsor.updateMany({
    where: { ...at, removedAt: null },
    data: { ...fields, version: { increment: 1 } },
  })
  if (count === 1) return
  const row = await tx.sponsor.findFirst({ where: { seriesId: at.seriesId, id: at.id, removedAt: null } })
  if (!row) return refuse('form.not-found')
  const { kind, name, nameEn, link, blurb, blurbEn } = row
  // The desk's form calls the link `website`.
  const current = { kind, name, nameEn: nameEn ?? '', link, website: link, blurb, blurbEn: blurbEn ?? '' }
  throw new ChangedMeanwhile(row.version, current)
}
