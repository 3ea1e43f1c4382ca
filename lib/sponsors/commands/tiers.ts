import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { EventScope } from '@/lib/people/scope'
import { refuseChanged } from '@/lib/values/mark'
import { refuse } from '@/lib/values/refusal'
import { movedPast } from '../rules/ledger'
import { tierShown } from '../rules/tiers'
import type { Move } from '../schema/gifts'
import type { EditTier, GiveTier, TierInput } from '../schema/tiers'

type Scope = EventScope<'sponsors.edit'>

const promises = { tiers_name_free: () => refuse('tiers.name-taken', { field: 'name' }) }

/** Adds a tier below those there are; answers its id. Refuses `tiers.name-taken`. */
export function addTier(scope: Scope, input: TierInput, once?: Repeatable): Promise<string> {
  return change(
    scope,
    promises,
    async (tx, record) => {
      const last = await tx.tier.aggregate({ where: { ...scope.within }, _max: { position: true } })
      const { id } = await tx.tier.create({
        data: { ...scope.within, ...input, position: (last._max.position ?? 0) + 1 },
        select: { id: true },
      })
      record('tier.added', id)
      return id
    },
    once,
  )
}

/** Renames a tier. Refuses `tiers.name-taken`, `form.not-found`; raises ChangedMeanwhile when somebody was faster. */
export function editTier(scope: Scope, { id, version, ...names }: EditTier) {
  return change(scope, promises, async (tx, record) => {
    const before = (await tx.tier.findUnique({ where: scope.key(id) })) ?? refuse('form.not-found')
    refuseChanged(tierShown(before), version)
    await tx.tier.update({ where: scope.key(id), data: names })
    record('tier.changed', id)
  })
}

/** Moves a tier one place up or down. Refuses `form.not-found`. */
export function moveTier(scope: Scope, { id, direction }: Move) {
  return change(scope, {}, async (tx, record) => {
    const tiers = await tx.tier.findMany({
      where: { ...scope.within },
      orderBy: { position: 'asc' },
      select: { id: true },
    })
    const ids = tiers.map((tier) => tier.id)
    if (!ids.includes(id)) refuse('form.not-found')
    for (const [index, tierId] of movedPast(ids, id, direction).entries()) {
      await tx.tier.update({ where: scope.key(tierId), data: { position: index + 1 } })
    }
    record('tier.moved', id)
  })
}

/** Removes a tier while nobody stands in it. Refuses `tiers.in-use`, `form.not-found`. */
export function removeTier(scope: Scope, id: string) {
  return change(scope, {}, async (tx, record) => {
    const count = await tx.tierSponsor.count({ where: { ...scope.within, tierId: id } })
    if (count > 0) refuse('tiers.in-use', { values: { count } })
    const gone = await tx.tier.deleteMany({ where: { ...scope.within, id } })
    if (gone.count === 0) refuse('form.not-found')
    record('tier.removed', id)
  })
}

/** Puts a sponsor into a tier of this event, or into none. Refuses `form.not-found`. */
export function giveTier(scope: Scope, { sponsorId, tier, version }: GiveTier) {
  return change(scope, {}, async (tx, record) => {
    const sponsor = await tx.sponsor.count({ where: { ...scope.withinSeries, id: sponsorId, removedAt: null } })
    const known = tier === '' || (await tx.tier.count({ where: { ...scope.within, id: tier } })) > 0
    if (sponsor === 0 || !known) refuse('form.not-found')
    const before = await tx.tierSponsor.findFirst({ where: { ...scope.within, sponsorId }, select: { tierId: true } })
    refuseChanged({ tier: before?.tierId ?? '' }, version)
    await tx.tierSponsor.deleteMany({ where: { ...scope.within, sponsorId } })
    if (tier) await tx.tierSponsor.create({ data: { ...scope.within, ...scope.withinSeries, sponsorId, tierId: tier } })
    record('tier.given', sponsorId, { tier: tier || null })
  })
}
