import type { OAuthConfig } from 'next-auth/providers/oauth'

type Profile = { openid: string; unionid?: string; nickname: string }

/** WeChat's own dialect of OAuth 2: `appid` and `secret` as parameters, answers without an e-mail address. */
export function WeChatProvider(options: { clientId: string; clientSecret: string }): OAuthConfig<Profile> {
  const api = 'https://api.weixin.qq.com/sns'
  return {
    id: 'wechat',
    name: 'WeChat',
    type: 'oauth',
    checks: ['state'],
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    authorization: {
      url: 'https://open.weixin.qq.com/connect/qrconnect',
      params: { appid: options.clientId, scope: 'snsapi_login', response_type: 'code' },
    },
    token: {
      url: `${api}/oauth2/access_token`,
      async request({ params }) {
        const answer = await ask(`${api}/oauth2/access_token`, {
          appid: options.clientId,
          secret: options.clientSecret,
          code: String(params.code),
          grant_type: 'authorization_code',
        })
        return { tokens: { access_token: answer.access_token, id_token: answer.openid } }
      },
    },
    userinfo: {
      url: `${api}/userinfo`,
      async request({ tokens }) {
        const answer = await ask(`${api}/userinfo`, {
          access_token: String(tokens.access_token),
          openid: String(tokens.id_token),
          lang: 'zh_CN',
        })
        return { openid: answer.openid ?? '', unionid: answer.unionid, nickname: answer.nickname ?? '' } as never
      },
    },
    profile: (profile) => ({ id: profile.unionid ?? profile.openid, name: profile.nickname, email: null }),
  }
}

async function ask(url: string, params: Record<string, string>): Promise<Record<string, string>> {
  const response = await fetch(`${url}?${new URLSearchParams(params)}`, { signal: AbortSignal.timeout(5_000) })
  const answer = (await response.json()) as Record<string, string>
  if (answer.errcode) throw new Error(`WeChat answered with error ${answer.errcode}`)
  return answer
}
