import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { Promises } from '@/lib/database/promises'
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

/** Ends a membership at once: the next request of that person finds nothing. Refuses one's own (`people.not-yourself`). */
export async function revokeMembership(scope: Scope, id: string): Promise<{ id: string }> {
  return change(scope, {}, async (tx, record) => {
    await refuseOwn(tx, scope, id)
    const { count } = await tx.membership.updateMany({
      where: { ...scope.withinSeries, id, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) refuse('people.not-found')
    record('membership.revoked', id)
    return { id }
  })
}

/** Gives a revoked membership back, unless the person holds another at the same place by now. */
export async function restoreMembership(scope: Scope, id: string): Promise<{ id: string }> {
  return change(scope, promises, async (tx, record) => {
    const { count } = await tx.membership.updateMany({
      where: { ...scope.withinSeries, id, revokedAt: { not: null } },
      data: { revokedAt: null },
    })
    if (count === 0) refuse('people.not-found')
    record('membership.restored', id)
    return { id }
  })
}

/** Changes what somebody is in one event; organisers of the series are not changed here. */
export async function changeRole(
  scope: Scope,
  input: { id: string; role: (typeof eventRoles)[number] },
): Promise<{ id: string }> {
  const { id, role } = input
  return change(scope, {}, async (tx, record) => {
    await refuseOwn(tx, scope, id)
    const { count } = await tx.membership.updateMany({
      where: { ...scope.withinSeries, id, revokedAt: null, eventId: { not: null } },
      data: { role },
    })
    if (count === 0) refuse('people.not-found')
    record('membership.changed', id, { role })
    return { id }
  })
}

async function refuseOwn(tx: Transaction, scope: Scope, id: string) {
  const own = await tx.membership.count({ where: { ...scope.withinSeries, id, personId: scope.actorId } })
  if (own > 0) refuse('people.not-yourself')
}
