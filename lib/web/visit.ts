import 'server-only'
import { headers } from 'next/headers'

/** The nonce that scripts of this answer must carry; made by proxy.ts for each request. */
export const currentNonce = async (): Promise<string | undefined> => (await headers()).get('x-nonce') ?? undefined

/** The path of this request with its language, as proxy.ts tells it; home's, for the page that stands for missing ones. */
export async function currentPath(): Promise<string> {
  const path = (await headers()).get('x-path') ?? '/'
  return /^\/(zh|en)\/instead$/.test(path) ? path.slice(0, 3) : path
}

/** Is this WeChat's own browser? It opens no downloads and no calendar files. */
export const isInWeChat = async (): Promise<boolean> =>
  /MicroMessenger/i.test((await headers()).get('user-agent') ?? '')
