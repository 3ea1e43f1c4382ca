import 'server-only'
import { systemJob } from '@/lib/people/scope'
import { hearChanges } from '@/lib/series/queries'
import { expireKept, setHearing } from './kept'
import { homeTag, seatsOfTag, seatsTag, seriesTag } from './tags'

// While seats go by the dozen a page is made anew a few times a second, not for each of them.
const seatsEvery = 200

/** Hears what changed, on this server or another, and expires what was kept of it. Answers how to stop. */
export function startNews(): () => void {
  const seats = new Map<string, string[]>()
  return hearChanges(systemJob(), {
    hearing: setHearing,
    series: (slug) => expireKept([seriesTag(slug), homeTag]),
    seats: (eventId, slug) => {
      if (seats.has(eventId)) return
      seats.set(eventId, [seatsTag(eventId), seatsOfTag(slug)])
      setTimeout(() => {
        const tags = seats.get(eventId) ?? []
        seats.delete(eventId)
        expireKept(tags)
      }, seatsEvery).unref()
    },
  })
}
