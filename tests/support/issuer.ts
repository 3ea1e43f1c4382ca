import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { answerJson, aServerOutside } from './outside'

/** What the house says of somebody; `email_verified` as houses do. */
export type Claims = { sub: string; name?: string; email?: string; email_verified?: boolean }
type Code = { claims: Claims; asked: URLSearchParams; forged: boolean }

const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A house that speaks OpenID Connect, on loopback: it holds what is asked of it to client, code and PKCE (RFC 7636). */
export async function anIssuer() {
  const client = { id: 'next-stop', secret: randomUUID() }
  const [own, other] = [keys(), keys()]
  const codes = new Map<string, Code>()
  let url = ''

  const tokens = (authorization: string, form: URLSearchParams) => {
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const basic = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const fits = code?.asked.get('redirect_uri') === form.get('redirect_uri')
    if (!code || authorization !== basic || !fits || challenge !== code.asked.get('code_challenge')) return null
    const seconds = Math.floor(Date.now() / 1000)
    const told = { iss: url, aud: client.id, iat: seconds, exp: seconds + 300, nonce: code.asked.get('nonce') }
    const body = `${text({ alg: 'RS256', kid: 'one' })}.${text({ ...told, ...code.claims })}`
    const key = (code.forged ? other : own).privateKey
    const signature = sign('sha256', Buffer.from(body), key).toString('base64url')
    return { access_token: randomUUID(), token_type: 'Bearer', id_token: `${body}.${signature}` }
  }

  const server = await aServerOutside(({ path, authorization, body }, response) => {
    if (path === '/.well-known/openid-configuration') {
      const places = {
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/keys`,
      }
      return answerJson(response, { issuer: url, ...places, id_token_signing_alg_values_supported: ['RS256'] })
    }
    const jwk = { ...own.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }
    if (path === '/keys') return answerJson(response, { keys: [jwk] })
    const given = path === '/token' ? tokens(authorization, new URLSearchParams(body)) : null
    if (!given) response.statusCode = 400
    answerJson(response, given ?? { error: 'invalid_grant' })
  })
  url = server.url
  return {
    environment: {
      OIDC_ISSUER: url,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: '测试之家',
    },
    close: server.close,
    /** Somebody signs in there and agrees: the code with which they are sent back, good once and for what was asked. */
    agree(asked: URLSearchParams, claims: Claims, { forged = false } = {}): string {
      const code = randomUUID()
      codes.set(code, { claims, asked, forged })
      return code
    },
  }
}
