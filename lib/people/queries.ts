import 'server-only'
import { database } from '@/lib/database/client'
import type { EmailAddress } from '@/lib/values/address'
import { hashSecret } from '@/lib/values/secret'
import type { SystemJob } from './scope'

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
