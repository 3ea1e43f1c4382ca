import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import type { Role as StoredRole } from '@/lib/database/generated/client'
import type { EventPermission, SeriesPermission } from '@/lib/people/roles'
import { type EventScope, eventScope, type SeriesScope, seriesScope, type Viewer, viewerOf } from '@/lib/people/scope'

/**
 * The people and places of tests. Each test makes its own series, so that all run beside each other and nothing is
 * ever emptied. Rows that commands would make in ways under test are made by the commands instead.
 */
const unique = () => randomUUID().slice(0, 8)

/** Somebody with an account; an owner when said so. */
export async function aPerson(given: { owner?: boolean; name?: string } = {}): Promise<Viewer> {
  const { id } = await database().person.create({
    data: {
      name: given.name ?? 'Invented Person',
      email: `person-${unique()}@example.com`,
      ownerSince: given.owner ? new Date() : null,
    },
  })
  return found(await viewerOf(id))
}

/** A series of its own. */
export async function aSeries(given: { name?: string } = {}) {
  const slug = `series-${unique()}`
  const name = given.name ?? '测试系列'
  return database().series.create({
    data: { slug, name, nameEn: 'Test series', organizerName: '测试者', slugs: { create: { slug } } },
  })
}

/** A draft event thirty days from now; published when said so. */
export async function anEvent(
  given: {
    seriesId?: string
    capacity?: number
    published?: boolean
    startsAt?: Date
    approvalRequired?: boolean
  } = {},
) {
  const seriesId = given.seriesId ?? (await aSeries()).id
  const startsAt = given.startsAt ?? new Date(Date.now() + 30 * 86_400_000)
  const number = (await database().event.count({ where: { seriesId } })) + 1
  const slug = `stop-${unique()}`
  return database().event.create({
    data: {
      seriesId,
      number,
      slug,
      city: '上海',
      cityEn: 'Shanghai',
      title: '测试站',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 4 * 3_600_000),
      capacity: given.capacity ?? 100,
      pigment: 'cinnabar',
      approvalRequired: given.approvalRequired ?? false,
      publishedAt: given.published ? new Date() : null,
      slugs: { create: { slug } },
    },
    include: { series: true },
  })
}

/** Gives somebody a role in a series (organizer) or one event (all others). */
export async function giveRole(viewer: Viewer, role: StoredRole, at: { seriesId: string; eventId?: string }) {
  await database().membership.create({
    data: { personId: viewer.personId, role, seriesId: at.seriesId, eventId: at.eventId ?? null },
  })
}

/** An organiser's proof for an event of its own (or the one given). */
export async function anOrganizerOf<P extends EventPermission>(
  permission: P,
  event?: { id: string; seriesId: string },
): Promise<EventScope<P>> {
  const at = event ?? (await anEvent())
  const viewer = await aPerson()
  await giveRole(viewer, 'organizer', { seriesId: at.seriesId })
  return found(await eventScope(viewer, { id: at.id }, permission))
}

/** An organiser's proof for a whole series of its own (or the one given). */
export async function anOrganizerOfSeries<P extends SeriesPermission>(
  permission: P,
  seriesId?: string,
): Promise<SeriesScope<P>> {
  const id = seriesId ?? (await aSeries()).id
  const viewer = await aPerson()
  await giveRole(viewer, 'organizer', { seriesId: id })
  return found(await seriesScope(viewer, { id }, permission))
}

function found<T>(value: T | null): T {
  if (value === null) throw new Error('the factory made something that cannot be found')
  return value
}
