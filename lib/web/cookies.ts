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

/** A cookie as a browser sends it. */
export type Known = { name: string; value: string }

/** The cookies of a request, in the order in which the browser named them. */
export const cookiesIn = (header: string | null): Known[] =>
  (header ?? '').split(';').flatMap((pair) => {
    const [, name, value] = /^\s*([^=\s]+)=(.*?)\s*$/.exec(pair) ?? []
    return name === undefined || value === undefined ? [] : [{ name, value }]
  })

/**
 * What ends those of the known cookies with this prefix that must go, the oldest first as browsers name them, so that
 * with the new ones they are at most so many characters.
 */
export function endedFor(
  made: readonly Known[],
  known: readonly Known[],
  { prefix, most }: { prefix: string; most: number },
): Cookie[] {
  const before = known.filter(({ name }) => name.startsWith(prefix))
  let size = lengthOf(before) + lengthOf(made)
  return before.flatMap((cookie) => {
    if (size <= most) return []
    size -= lengthOf([cookie])
    return [{ name: cookie.name, value: '', seconds: 0 }]
  })
}

const lengthOf = (of: readonly Known[]): number =>
  of.reduce((sum, { name, value }) => sum + name.length + value.length, 0)
