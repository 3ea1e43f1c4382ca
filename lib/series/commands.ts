import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { Promises } from '@/lib/database/promises'
import type { OwnerScope, SeriesScope } from '@/lib/people/scope'
import { changedFields } from '@/lib/values/changed'
import { pinyinSlug } from '@/lib/values/pinyin'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { isReserved, proposeSeriesSlug } from './rules'
import type { EditSeries, NewSeries } from './schema'

const promises: Promises = {
  series_slug_key: () => refuse('series.slug-taken', { field: 'slug' }),
  series_slugs_pkey: () => refuse('series.slug-taken', { field: 'slug' }),
}

/** Starts a series. Refuses `series.slug-taken` and `series.slug-reserved`; answers its slug. */
export async function createSeries(owner: OwnerScope, input: NewSeries, once?: Repeatable): Promise<{ slug: string }> {
  const slug = proposeSeriesSlug(input.slug, pinyinSlug(input.name))
  if (isReserved(slug)) refuse('series.slug-reserved', { field: 'slug' })
  return change(
    owner,
    promises,
    async (tx, record) => {
      const series = await tx.series.create({ data: { ...input, slug, slugs: { create: { slug } } } })
      record('series.created', series.id)
      return { slug }
    },
    once,
  )
}

/**
 * Rewrites what a series says of itself. A new slug leaves the old one pointing here for ever; one that any series ever
 * had is refused. Answers the slug that holds from now on.
 */
export async function editSeries(scope: SeriesScope<'series.edit'>, input: EditSeries): Promise<{ slug: string }> {
  const { version, slug: asked, ...words } = input
  const slug = asked ?? scope.seriesSlug
  if (isReserved(slug)) refuse('series.slug-reserved', { field: 'slug' })
  return change(scope, promises, async (tx, record) => {
    const before = await tx.series.findUniqueOrThrow({ where: { id: scope.seriesId } })
    const { count } = await tx.series.updateMany({
      where: { id: scope.seriesId, version },
      data: { ...words, slug, version: { increment: 1 } },
    })
    if (count === 0) throw new ChangedMeanwhile(before.version, asForm(before))
    if (slug !== before.slug) await keepSlug(tx, scope.seriesId, slug)
    record('series.edited', scope.seriesId, { fields: changedFields(before, { ...words, slug }) })
    return { slug }
  })
}

async function keepSlug(tx: Transaction, seriesId: string, slug: string) {
  const own = await tx.seriesSlug.findFirst({ where: { slug, seriesId } })
  if (!own) await tx.seriesSlug.create({ data: { slug, seriesId } })
}

const asForm = (series: Omit<NewSeries, 'slug'> & { slug: string }): Record<string, string> => ({
  name: series.name,
  nameEn: series.nameEn ?? '',
  tagline: series.tagline,
  taglineEn: series.taglineEn ?? '',
  organizerName: series.organizerName,
  reach: series.reach,
  slug: series.slug,
})
