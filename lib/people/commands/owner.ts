import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { change } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import type { EmailAddress } from '@/lib/values/address'
import type { SystemJob } from '../scope'
import { keepSignInToken } from './sign-in'

/** Makes sure that the instance has an owner; answers the first one's address. Safe to run at every start. */
export async function ensureOwner(job: SystemJob, email: EmailAddress, name: string): Promise<EmailAddress> {
  const owner = await database().person.findFirst({
    where: { ownerSince: { not: null }, email: { not: null } },
    orderBy: { ownerSince: 'asc' },
    select: { email: true },
  })
  if (owner?.email) return owner.email as EmailAddress
  await change(job, {}, async (tx, record) => {
    const since = { ownerSince: new Date(), emailVerifiedAt: new Date() }
    const person = await tx.person.upsert({ where: { email }, update: since, create: { email, name, ...since } })
    record('owner.added', person.id)
  })
  return email
}

/**
 * Makes a one-time sign-in link for an address, good for a day, as a path with a button behind it. Hashes the way
 * next-auth does (SHA-256 of token and secret), whose callback then uses it up.
 */
export async function makeSignInPath(job: SystemJob, email: EmailAddress, secret: string): Promise<string> {
  const token = randomBytes(32).toString('hex')
  const tokenHash = createHash('sha256').update(`${token}${secret}`).digest('hex')
  await keepSignInToken(job, email, tokenHash, new Date(Date.now() + 86_400_000))
  return `/signin/confirm?${new URLSearchParams({ token, email })}`
}
