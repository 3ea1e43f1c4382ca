import 'server-only'
import type { Doer } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import { isUuid, nilUuid } from '@/lib/values/uuid'
import { type EventPermission, mayOnEvent, mayOnSeries, type Role, roleOrder, type SeriesPermission } from './roles'

/**
 * Proofs of why something may be done. This is the only file that mints them, by a cast; every function that touches
 * data takes one as its first parameter. What is not yours is not found: all answers for foreign and missing are null.
 */
declare const proof: unique symbol

/** Whoever is signed in. Minted from a session; proves identity, not any right. */
export type Viewer = Doer & {
  readonly [proof]: 'viewer'
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly owner: boolean
}

type Within = {
  readonly seriesId: string
  readonly seriesSlug: string
  readonly actorId: string
  readonly role: Role
  /** For a row of the series: `where: scope.seriesKey(id)`. */
  seriesKey(id: string): { key: { seriesId: string; id: string } }
  /** For many rows of the series: `where: { ...scope.withinSeries, … }`. */
  readonly withinSeries: { readonly seriesId: string }
}

/** The viewer may do P to a whole series. */
export type SeriesScope<P extends SeriesPermission> = Doer & Within & { readonly [proof]: { readonly [K in P]: true } }

/** The viewer may do P to one event. */
export type EventScope<P extends EventPermission> = Doer &
  Within & {
    readonly [proof]: { readonly [K in P]: true }
    readonly eventId: string
    readonly eventSlug: string
    readonly timeZone: string
    /** For a row of the event: `where: scope.key(id)`. */
    key(id: string): { key: { eventId: string; id: string } }
    /** For many rows of the event: `where: { ...scope.within, … }`. */
    readonly within: { readonly eventId: string }
  }

/** The viewer owns this instance. */
export type OwnerScope = Doer & { readonly [proof]: 'owner'; readonly actorId: string }

/** An event that anybody may see: published, not removed. Its slugs are today's, also when it was found by an old one. */
export type PublishedEvent = {
  readonly [proof]: 'published'
  readonly eventId: string
  readonly eventSlug: string
  readonly seriesId: string
  readonly seriesSlug: string
  readonly within: { readonly eventId: string }
  readonly withinSeries: { readonly seriesId: string }
}

/** An event whose page may be seen: by anybody, or while it is a draft by whoever may see the event. */
export type ShownEvent = PublishedEvent | EventScope<'event.view'>

/** A series that anybody may see: at least one of its events is published. Its slug is today's. */
export type PublicSeries = {
  readonly [proof]: 'public'
  readonly seriesId: string
  readonly seriesSlug: string
  readonly withinSeries: { readonly seriesId: string }
}

/** Work that nobody in particular does: jobs, the first run. */
export type SystemJob = Doer & { readonly [proof]: 'job' }

/** The viewer of a session's person, or null when the person is gone. */
export async function viewerOf(personId: string): Promise<Viewer | null> {
  const person = await database().person.findUnique({
    where: { id: personId },
    select: { id: true, name: true, email: true, ownerSince: true },
  })
  if (!person) return null
  const { id, name, email } = person
  return { actor: { kind: 'person', id }, personId: id, name, email, owner: person.ownerSince !== null } as Viewer
}

/** Proof that the viewer owns the instance, or null. */
export const ownerScope = (viewer: Viewer): OwnerScope | null =>
  viewer.owner ? ({ actor: viewer.actor, actorId: viewer.personId } as OwnerScope) : null

/** Proof that the viewer may do P to the series (by slug or id), or null. */
export async function seriesScope<P extends SeriesPermission>(
  viewer: Viewer,
  series: { slug: string } | { id: string },
  permission: P,
): Promise<SeriesScope<P> | null> {
  const where =
    'id' in series ? { id: isUuid(series.id) ? series.id : nilUuid } : { slugs: { some: { slug: series.slug } } }
  const found = await database().series.findFirst({ where, select: { id: true, slug: true } })
  if (!found) return null
  const role = (await rolesOf(viewer, found.id, null)).find((held) => mayOnSeries(held, permission))
  return role ? ({ ...within(viewer, found.id, found.slug, role, null) } as SeriesScope<P>) : null
}

