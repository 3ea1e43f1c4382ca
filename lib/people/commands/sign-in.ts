import 'server-only'
import { change } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import type { EmailAddress } from '@/lib/values/address'
import { refuse } from '@/lib/values/refusal'
import { hashSecret } from '@/lib/values/secret'
import type { SystemJob, Viewer } from '../scope'

/** Keeps a mailed sign-in link (already hashed by the caller) until it is used once or expires. */
export async function keepSignInToken(_job: SystemJob, email: EmailAddress, tokenHash: string, expiresAt: Date) {
  await database().signInToken.create({ data: { email, tokenHash, expiresAt } })
}

/** Uses a sign-in link up: one statement, so that of two who press at once only one gets in. False when it was no good. */
export async function useSignInToken(_job: SystemJob, email: string, tokenHash: string): Promise<boolean> {
  const { count } = await database().signInToken.deleteMany({
    where: { tokenHash, email, expiresAt: { gt: new Date() } },
  })
  return count === 1
}

/** Makes the person of an invited address; their invitation becomes a membership when they accept it. */
export async function addPerson(job: SystemJob, person: { email: EmailAddress; name: string }) {
  return change(job, {}, async (tx, record) => {
    const added = await tx.person.create({ data: { ...person, emailVerifiedAt: new Date() } })
    record('person.added', added.id)
    return added
  })
}

/** Notes that an address was proved by opening a mailed link. */
export async function verifyEmail(job: SystemJob, personId: string) {
  return change(job, {}, async (tx, record) => {
    record('person.email-verified', personId)
    return tx.person.update({ where: { id: personId }, data: { emailVerifiedAt: new Date() } })
  })
}

/** Joins an identity at an OAuth provider to a person; tokens are not kept. */
export async function linkAccount(
  job: SystemJob,
  account: { personId: string; provider: string; providerAccountId: string },
) {
  await change(job, {}, async (tx, record) => {
    await tx.account.create({ data: account })
    record('person.account-linked', account.personId, { provider: account.provider })
  })
}

/** Takes one's own identity at an OAuth provider off again; it opens nothing any more. Refuses `form.not-found`. */
export async function unlinkAccount(viewer: Viewer, provider: string) {
  await change(viewer, {}, async (tx, record) => {
    const { count } = await tx.account.deleteMany({ where: { personId: viewer.personId, provider } })
    if (count === 0) refuse('form.not-found')
    record('person.account-unlinked', viewer.personId, { provider })
  })
}

/** Opens a session; only the hash of its token is kept. */
export async function openSession(_job: SystemJob, personId: string, token: string, expiresAt: Date) {
  await database().session.create({ data: { personId, tokenHash: hashSecret(token), expiresAt } })
}

/** Moves a session's end; null when there is no such session. */
export async function extendSession(_job: SystemJob, token: string, expiresAt: Date) {
  const tokenHash = hashSecret(token)
  const { count } = await database().session.updateMany({ where: { tokenHash }, data: { expiresAt } })
  return count === 1
}

/** Ends one session. */
export async function closeSession(_job: SystemJob, token: string) {
  await database().session.deleteMany({ where: { tokenHash: hashSecret(token) } })
}
