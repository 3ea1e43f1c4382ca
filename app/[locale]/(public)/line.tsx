import { getTranslations } from 'next-intl/server'
import { RouteStrip } from '@/components/brand/route-strip'
import { asLine } from '@/lib/events/rules'
import { inLanguage } from '@/lib/values/language'
import { shortDayText } from '@/lib/values/when'
import type { Tour } from './load'

/** The stops of a series as stations, each leading to its page. */
export async function Line({ tour, locale, now }: { tour: Tour; locale: string; now: Date }) {
  const t = await getTranslations('public')
  const stops = asLine(tour.stops, now).map((stop) => ({
    label: inLanguage(locale, stop.city, stop.cityEn),
    sublabel: shortDayText(stop, locale),
    href: `/${locale}/${tour.slug}/${stop.slug}`,
    state: stop.state,
  }))
  const words = {
    done: t('states.done'),
    now: t('states.now'),
    next: t('states.next'),
    draft: t('states.draft'),
    cancelled: t('states.cancelled'),
  }
  return (
    <RouteStrip
      stops={stops}
      label={t('route.label', { series: inLanguage(locale, tour.name, tour.nameEn) })}
      stateWords={words}
    />
  )
}