/** Where an event is looked for: by the two slugs of its address, or by its id. */
export type EventAddress = { series: string; event: string } | { id: string }

/** Proof that the viewer may do P to the event, or null. */
export async function eventScope<P extends EventPermission>(
  viewer: Viewer,
  address: EventAddress,
  permission: P,
): Promise<EventScope<P> | null> {
  const found = await database().event.findFirst({
    where: { ...whereOf(address), removedAt: null },
    select: { id: true, slug: true, timeZone: true, seriesId: true, series: { select: { slug: true } } },
  })
  if (!found) return null
  const role = (await rolesOf(viewer, found.seriesId, found.id)).find((held) => mayOnEvent(held, permission))
  if (!role) return null
  return {
    ...within(viewer, found.seriesId, found.series.slug, role, found.id),
    eventId: found.id,
    eventSlug: found.slug,
    timeZone: found.timeZone,
    key: (id: string) => ({ key: { eventId: found.id, id } }),
    within: { eventId: found.id },
  } as EventScope<P>
}

/** Proof that anybody may see the event, or null while it is a draft, removed or missing. */
export async function publishedEvent(address: EventAddress): Promise<PublishedEvent | null> {
  const found = await database().event.findFirst({
    where: { ...whereOf(address), removedAt: null, publishedAt: { not: null } },
    select: { id: true, slug: true, seriesId: true, series: { select: { slug: true } } },
  })
  if (!found) return null
  return {
    eventId: found.id,
    eventSlug: found.slug,
    seriesId: found.seriesId,
    seriesSlug: found.series.slug,
    within: { eventId: found.id },
    withinSeries: { seriesId: found.seriesId },
  } as PublishedEvent
}

/** Proof that anybody may see the series, by a slug it has or had; null while nothing of it is published. */
export async function publicSeries(slug: string): Promise<PublicSeries | null> {
  const found = await database().series.findFirst({
    where: { slugs: { some: { slug } }, events: { some: { removedAt: null, publishedAt: { not: null } } } },
    select: { id: true, slug: true },
  })
  if (!found) return null
  return { seriesId: found.id, seriesSlug: found.slug, withinSeries: { seriesId: found.id } } as PublicSeries
}

// Old slugs stay with what had them, so a slug means the same thing for ever.
const whereOf = (address: EventAddress) =>
  'id' in address
    ? { id: isUuid(address.id) ? address.id : nilUuid }
    : { slugs: { some: { slug: address.event } }, series: { slugs: { some: { slug: address.series } } } }

/** Proof for work of the system itself, optionally within an event, whose row it then locks. */
export const systemJob = (within: { seriesId?: string; eventId?: string } = {}): SystemJob =>
  ({ actor: { kind: 'system', ...within } }) as SystemJob

function within(viewer: Viewer, seriesId: string, seriesSlug: string, role: Role, eventId: string | null) {
  return {
    actor: { ...viewer.actor, seriesId, ...(eventId ? { eventId } : {}) },
    actorId: viewer.personId,
    seriesId,
    seriesSlug,
    role,
    seriesKey: (id: string) => ({ key: { seriesId, id } }),
    withinSeries: { seriesId },
  }
}

async function rolesOf(viewer: Viewer, seriesId: string, eventId: string | null): Promise<Role[]> {
  const held = await database().membership.findMany({
    where: {
      personId: viewer.personId,
      seriesId,
      revokedAt: null,
      ...(eventId ? { OR: [{ eventId: null }, { eventId }] } : { eventId: null }),
    },
    select: { role: true },
  })
  const roles = new Set<Role>(held.map((membership) => membership.role))
  if (viewer.owner) roles.add('owner')
  return roleOrder.filter((role) => roles.has(role))
}
