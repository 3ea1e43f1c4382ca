import { type EventStatus, statusOf } from '@/lib/events/rules'
import { type PictureFormat, type PosterStop, plans } from '@/lib/media/pictures/formats'
import { pictureName } from '@/lib/media/pictures/kept-picture'
import { inLanguage } from '@/lib/values/language'
import { isPigment, pigmentFor } from '@/lib/values/pigments'
import { spanText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import type { Stop } from './load'
import { absolute } from './meta'
import { nameOfStop } from './structured'

/** 03: the place of a stop on its line, as it is printed. */
export const placeOf = (stop: { number: number }): string => String(stop.number).padStart(2, '0')

/** What a picture of a stop says, in one language. */
export function posterOf(stop: Stop, format: PictureFormat, locale: Locale): PosterStop {
  const t = words(locale, 'public')
  const status = statusOf(stop, new Date())
  return {
    slug: stop.slug,
    number: stop.number,
    badge: t('stop', { number: placeOf(stop) }),
    city: stop.city,
    cityLatin: stop.cityEn,
    title: nameOfStop(stop, stop.series, locale),
    dateText: dateTextOf(stop, status, locale),
    venueText: stop.venue ? inLanguage(locale, stop.venue.name, stop.venue.nameEn) : t('tour.venueUnknown'),
    freeText: status === 'published' ? t(plans[format].qr > 0 ? 'seo.freeScan' : 'seo.free') : '',
    url: absolute(`/${locale}/${stop.series.slug}/${stop.slug}`),
    pigment: isPigment(stop.pigment) ? stop.pigment : pigmentFor(stop.slug),
  }
}

/** The day; of a stop that is off, that it is. */
export function dateTextOf(
  stop: Pick<Stop, 'startsAt' | 'endsAt' | 'timeZone'>,
  status: EventStatus,
  locale: Locale,
): string {
  if (status === 'cancelled' || status === 'postponed') return words(locale, 'public')(`tags.${status}`)
  // Of a past stop always with its year; else never, so that a picture doesn't change at New Year.
  return spanText(stop, locale, status === 'past' ? new Date(0) : new Date(stop.startsAt))
}

/** The version of a picture: moves with anything it shows, so that its address may be kept for ever. */
export const pictureVersion = (stop: Stop, format: PictureFormat, locale: Locale): string =>
  pictureName(posterOf(stop, format, locale), format, locale).slice(0, 16)

/** The address of a picture, without the host. */
export const pictureAddress = (stop: Stop, format: PictureFormat, locale: Locale): string =>
  `/api/pictures/${stop.series.slug}/${stop.slug}/${format}?lang=${locale}&v=${pictureVersion(stop, format, locale)}`
