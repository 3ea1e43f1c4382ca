import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import EmailProvider from 'next-auth/providers/email'
import GitHubProvider from 'next-auth/providers/github'
import { config } from '@/lib/config'
import { sendSignInLink } from '@/lib/people/commands/send-sign-in'
import { systemJob } from '@/lib/people/scope'
import { parseEmail } from '@/lib/values/address'
import { adapter } from './adapter'
import { WeChatProvider } from './wechat'

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
      // Accounts are for people who are known or invited: OAuth never makes a new person, it only opens a linked one.
      signIn: async ({ account, user }) => account?.type !== 'oauth' || Boolean(user?.id && 'emailVerified' in user),
      session: ({ session, user }) =>
        Object.assign({ expires: session.expires }, { user: { id: user.id, name: null } }),
    },
  }
}

function oauthProviders() {
  const c = config()
  const github =
    c.GITHUB_CLIENT_ID && c.GITHUB_CLIENT_SECRET
      ? [GitHubProvider({ clientId: c.GITHUB_CLIENT_ID, clientSecret: c.GITHUB_CLIENT_SECRET })]
      : []
  const wechat =
    c.WECHAT_APP_ID && c.WECHAT_APP_SECRET
      ? [WeChatProvider({ clientId: c.WECHAT_APP_ID, clientSecret: c.WECHAT_APP_SECRET })]
      : []
  return [...github, ...wechat]
}

/** Which OAuth buttons the sign-in page shows. */
export const oauthNames = (): { id: string; name: string }[] => oauthProviders().map(({ id, name }) => ({ id, name }))
