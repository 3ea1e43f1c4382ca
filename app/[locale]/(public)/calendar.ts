import { type CalendarEvent, calendarStatus, eventCalendar } from '@/lib/events/calendar'
import { inLanguage } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'
import type { Tour, TourStop } from './load'
import { absolute } from './meta'
import { nameOfStop } from './structured'

type Entered = Omit<TourStop, 'hasRecap' | 'venue'> & {
  venue: { name: string; nameEn: string | null; address?: string; addressEn?: string | null } | null
}

/** A stop as calendars get it; why it was moved or called off stands in its description. */
export function entryOf(stop: Entered, tour: Pick<Tour, 'slug' | 'name' | 'nameEn'>, locale: Locale): CalendarEvent {
  const t = words(locale, 'public')
  const status = calendarStatus(stop)
  const notice = status === 'cancelled' ? t('notice.cancelled') : status === 'tentative' ? t('notice.postponed') : ''
  const { venue } = stop
  const place = venue
    ? [inLanguage(locale, venue.name, venue.nameEn), inLanguage(locale, venue.address ?? '', venue.addressEn)]
    : [inLanguage(locale, stop.city, stop.cityEn)]
  return {
    id: stop.id,
    sequence: stop.version,
    status,
    title: nameOfStop(stop, tour, locale),
    description: [notice, notice && stop.changeReason].filter(Boolean).join('\n'),
    location: place.filter(Boolean).join(' '),
    startsAt: new Date(stop.startsAt),
    endsAt: new Date(stop.endsAt),
    stampedAt: new Date(),
    url: absolute(`/${locale}/${tour.slug}/${stop.slug}`),
  }
}

/** The answer of a calendar address; subscribers ask again after five minutes at the earliest. */
export const calendarAnswer = (entries: CalendarEvent[], { name, file }: { name?: string; file: string }): Response =>
  new Response(eventCalendar(entries, name ? { name } : {}), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${file}.ics"`,
      'cache-control': 'public, max-age=300',
    },
  })
