import { parseEmail, parsePhone } from '@/lib/values/address'
import { reservedSlugs } from '@/lib/values/slug'

/** The part of the address a series gets: the one asked for, else the one its name suggests, else a plain word. */
export function proposeSeriesSlug(asked: string | null, fromName: string): string {
  if (asked) return asked
  return fromName === '' || reservedSlugs.has(fromName) ? 'tour' : fromName
}

/** Is this word one of the site's own rooms? */
export const isReserved = (slug: string): boolean => reservedSlugs.has(slug)

/** Where a press on how to reach the organisers leads: to mail, a call, a page of the web; null for what is only to be read. */
export function reachHref(reach: string): string | null {
  if (/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(reach)) return reach
  const email = parseEmail(reach)
  if (email) return `mailto:${email}`
  const phone = parsePhone(reach)
  return phone ? `tel:${phone}` : null
}
