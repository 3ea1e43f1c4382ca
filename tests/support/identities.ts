import { randomBytes } from 'node:crypto'
import { database } from '@/lib/database/client'
import { openSession } from '@/lib/people/commands/sign-in'
import type { LinkKind } from '@/lib/people/holder'
import { type EventPermission, mayOnEvent, mayOnSeries, type Role, type SeriesPermission } from '@/lib/people/roles'
import { systemJob, type Viewer } from '@/lib/people/scope'
import { aPerson, giveRole } from './factories'
import type { World } from './world'

/** Somebody who knocks: what their browser sends, and what they hold where. */
export type Identity = {
  name: string
  cookie: string
  signedIn: boolean
  owner: boolean
  held: { role: Exclude<Role, 'owner'>; seriesId: string; eventId: string | null }[]
  link: { kind: LinkKind; id: string } | null
}

const nobody: Identity = { name: 'nobody', cookie: '', signedIn: false, owner: false, held: [], link: null }

/** The cookie of a new session of somebody. */
export async function sessionCookie(viewer: Viewer): Promise<string> {
  const token = randomBytes(32).toString('hex')
  await openSession(systemJob(), viewer.personId, token, new Date(Date.now() + 3_600_000))
  return `next-auth.session-token=${token}`
}

export const linkCookie = (link: { id: string; secret: string }) => `next-stop-link-${link.id}=${link.secret}`

async function member(
  name: string,
  held: Identity['held'],
  { owner = false, revoked = false } = {},
): Promise<Identity> {
  const viewer = await aPerson({ owner })
  for (const { role, seriesId, eventId } of held) {
    await giveRole(viewer, role, eventId ? { seriesId, eventId } : { seriesId })
  }
  if (revoked) {
    await database().membership.updateMany({ where: { personId: viewer.personId }, data: { revokedAt: new Date() } })
  }
  const cookie = await sessionCookie(viewer)
  return { ...nobody, name, cookie, signedIn: true, owner, held: revoked ? [] : held }
}

/** One of every kind of people, seen from `world`: strangers hold the same roles in `other`. */
export async function everybody(world: World, other: World): Promise<Identity[]> {
  const [seriesId, eventId] = [world.series.id, world.stop.id]
  const whole = { role: 'organizer', seriesId, eventId: null } as const
  const single = (['editor', 'host', 'door', 'viewer'] as const).map((role) =>
    member(role, [{ role, seriesId, eventId }]),
  )
  const holders = Object.entries(world.links).map(([kind, link]) => ({
    ...nobody,
    name: `${kind} holder`,
    cookie: linkCookie(link),
    link: { kind: kind as LinkKind, id: link.id },
  }))
  return [
    nobody,
    await member('owner', [], { owner: true }),
    await member('organizer', [whole]),
    ...(await Promise.all(single)),
    await member('editor of the next stop', [{ role: 'editor', seriesId, eventId: world.draft.id }]),
    await member('organizer of another series', [{ role: 'organizer', seriesId: other.series.id, eventId: null }]),
    await member('former organizer', [whole], { revoked: true }),
    ...holders,
    { ...nobody, name: 'holder of a revoked link', cookie: linkCookie(world.revoked) },
    {
      ...nobody,
      name: 'holder of a stranger’s link id',
      cookie: linkCookie({ id: other.links.ticket.id, secret: world.links.ticket.secret }),
    },
  ]
}

type Place = { seriesId: string; eventId: string | null }

/** May they do this there, by the one table of roles? */
export function mayDo(who: Identity, permission: string, at: Place): boolean {
  const roles: Role[] = who.held
    .filter((held) => held.seriesId === at.seriesId && (held.eventId === null || held.eventId === at.eventId))
    .map(({ role }) => role)
  const may = (role: Role) =>
    at.eventId ? mayOnEvent(role, permission as EventPermission) : mayOnSeries(role, permission as SeriesPermission)
  return (who.owner ? ([...roles, 'owner'] as Role[]) : roles).some(may)
}
