import type { SeatsState } from '@/lib/events/rules'
import type { Locale } from '@/lib/words/load'
import type { Stop, Tour } from '../../load'

/** What every piece of a stop's page knows. */
export type Shown = {
  tour: Tour
  stop: Stop
  locale: Locale
  now: Date
  seats: { capacity: number; confirmedCount: number }
  seatsState: SeatsState
}

/** The path of the stop's page with its language. */
export const pageOf = ({ tour, stop, locale }: Pick<Shown, 'tour' | 'stop' | 'locale'>) =>
  `/${locale}/${tour.slug}/${stop.slug}`
