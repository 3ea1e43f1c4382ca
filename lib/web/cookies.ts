import 'server-only'
import { config } from '@/lib/config'

/** A cookie that scripts cannot read and other sites do not send. */
export type Cookie = { name: string; value: string; seconds: number }

/** How the framework is told to set it. */
export const settingsOf = ({ seconds }: Cookie) =>
  ({ httpOnly: true, sameSite: 'lax', secure: config().https, maxAge: seconds, path: '/' }) as const

/** The same as a header of its own, where the framework does not answer. Our values need no escaping. */
export const setCookie = ({ name, value, seconds }: Cookie): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=lax${config().https ? '; Secure' : ''}`
