import 'server-only'
import { revalidateTag, unstable_cache, updateTag } from 'next/cache'

/**
 * What is cached: public data only, plain shapes (dates as text), by the tags here. Any write to a series or its events
 * expires the series' one tag, so that an edit is on the public pages at once.
 */
export const seriesTag = (slug: string) => `series:${slug}`
/** The home page, which lists every series. */
export const homeTag = 'home'
/** How many seats are left at one event; moves with every registration, so it stands apart. */
export const seatsTag = (eventId: string) => `seats:${eventId}`

/** Remembers a public query's answer, "not found" too, until one of its tags expires, or for a day. */
export function remember<Args extends string[], T>(
  name: string,
  load: (...args: Args) => Promise<T>,
  tags: (...args: Args) => string[],
): (...args: Args) => Promise<T> {
  return (...args) =>
    unstable_cache(() => load(...args), [name, ...args], { tags: tags(...args), revalidate: 86_400 })()
}

/** Expires tags from within an action, whose answer then carries the fresh page. */
export function expireInAction(...tags: string[]): void {
  for (const tag of tags) updateTag(tag)
}

/** Expires tags from anywhere else. */
export function expire(...tags: string[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 })
}
