import { reservedSlugs } from '@/lib/values/slug'

/** The part of the address a series gets: the one asked for, else the one its name suggests, else a plain word. */
export function proposeSeriesSlug(asked: string | null, fromName: string): string {
  if (asked) return asked
  return fromName === '' || reservedSlugs.has(fromName) ? 'tour' : fromName
}

/** Is this word one of the site's own rooms? */
export const isReserved = (slug: string): boolean => reservedSlugs.has(slug)
