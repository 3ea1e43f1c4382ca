import type { EventScope } from '@/lib/people/scope'
import { filterQuery, type GuestFilter } from '@/lib/registration/schema/guests'
import type { Locale } from '@/lib/words/load'

/** The address of the list, or of one guest beside it, that shows what the filter says. */
export function guestsAddress(
  scope: EventScope<'guests.view'>,
  locale: Locale,
  filter: GuestFilter,
  at: { guest?: string; after?: string } = {},
): string {
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/guests`
  const query = new URLSearchParams({ ...filterQuery(filter), ...(at.after ? { after: at.after } : {}) }).toString()
  return `${base}${at.guest ? `/${at.guest}` : ''}${query ? `?${query}` : ''}`
}
