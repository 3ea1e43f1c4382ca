import 'server-only'
import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import type { EmailAddress } from '@/lib/values/address'
import { unseal } from '@/lib/values/seal'
import { hashSecret, looksLikeSecret } from '@/lib/values/secret'
import type { SeriesScope, SystemJob, Viewer } from './scope'

const personColumns = { id: true, name: true, email: true, emailVerifiedAt: true } as const

/** The person with this address, or null. */
export const findPersonByEmail = (_job: SystemJob, email: EmailAddress) =>
  database().person.findUnique({ where: { email }, select: personColumns })

/** The person with this id, or null. */
export const findPerson = (_job: SystemJob, id: string) =>
  database().person.findUnique({ where: { id }, select: personColumns })

/** The person behind an identity at an OAuth provider, or null. */
export async function findPersonByAccount(_job: SystemJob, provider: string, providerAccountId: string) {
  const account = await database().account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { person: { select: personColumns } },
  })
  return account?.person ?? null
}

/** The OAuth providers at which the viewer has a connected identity. */
export async function listMyProviders(viewer: Viewer): Promise<string[]> {
  const accounts = await database().account.findMany({
    where: { personId: viewer.personId },
    select: { provider: true },
  })
  return accounts.map(({ provider }) => provider)
}

/** A live session and its person by the cookie's token, or null. */
export const findSession = (_job: SystemJob, token: string) =>
  database().session.findUnique({
    where: { tokenHash: hashSecret(token), expiresAt: { gt: new Date() } },
    select: { expiresAt: true, person: { select: personColumns } },
  })

/** May a sign-in link be mailed here: is it a person's address, or one with an open invitation? */
export async function mayReceiveSignIn(_job: SystemJob, email: EmailAddress): Promise<boolean> {
  const person = await database().person.findUnique({ where: { email }, select: { id: true } })
  if (person) return true
  const invitation = await database().invitation.findFirst({
    where: { email, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true },
  })
  return invitation !== null
}

/** Everybody who works on a series: who owns the instance, who holds a role in it, who is invited. */
export async function listPeople(scope: SeriesScope<'people.edit'>, now: Date) {
  const place = { event: { select: { id: true, city: true, cityEn: true, removedAt: true } } } as const
  const [owners, members, invitations] = await Promise.all([
    database().person.findMany({
      where: { ownerSince: { not: null } },
      orderBy: { ownerSince: 'asc' },
      select: { id: true, name: true },
    }),
    database().membership.findMany({
      where: { ...scope.withinSeries, revokedAt: null },
      orderBy: { createdAt: 'asc' },
      select: { id: true, role: true, ...place, person: { select: { id: true, name: true, email: true } } },
    }),
    database().invitation.findMany({
      where: { ...scope.withinSeries, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: 'asc' },
      select: { id: true, role: true, email: true, expiresAt: true, ...place },
    }),
  ])
  return { owners, members: members.filter(({ event }) => !event?.removedAt), invitations }
}

const invitationColumns = {
  id: true,
  role: true,
  email: true,
  acceptedAt: true,
  revokedAt: true,
  expiresAt: true,
  series: { select: { name: true, nameEn: true } },
  event: { select: { city: true, cityEn: true } },
  invitedBy: { select: { name: true } },
} as const

/** The invitation behind a mailed link, for whoever holds the link: the secret is the proof. Null when there is none. */
export const findInvitation = (secret: string) =>
  looksLikeSecret(secret)
    ? database().invitation.findUnique({ where: { tokenHash: hashSecret(secret) }, select: invitationColumns })
    : Promise.resolve(null)

/** The open invitations for the viewer's own address. */
export const listMyInvitations = (viewer: Viewer, now: Date) =>
  viewer.email
    ? database().invitation.findMany({
        where: { email: viewer.email, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
        orderBy: { createdAt: 'asc' },
        select: invitationColumns,
      })
    : Promise.resolve([])

/** The links of invitations whose mail has not left yet, by invitation: for passing on by hand. */
export async function listOpenLinks(scope: SeriesScope<'people.edit'>): Promise<Map<string, string>> {
  const waiting = await database().message.findMany({
    where: { ...scope.withinSeries, kind: 'invitation', status: { not: 'sent' }, sealedLink: { not: null } },
    select: { dedupeKey: true, sealedLink: true },
  })
  return new Map(waiting.flatMap(({ dedupeKey, sealedLink }) => (sealedLink ? [[dedupeKey, opened(sealedLink)]] : [])))
}

const opened = (sealed: Uint8Array) => unseal(sealed, config().AUTH_SECRET, 'outbox')
const signInMinutes = 15

/**
 * Where no mail server sends them: the sign-in links that people of the series asked for and that still work, the latest
 * of each address. For the owner alone, as whoever holds one signs in as that person; never that of an owner.
 */
export async function listWaitingSignIns(scope: SeriesScope<'people.edit'>, now: Date) {
  if (scope.role !== 'owner' || config().SMTP_URL) return []
  const people = await listPeople(scope, now)
  const owners = await database().person.findMany({ where: { ownerSince: { not: null } }, select: { email: true } })
  const guarded = new Set(owners.map(({ email }) => email))
  const addresses = [
    ...people.members.map(({ person }) => person.email),
    ...people.invitations.map(({ email }) => email),
  ]
  const waiting = await database().message.findMany({
    where: {
      kind: 'sign-in',
      status: 'waiting',
      sealedLink: { not: null },
      recipient: { in: addresses.filter((email) => email !== null && !guarded.has(email)) as string[] },
      createdAt: { gt: new Date(now.getTime() - signInMinutes * 60_000) },
    },
    orderBy: { id: 'asc' },
    select: { recipient: true, sealedLink: true, createdAt: true },
  })
  const latest = new Map(waiting.map((row) => [row.recipient, row]))
  return [...latest.values()].flatMap(({ recipient: email, sealedLink, createdAt }) =>
    sealedLink ? [{ email, link: opened(sealedLink), askedAt: createdAt }] : [],
  )
}
