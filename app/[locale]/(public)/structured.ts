import type { EventStatus } from '@/lib/events/rules'
import { inLanguage } from '@/lib/values/language'
import { words } from '@/lib/words/load'

/** What schema.org is told of a stop; instants are ISO text, addresses absolute. */
export type ToldStop = {
  url: string
  name: string
  description: string
  image: string
  startsAt: string
  endsAt: string
  status: EventStatus
  seatsLeft: boolean
  place: { name: string; address: string; city: string } | null
  organizer: string
  performers: string[]
  sponsors: { name: string; url?: string }[]
  series: { name: string; url: string }
}

const statuses: Partial<Record<EventStatus, string>> = {
  cancelled: 'https://schema.org/EventCancelled',
  postponed: 'https://schema.org/EventPostponed',
}

/** One stop as schema.org's `Event`: free, on the spot, with whoever stands on stage. */
export function structuredStop(stop: ToldStop): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': stop.url,
    url: stop.url,
    name: stop.name,
    description: stop.description,
    image: [stop.image],
    startDate: stop.startsAt,
    endDate: stop.endsAt,
    eventStatus: statuses[stop.status] ?? 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    isAccessibleForFree: true,
    location: stop.place
      ? {
          '@type': 'Place',
          name: stop.place.name,
          address: {
            '@type': 'PostalAddress',
            addressLocality: stop.place.city,
            ...(stop.place.address ? { streetAddress: stop.place.address } : {}),
          },
        }
      : undefined,
    organizer: { '@type': 'Organization', name: stop.organizer, url: stop.series.url },
    performer: stop.performers.length ? stop.performers.map((name) => ({ '@type': 'Person', name })) : undefined,
    sponsor: stop.sponsors.length
      ? stop.sponsors.map(({ name, url }) => ({ '@type': 'Organization', name, ...(url ? { url } : {}) }))
      : undefined,
    superEvent: { '@type': 'EventSeries', '@id': stop.series.url, name: stop.series.name, url: stop.series.url },
    offers: {
      '@type': 'Offer',
      url: stop.url,
      price: 0,
      priceCurrency: 'CNY',
      availability: stop.seatsLeft ? 'https://schema.org/InStock' : 'https://schema.org/SoldOut',
    },
  }
}

type ToldTour = {
  url: string
  name: string
  description: string
  organizer: string
  stops: { url: string; name: string; startsAt: string; endsAt: string; status: EventStatus; city: string }[]
}

/** A whole line as schema.org's `EventSeries`. */
export function structuredTour(tour: ToldTour): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'EventSeries',
    '@id': tour.url,
    url: tour.url,
    name: tour.name,
    description: tour.description,
    organizer: { '@type': 'Organization', name: tour.organizer },
    subEvent: tour.stops.map((stop) => ({
      '@type': 'Event',
      '@id': stop.url,
      url: stop.url,
      name: stop.name,
      startDate: stop.startsAt,
      endDate: stop.endsAt,
      eventStatus: statuses[stop.status] ?? 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'Place', name: stop.city, address: stop.city },
    })),
  }
}

type Titled = { city: string; cityEn: string; title: string; titleEn: string | null }
type Named = { name: string; nameEn: string | null }

/** What a stop is called where its series isn't in sight: its own title, or the series and the city. */
export const nameOfStop = (stop: Titled, series: Named, locale: string): string =>
  inLanguage(locale, stop.title, stop.titleEn) ||
  words(locale, 'public')('stopOf', {
    series: inLanguage(locale, series.name, series.nameEn),
    city: inLanguage(locale, stop.city, stop.cityEn),
  })
