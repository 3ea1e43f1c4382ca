import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { Promises } from '@/lib/database/promises'
import { refuseChanged } from '@/lib/values/mark'
import { refuse } from '@/lib/values/refusal'
import { type eventRoles, startsAtOf } from '../roles'
import type { SeriesScope, Viewer } from '../scope'

type Scope = SeriesScope<'people.edit'>
const promises: Promises = {
  memberships_one_in_series: () => refuse('people.already-member'),
  memberships_one_in_event: () => refuse('people.already-member'),
}

/**
 * Turns an invitation into a membership. It must be open and for the viewer's own address; a role held at the same place
 * is replaced. All other cases answer `account.invitation-over` alike. Answers the way to go from here, without language.
 */
export async function acceptInvitation(viewer: Viewer, id: string): Promise<{ goTo: string }> {
  const { personId, email } = viewer
  if (!email) refuse('account.invitation-over')
  return change(viewer, promises, async (tx, record) => {
    const now = new Date()
    const open = { id, email, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }
    const { count } = await tx.invitation.updateMany({ where: open, data: { acceptedAt: now } })
    if (count === 0) refuse('account.invitation-over')
    const { seriesId, eventId, role, series, event } = await tx.invitation.findUniqueOrThrow({
      where: { id },
      select: {
        seriesId: true,
        eventId: true,
        role: true,
        series: { select: { slug: true } },
        event: { select: { slug: true, removedAt: true } },
      },
    })
    if (event?.removedAt) refuse('account.invitation-over')
    await tx.membership.updateMany({
      where: { personId, seriesId, eventId, revokedAt: null },
      data: { revokedAt: now },
    })
    const member = await tx.membership.create({ data: { personId, seriesId, eventId, role } })
    record('membership.accepted', member.id, { role, series: seriesId, ...(eventId ? { event: eventId } : {}) })
    return { goTo: `/organize/${series.slug}${event ? `/${event.slug}${startsAtOf(role)}` : ''}` }
  })
}

/**
 * Ends a membership at once: the next request of that person finds nothing, and whom an organiser invited comes in by
 * nobody's word any more. Refuses one's own (`people.not-yourself`).
 */
export async function revokeMembership(scope: Scope, id: string): Promise<{ id: string }> {
  return change(scope, {}, async (tx, record) => {
    await refuseOwn(tx, scope, id)
    const ended = await memberOf(tx, scope, { id, revokedAt: null })
    const revokedAt = new Date()
    await tx.membership.updateMany({ where: { ...scope.withinSeries, id }, data: { revokedAt } })
    const withdrawn = ended.eventId === null && !ended.person.ownerSince
    if (withdrawn) {
      await tx.invitation.updateMany({
        where: { ...scope.withinSeries, invitedById: ended.personId, acceptedAt: null, revokedAt: null },
        data: { revokedAt },
      })
    }
    record('membership.revoked', id)
    return { id }
  })
}

/** Gives a revoked membership back, with what went with it, unless the person holds another at the same place by now. */
export async function restoreMembership(scope: Scope, id: string): Promise<{ id: string }> {
  return change(scope, promises, async (tx, record) => {
    const { personId, revokedAt } = await memberOf(tx, scope, { id, revokedAt: { not: null } })
    await tx.membership.updateMany({ where: { ...scope.withinSeries, id }, data: { revokedAt: null } })
    // Those that ended in the same moment, but for whom somebody else invited since.
    await tx.$executeRaw`
      UPDATE invitations i SET revoked_at = NULL
      WHERE i.series_id = ${scope.seriesId}::uuid AND i.invited_by_id = ${personId}::uuid
        AND i.revoked_at = ${revokedAt} AND i.accepted_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM invitations n WHERE n.series_id = i.series_id AND n.event_id IS NOT DISTINCT FROM i.event_id
            AND n.email = i.email AND n.accepted_at IS NULL AND n.revoked_at IS NULL)`
    record('membership.restored', id)
    return { id }
  })
}

async function memberOf(tx: Transaction, scope: Scope, which: { id: string; revokedAt: null | { not: null } }) {
  const found = await tx.membership.findFirst({
    where: { ...scope.withinSeries, ...which },
    select: { personId: true, eventId: true, revokedAt: true, person: { select: { ownerSince: true } } },
  })
  return found ?? refuse('people.not-found')
}

type NewRole = { id: string; role: (typeof eventRoles)[number]; version?: number | undefined }

/**
 * Changes what somebody is in one event; organisers of the series are not changed here. Raises ChangedMeanwhile when
 * somebody was faster.
 */
export async function changeRole(scope: Scope, { id, role, version }: NewRole): Promise<{ id: string }> {
  return change(scope, {}, async (tx, record) => {
    await refuseOwn(tx, scope, id)
    const theirs = { ...scope.withinSeries, id, revokedAt: null, eventId: { not: null } }
    // Roles of a series have no event, hence no lock: the row's own is held until both have decided.
    const [held] = await tx.$queryRaw<{ role: string }[]>`
      SELECT role::text FROM memberships WHERE series_id = ${scope.seriesId}::uuid AND id = ${id}::uuid FOR UPDATE`
    if (!held) refuse('people.not-found')
    refuseChanged({ role: held.role }, version)
    const { count } = await tx.membership.updateMany({ where: theirs, data: { role } })
    if (count === 0) refuse('people.not-found')
    record('membership.changed', id, { role })
    return { id }
  })
}

async function refuseOwn(tx: Transaction, scope: Scope, id: string) {
  const own = await tx.membership.count({ where: { ...scope.withinSeries, id, personId: scope.actorId } })
  if (own > 0) refuse('people.not-yourself')
}
