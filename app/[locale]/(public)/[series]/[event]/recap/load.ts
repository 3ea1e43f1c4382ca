import 'server-only'
import { publishedEvent } from '@/lib/people/scope'
import { publicRecap } from '@/lib/recap/queries/recap'
import { remember, seriesTag } from '@/lib/web/cache'

/** What the published recap of a stop is composed of, or null; only asked for stops that exist. */
export const loadRecap = remember(
  'recap',
  async (series: string, slug: string) => {
    const event = await publishedEvent({ series, event: slug })
    return event && publicRecap(event)
  },
  (series) => [seriesTag(series)],
)
