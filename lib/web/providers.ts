import 'server-only'
import GitHubProvider, { type GithubProfile } from 'next-auth/providers/github'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { config } from '@/lib/config'
import { WeChatProvider } from './wechat'

/**
 * The houses whose sign-in is set up. Each tells an address only if it has seen a proof of it, else none: `signIn` in
 * auth.ts believes it.
 */
export function oauthProviders() {
  const c = config()
  const github = set(c.GITHUB_CLIENT_ID, c.GITHUB_CLIENT_SECRET)
  const wechat = set(c.WECHAT_APP_ID, c.WECHAT_APP_SECRET)
  const oidc = set(c.OIDC_CLIENT_ID, c.OIDC_CLIENT_SECRET)
  return [
    ...(github ? [throughGitHub(github)] : []),
    ...(oidc && c.OIDC_ISSUER ? [throughOidc(c.OIDC_ISSUER, c.OIDC_NAME, oidc)] : []),
    ...(wechat ? [WeChatProvider(wechat)] : []),
  ]
}

/** Which of them a page offers. */
export const oauthNames = (): { id: string; name: string }[] => oauthProviders().map(({ id, name }) => ({ id, name }))

type Client = { clientId: string; clientSecret: string }
const set = (clientId?: string, clientSecret?: string): Client | null =>
  clientId && clientSecret ? { clientId, clientSecret } : null

function throughGitHub(client: Client): OAuthConfig<GithubProfile> {
  const { userinfo: _, ...provider } = GitHubProvider(client)
  return {
    ...provider,
    // Someone who is known by the address may come in for the first time.
    allowDangerousEmailAccountLinking: true,
    userinfo: {
      url: 'https://api.github.com/user',
      async request({ client: hub, tokens }) {
        const token = tokens.access_token ?? ''
        const [profile, answer] = await Promise.all([
          hub.userinfo(token),
          fetch('https://api.github.com/user/emails', {
            headers: { authorization: `Bearer ${token}`, accept: 'application/json', 'user-agent': 'next-stop' },
            signal: AbortSignal.timeout(5_000),
          }),
        ])
        return { ...profile, email: provedAt(answer.ok ? await answer.json() : []) ?? '' }
      },
    },
  }
}

/** Of the addresses of an account at GitHub the first, if it was proved there. */
export function provedAt(emails: unknown): string | null {
  const list = Array.isArray(emails) ? (emails as { email?: unknown; primary?: unknown; verified?: unknown }[]) : []
  const first = list.find(({ primary, verified }) => primary === true && verified === true)?.email
  return typeof first === 'string' ? first : null
}

type Claims = {
  iss: string
  sub: string
  name?: string
  preferred_username?: string
  email?: string
  email_verified?: unknown
}

/** Any house that speaks OpenID Connect: Keycloak, Authentik, Casdoor and their like, found by its issuer's address. */
function throughOidc(issuer: string, name: string, client: Client): OAuthConfig<Claims> {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    allowDangerousEmailAccountLinking: true,
    ...client,
    profile: (claims) => ({
      // A house's numbers are its own: number 5 of the next one that is set up here is somebody else.
      id: `${claims.iss} ${claims.sub}`,
      name: claims.name ?? claims.preferred_username ?? null,
      email: claims.email_verified === true ? (claims.email ?? null) : null,
    }),
  }
}
