import { database } from '@/lib/database/client'
import { eventPermissions, mayOnEvent, mayOnSeries, seriesPermissions } from '@/lib/people/roles'
import { eventScope, ownerScope, seriesScope, type Viewer } from '@/lib/people/scope'
import { anEvent, aPerson, aSeries, giveRole } from '../support/factories'
import { expect, test } from '../support/test'

/** One series with two stops, and another series with one. */
async function places() {
  const [series, elsewhere] = [await aSeries(), await aSeries()]
  const [stop, next] = [await anEvent({ seriesId: series.id }), await anEvent({ seriesId: series.id })]
  return { series, elsewhere, stop, next, foreign: await anEvent({ seriesId: elsewhere.id }) }
}

/** Every proof that somebody gets in these places, as "place permission". */
async function proofsOf(
  viewer: Viewer,
  { series, elsewhere, stop, next, foreign }: Awaited<ReturnType<typeof places>>,
) {
  const got: string[] = []
  for (const [place, { id, slug, seriesId }] of Object.entries({ stop, next, foreign })) {
    const within = seriesId === series.id ? series.slug : elsewhere.slug
    for (const permission of eventPermissions) {
      const found = await eventScope(viewer, { id }, permission)
      expect((await eventScope(viewer, { series: within, event: slug }, permission))?.eventId).toBe(found?.eventId)
      if (found) got.push(`${place} ${permission}`)
    }
  }
  for (const [place, { id, slug }] of Object.entries({ series, elsewhere })) {
    for (const permission of seriesPermissions) {
      const found = await seriesScope(viewer, { id }, permission)
      expect((await seriesScope(viewer, { slug }, permission))?.seriesId).toBe(found?.seriesId)
      if (found) got.push(`${place} ${permission}`)
    }
  }
  return got
}

for (const role of ['organizer', 'editor', 'host', 'door', 'viewer'] as const) {
  test(`${role}: the role opens its own place, nothing beside it, and nothing once it is taken away`, async () => {
    const all = await places()
    const viewer = await aPerson()
    const whole = role === 'organizer'
    await giveRole(viewer, role, { seriesId: all.series.id, ...(whole ? {} : { eventId: all.stop.id }) })
    const may = eventPermissions.filter((permission) => mayOnEvent(role, permission))
    const wanted = [
      ...(whole ? ['stop', 'next'] : ['stop']).flatMap((place) => may.map((permission) => `${place} ${permission}`)),
      ...seriesPermissions.filter((permission) => mayOnSeries(role, permission)).map((one) => `series ${one}`),
    ]
    expect(await proofsOf(viewer, all)).toEqual(wanted)
    expect(ownerScope(viewer)).toBeNull()
    await database().membership.updateMany({ where: { personId: viewer.personId }, data: { revokedAt: new Date() } })
    expect(await proofsOf(viewer, all)).toEqual([])
  })
}
