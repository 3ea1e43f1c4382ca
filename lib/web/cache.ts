import 'server-only'
import { updateTag } from 'next/cache'
import { expireKept, keep } from './kept'

export { homeTag, seatsTag, seriesTag } from './tags'

const day = 86_400_000

/** Remembers a public query's answer, "not found" too, in this process, until one of its tags expires, or for a day. */
export const remember =
  <Args extends string[], T>(
    name: string,
    load: (...args: Args) => Promise<T>,
    tags: (...args: Args) => string[],
  ): ((...args: Args) => Promise<T>) =>
  (...args) =>
    keep(JSON.stringify([name, ...args]), { tags: tags(...args), ms: day }, async () => plain(await load(...args)))

const plain = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)))

/**
 * Expires tags from within an action, whose answer then carries the fresh page. From anywhere else it is `expireKept`: the
 * framework itself keeps nothing under them.
 */
export function expireInAction(...tags: string[]): void {
  expireKept(tags)
  for (const tag of tags) updateTag(tag)
}
