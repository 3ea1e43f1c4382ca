import type { Metadata } from 'next'
import { statusOf } from '@/lib/events/rules'
import { inLanguage } from '@/lib/values/language'
import { spanText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import type { Stop } from '../../load'
import { absolute, metaOf } from '../../meta'
import { pictureAddress } from '../../poster'
import { nameOfStop, structuredStop } from '../../structured'
import type { Shown } from './shown'

/** One sentence with all that someone needs to decide: when, where, by whom, that it is free. */
function describeStop(stop: Stop, locale: Locale, now: Date): string {
  const t = words(locale, 'public')
  return t('seo.stop', {
    date: spanText(stop, locale, now),
    city: inLanguage(locale, stop.city, stop.cityEn),
    venue: stop.venue ? inLanguage(locale, stop.venue.name, stop.venue.nameEn) : t('tour.venueUnknown'),
    organizer: stop.series.organizerName,
  })
}

/** The stop's head elements. */
export const metaOfStop = (stop: Stop, locale: Locale, now: Date): Metadata =>
  metaOf({
    locale,
    path: `/${stop.series.slug}/${stop.slug}`,
    title: nameOfStop(stop, stop.series, locale),
    description: describeStop(stop, locale, now),
    image: absolute(pictureAddress(stop, 'card', locale)),
    siteName: words(locale, 'site')('name'),
  })

/** The stop as schema.org's `Event`. */
export function structuredOf({ tour, stop, locale, now, seatsState }: Shown): object {
  const people = stop.program.flatMap((talk) => talk.people.map(({ name }) => name))
  return structuredStop({
    url: absolute(`/${locale}/${tour.slug}/${stop.slug}`),
    name: nameOfStop(stop, tour, locale),
    description: describeStop(stop, locale, now),
    image: absolute(pictureAddress(stop, 'card', locale)),
    startsAt: stop.startsAt,
    endsAt: stop.endsAt,
    status: statusOf(stop, now),
    seatsLeft: seatsState === 'open' || seatsState === 'few',
    place: {
      name: stop.venue
        ? inLanguage(locale, stop.venue.name, stop.venue.nameEn)
        : inLanguage(locale, stop.city, stop.cityEn),
      address: stop.venue ? inLanguage(locale, stop.venue.address, stop.venue.addressEn) : '',
      city: inLanguage(locale, stop.city, stop.cityEn),
    },
    organizer: tour.organizerName,
    performers: [...new Set(people)],
    sponsors: stop.support.map(({ name, nameEn, link }) => ({
      name: inLanguage(locale, name, nameEn),
      ...(link ? { url: link } : {}),
    })),
    series: {
      name: inLanguage(locale, tour.name, tour.nameEn),
      url: absolute(`/${locale}/${tour.slug}`),
    },
  })
}
