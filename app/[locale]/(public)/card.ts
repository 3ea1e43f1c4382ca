import { headingFor } from '@/lib/events/rules'
import type { Locale } from '@/lib/words/load'
import { findStop, type Tour } from './load'
import { absolute } from './meta'
import { pictureAddress } from './poster'

/** The picture for links to a whole line: that of the stop it is heading for, or of its last one. */
export async function cardOf(tour: Tour, locale: Locale, now: Date): Promise<string | undefined> {
  const nextId = headingFor(tour.stops, now)
  const shown = tour.stops.find(({ id }) => id === nextId) ?? tour.stops.at(-1)
  const found = shown ? await findStop(tour.slug, shown.slug) : null
  return found && 'stop' in found ? absolute(pictureAddress(found.stop, 'card', locale)) : undefined
}
