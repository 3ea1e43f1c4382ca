import 'server-only'
import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters'
import {
  addPerson,
  closeSession,
  extendSession,
  keepSignInToken,
  linkAccount,
  openSession,
  useSignInToken,
  verifyEmail,
} from '@/lib/people/commands/sign-in'
import { findPerson, findPersonByAccount, findPersonByEmail, findSession } from '@/lib/people/queries'
import { ownNameSchema } from '@/lib/people/schema'
import { systemJob } from '@/lib/people/scope'
import { parseEmail } from '@/lib/values/address'

type Found = { id: string; name: string; email: string | null; emailVerifiedAt: Date | null }
const asUser = (person: Found): AdapterUser => ({
  id: person.id,
  name: person.name,
  email: person.email ?? '',
  emailVerified: person.emailVerifiedAt,
})
const userOrNull = (person: Found | null) => (person ? asUser(person) : null)
const checkedEmail = (text: string) => {
  const email = parseEmail(text)
  if (!email) throw new Error('not an e-mail address')
  return email
}

/** next-auth's storage over lib/people: sessions and sign-in links only as hashes, OAuth tokens not at all. */
export function adapter(): Adapter {
  const job = systemJob()
  return {
    createUser: async (user: Omit<AdapterUser, 'id'>) => {
      const email = checkedEmail(user.email)
      const name = ownNameSchema.safeParse({ name: user.name }).data?.name ?? email.slice(0, email.indexOf('@'))
      return asUser(await addPerson(job, { email, name }))
    },
    getUser: async (id) => userOrNull(await findPerson(job, id)),
    getUserByEmail: async (text) => {
      const email = parseEmail(text)
      return email ? userOrNull(await findPersonByEmail(job, email)) : null
    },
    getUserByAccount: async ({ provider, providerAccountId }) =>
      userOrNull(await findPersonByAccount(job, provider, providerAccountId)),
    updateUser: async (user) => asUser(await verifyEmail(job, user.id)),
    linkAccount: async ({ userId, provider, providerAccountId }: AdapterAccount) => {
      await linkAccount(job, { personId: userId, provider, providerAccountId })
    },
    createSession: async (session) => {
      await openSession(job, session.userId, session.sessionToken, session.expires)
      return session
    },
    getSessionAndUser: async (sessionToken) => {
      const found = await findSession(job, sessionToken)
      if (!found) return null
      return {
        session: { sessionToken, userId: found.person.id, expires: found.expiresAt },
        user: asUser(found.person),
      }
    },
    updateSession: async ({ sessionToken, expires }) => {
      if (!expires || !(await extendSession(job, sessionToken, expires))) return null
      const found = await findSession(job, sessionToken)
      return found ? { sessionToken, userId: found.person.id, expires } : null
    },
    deleteSession: async (sessionToken) => closeSession(job, sessionToken),
    createVerificationToken: async (token) => {
      await keepSignInToken(job, checkedEmail(token.identifier), token.token, token.expires)
      return token
    },
    // Only what has not expired is found; next-auth then asks once more whether the end is still ahead.
    useVerificationToken: async ({ identifier, token }) =>
      (await useSignInToken(job, identifier, token))
        ? { identifier, token, expires: new Date(Date.now() + 60_000) }
        : null,
  }
}
