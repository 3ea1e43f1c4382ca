import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { ownerScope, publicSeries, seriesScope } from '@/lib/people/scope'
import { createSeries, editSeries } from '@/lib/series/commands'
import { findSeries, listMySeries, listPublicSeriesSlugs, publicSeriesFacts } from '@/lib/series/queries'
import { reachHref } from '@/lib/series/rules'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import { anEvent, anOrganizerOfSeries, aPerson, aSeries, giveRole } from '../support/factories'
import { expect, test } from '../support/test'

const words = { nameEn: null, tagline: '', taglineEn: null, organizerName: '测试者', reach: '' }
const unique = () => randomUUID().slice(0, 8)

async function anOwner() {
  const scope = ownerScope(await aPerson({ owner: true }))
  if (!scope) throw new Error('an owner owns')
  return scope
}

test('an owner starts a series, once however often the form is sent', async () => {
  const owner = await anOwner()
  const input = { ...words, name: `巡回${unique()}`, slug: `tour-${unique()}` }
  const once = { key: randomUUID(), input }
  const first = await createSeries(owner, input, once)
  expect(await createSeries(owner, input, once)).toEqual(first)
  await expect(createSeries(owner, input)).rejects.toMatchObject({ code: 'series.slug-taken' })
})

test('how to reach the organisers is one line, and everybody may read it', async () => {
  const { id, slug } = await aSeries()
  await anEvent({ seriesId: id, published: true })
  const scope = await anOrganizerOfSeries('series.edit', id)
  await editSeries(scope, { ...words, name: '巡回', slug: null, version: 1, reach: '微信 yiqi-demo' })
  const series = await publicSeries(slug)
  expect(series && (await publicSeriesFacts(series))).toMatchObject({ reach: '微信 yiqi-demo' })
  const two = database().series.update({ where: { id }, data: { reach: 'a\nb' } })
  await expect(two).rejects.toThrow('series_reach_is_one_line')
})

for (const [reach, href] of [
  ['hello@example.com', 'mailto:hello@example.com'],
  ['138 0013 8000', 'tel:+8613800138000'],
  ['https://example.org/ask?from=page', 'https://example.org/ask?from=page'],
  ['微信 yiqi-demo', null],
  ['javascript:alert(1)', null],
  ['https://', null],
] as const) {
  test(`${reach} leads to ${href ?? 'nothing but its words'}`, () => expect(reachHref(reach)).toBe(href))
}

test('a series cannot take the address of a room of the site', async () => {
  const input = { ...words, name: '巡回', slug: 'organize' }
  await expect(createSeries(await anOwner(), input)).rejects.toMatchObject({ code: 'series.slug-reserved' })
})

test('only the owner of the instance starts series', async () => {
  expect(ownerScope(await aPerson())).toBeNull()
})

test('a new address leaves the old one leading here, and nobody else gets it', async () => {
  const scope = await anOrganizerOfSeries('series.edit')
  const series = await aSeries()
  const before = scope.seriesSlug
  await anEvent({ seriesId: scope.seriesId, published: true })
  const slug = `moved-${unique()}`
  const input = { ...words, name: '改名', slug, version: 1 }
  expect(await editSeries(scope, input)).toEqual({ slug })
  expect(await publicSeries(before)).toMatchObject({ seriesId: scope.seriesId, seriesSlug: slug })
  const other = await anOrganizerOfSeries('series.edit', series.id)
  await expect(editSeries(other, { ...input, slug: before })).rejects.toMatchObject({ code: 'series.slug-taken' })
  await editSeries(scope, { ...input, slug: before, version: 2 })
  expect(await publicSeries(slug)).toMatchObject({ seriesSlug: before })
})

test('the second of two who edit a series is shown what the first wrote', async () => {
  const scope = await anOrganizerOfSeries('series.edit')
  await editSeries(scope, { ...words, name: '先改的', slug: null, version: 1 })
  const late = editSeries(scope, { ...words, name: '后改的', slug: null, version: 1 })
  await expect(late).rejects.toBeInstanceOf(ChangedMeanwhile)
  await expect(late).rejects.toMatchObject({ version: 2, current: { name: '先改的' } })
  expect((await findSeries(scope)).name).toBe('先改的')
})

test('a series is public once one of its stops is', async () => {
  const series = await aSeries()
  const draft = await anEvent({ seriesId: series.id })
  expect(draft.publishedAt).toBeNull()
  expect(await publicSeries(series.slug)).toBeNull()
  await anEvent({ seriesId: series.id, published: true })
  expect(await publicSeries(series.slug)).not.toBeNull()
  expect(await listPublicSeriesSlugs()).toContain(series.slug)
})

test('people see the series they work on, whole or in part, and no other', async () => {
  const [whole, part, none] = [await aSeries(), await aSeries(), await aSeries()]
  const viewer = await aPerson()
  await giveRole(viewer, 'organizer', { seriesId: whole.id })
  const event = await anEvent({ seriesId: part.id })
  await giveRole(viewer, 'host', { seriesId: part.id, eventId: event.id })
  const mine = await listMySeries(viewer)
  expect(mine.map(({ id, whole: all }) => [id, all])).toEqual([
    [whole.id, true],
    [part.id, false],
  ])
  expect(await seriesScope(viewer, { id: none.id }, 'series.view')).toBeNull()
  expect(await seriesScope(viewer, { id: part.id }, 'series.edit')).toBeNull()
})
