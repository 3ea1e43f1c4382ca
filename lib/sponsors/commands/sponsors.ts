import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { SponsorDesk } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import type { AddSponsor, DeskSponsor, EditSponsor } from '../schema/gifts'
import { contactAt } from './contacts'

const promises = { sponsors_name_free: () => refuse('sponsors.name-taken', { field: 'name' }) }

/** Adds a sponsor to the series; answers its id. Refuses `sponsors.name-taken`. */
export function addSponsor(scope: EventScope<'sponsors.edit'>, input: AddSponsor, once?: Repeatable) {
  return change(
    scope,
    promises,
    async (tx, record) => {
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
  return change(scope, {}, async (tx, record) => {
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

/** A step: the sponsor of the series with this name, added when there is none yet. */
export async function sponsorNamed(
  tx: Transaction,
  seriesId: string,
  name: string,
): Promise<{ id: string; added: boolean }> {
  const known = await tx.sponsor.findFirst({
    where: { seriesId, removedAt: null, OR: [{ name }, { nameEn: name }] },
    select: { id: true },
  })
  if (known) return { id: known.id, added: false }
  const { id } = await tx.sponsor.create({ data: { seriesId, name }, select: { id: true } })
  return { id, added: true }
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
  const { name, nameEn, link, blurb, blurbEn } = row
  // The desk's form calls the link `website`.
  const current = { name, nameEn: nameEn ?? '', link, website: link, blurb, blurbEn: blurbEn ?? '' }
  throw new ChangedMeanwhile(row.version, current)
}
