import 'server-only'
import { cookies } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import EmailProvider from 'next-auth/providers/email'
import { config } from '@/lib/config'
import { sendSignInLink } from '@/lib/people/commands/send-sign-in'
import { mayReceiveSignIn } from '@/lib/people/queries'
import { systemJob, viewerOfSession } from '@/lib/people/scope'
import { parseEmail } from '@/lib/values/address'
import { adapter } from './adapter'
import { oauthProviders } from './providers'

const day = 86_400
const session = { strategy: 'database', maxAge: 30 * day, updateAge: day } as const

/** The cookie in which next-auth keeps a session's token. */
export const sessionCookie = () => `${config().https ? '__Secure-' : ''}next-auth.session-token`

/** Has a session that ends then been used on another day than when its end was last put off? */
export const isDue = (expiresAt: Date): boolean =>
  expiresAt.getTime() - (session.maxAge - session.updateAge) * 1000 <= Date.now()

/** next-auth, kept behind this file: database sessions, mailed links, OAuth providers where configured. */
export function authOptions(): NextAuthOptions {
  const { AUTH_SECRET, https } = config()
  return {
    adapter: adapter(),
    secret: AUTH_SECRET,
    useSecureCookies: https,
    session,
    pages: { signIn: '/signin', verifyRequest: '/signin/sent', error: '/signin' },
    providers: [
      EmailProvider({
        maxAge: 15 * 60,
        normalizeIdentifier(text) {
          const email = parseEmail(text)
          if (!email) throw new Error('not an e-mail address')
          return email
        },
        sendVerificationRequest: ({ identifier, url }) => sendSignInLink(systemJob(), identifier, new URL(url)),
      }),
      ...oauthProviders(),
    ],
    callbacks: {
      signIn: async ({ account, user }) => account?.type !== 'oauth' || mayComeIn(user),
      session: ({ session, user }) =>
        Object.assign({ expires: session.expires }, { user: { id: user.id, name: null } }),
    },
  }
}

/**
 * Accounts are for people who are known or invited: whose account elsewhere is connected, who is signed in and connects
 * it now, or whose address the other house has seen a proof of, as a mailed link would.
 */
async function mayComeIn(user: { email?: string | null }): Promise<boolean> {
  if ('emailVerified' in user) return true
  const token = (await cookies()).get(sessionCookie())?.value
  if (token && (await viewerOfSession(token))) return true
  const email = parseEmail(user.email ?? '')
  return email !== null && mayReceiveSignIn(systemJob(), email)
}
