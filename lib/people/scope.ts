import 'server-only'
import type { Doer } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import { Prisma } from '@/lib/database/generated/client'
import type { Standing, Stands } from '@/lib/database/standing'
import { hashSecret } from '@/lib/values/secret'
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

type Person = { id: string; name: string; email: string | null; ownerSince: Date | null }

const asViewer = ({ id, name, email, ownerSince }: Person) =>
  ({ actor: { kind: 'person', id }, personId: id, name, email, owner: ownerSince !== null }) as Viewer

/** The viewer of a session's person, or null when the person is gone. */
export async function viewerOf(personId: string): Promise<Viewer | null> {
  const person = await database().person.findUnique({
    where: { id: personId },
    select: { id: true, name: true, email: true, ownerSince: true },
  })
  return person && asViewer(person)
}

/**
 * The viewer of a session that has not ended, and when it will; else null. One statement, as for the scopes below: these
 * come before every page and act of organisers, and each further one costs a millisecond of processor time.
 */
export async function viewerOfSession(token: string): Promise<{ viewer: Viewer; expiresAt: Date } | null> {
  const [found] = await database().$queryRaw<(Person & { expiresAt: Date })[]>`
    SELECT p.id, p.name, p.email, p.owner_since AS "ownerSince", s.expires_at AS "expiresAt"
    FROM sessions s JOIN people p ON p.id = s.person_id
    WHERE s.token_hash = ${hashSecret(token)} AND s.expires_at > ${new Date()}`
  return found ? { viewer: asViewer(found), expiresAt: found.expiresAt } : null
}

/** Proof that the viewer owns the instance, or null. */
export const ownerScope = (viewer: Viewer): OwnerScope | null =>
  viewer.owner
    ? ({
        actor: viewer.actor,
        actorId: viewer.personId,
        ...asked({ personId: viewer.personId, roles: [] }),
      } as OwnerScope)
    : null

/** Proof that the viewer may do P to the series (by slug or id), or null. */
export async function seriesScope<P extends SeriesPermission>(
  viewer: Viewer,
  series: { slug: string } | { id: string },
  permission: P,
): Promise<SeriesScope<P> | null> {
  const where =
    'id' in series
      ? Prisma.sql`s.id = ${idIn(series)}::uuid`
      : Prisma.sql`s.id = (SELECT series_id FROM series_slugs WHERE slug = ${series.slug})`
  const [found] = await database().$queryRaw<{ id: string; slug: string; roles: Role[] }[]>`
    SELECT s.id, s.slug, ${rolesOf(viewer, Prisma.sql`AND m.event_id IS NULL`)} AS roles FROM series s WHERE ${where}`
  if (!found) return null
  const may = roleOrder.filter((role) => mayOnSeries(role, permission))
  const role = strongestFirst(viewer, found.roles).find((held) => may.includes(held))
  if (!role) return null
  const place = { seriesId: found.id, seriesSlug: found.slug }
  return { ...within(viewer, place, { role, may }) } as SeriesScope<P>
}

/** Where an event is looked for: by the two slugs of its address, or by its id. */
type EventAddress = { series: string; event: string } | { id: string }
type FoundEvent = { id: string; slug: string; timeZone: string; seriesId: string; seriesSlug: string; roles: Role[] }

/** Proof that the viewer may do P to the event, or null. */
export async function eventScope<P extends EventPermission>(
  viewer: Viewer,
  address: EventAddress,
  permission: P,
): Promise<EventScope<P> | null> {
  const where =
    'id' in address
      ? Prisma.sql`e.id = ${idIn(address)}::uuid`
      : Prisma.sql`(e.series_id, e.id) = (
          SELECT series_id, event_id FROM event_slugs JOIN series_slugs USING (series_id)
          WHERE event_slugs.slug = ${address.event} AND series_slugs.slug = ${address.series})`
  const [found] = await database().$queryRaw<FoundEvent[]>`
    SELECT e.id, e.slug, e.time_zone AS "timeZone", s.id AS "seriesId", s.slug AS "seriesSlug",
      ${rolesOf(viewer, Prisma.sql`AND (m.event_id IS NULL OR m.event_id = e.id)`)} AS roles
    FROM events e JOIN series s ON s.id = e.series_id WHERE ${where} AND e.removed_at IS NULL`
  if (!found) return null
  const may = roleOrder.filter((role) => mayOnEvent(role, permission))
  const role = strongestFirst(viewer, found.roles).find((held) => may.includes(held))
  if (!role) return null
  return {
    ...within(viewer, { ...found, eventId: found.id }, { role, may }),
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

const idIn = ({ id }: { id: string }) => (isUuid(id) ? id : nilUuid)

// Old slugs stay with what had them, so a slug means the same thing for ever.
const whereOf = (address: EventAddress) =>
  'id' in address
    ? { id: idIn(address) }
    : { slugs: { some: { slug: address.event } }, series: { slugs: { some: { slug: address.series } } } }

/** Proof for work of the system itself, optionally within an event, whose row it then locks. */
export const systemJob = (within: { seriesId?: string; eventId?: string } = {}): SystemJob =>
  ({ actor: { kind: 'system', ...within } }) as SystemJob

/** Asked again once the lock is there; see lib/database/standing.ts. */
const asked = (standing: Standing): Stands => ({ standing })

type Place = { seriesId: string; seriesSlug: string; eventId?: string }

function within(viewer: Viewer, { seriesId, seriesSlug, eventId }: Place, { role, may }: { role: Role; may: Role[] }) {
  const place = { seriesId, ...(eventId ? { eventId } : {}) }
  return {
    actor: { ...viewer.actor, ...place },
    ...asked({ ...place, personId: viewer.personId, roles: may }),
    actorId: viewer.personId,
    seriesId,
    seriesSlug,
    role,
    seriesKey: (id: string) => ({ key: { seriesId, id } }),
    withinSeries: { seriesId },
  }
}

/** The roles that the viewer holds in the series `s`, as a column. */
const rolesOf = (viewer: Viewer, where: Prisma.Sql) => Prisma.sql`ARRAY(
  SELECT m.role::text FROM memberships m
  WHERE m.person_id = ${viewer.personId}::uuid AND m.series_id = s.id AND m.revoked_at IS NULL ${where})`

function strongestFirst(viewer: Viewer, held: Role[]): Role[] {
  const roles = new Set<Role>(viewer.owner ? [...held, 'owner'] : held)
  return roleOrder.filter((role) => roles.has(role))
}
