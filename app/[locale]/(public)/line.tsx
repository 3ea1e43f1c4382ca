import { getTranslations } from 'next-intl/server'
import { RouteStrip } from '@/components/brand/route-strip'
import { asLine } from '@/lib/events/rules'
import { inLanguage } from '@/lib/values/language'
import { lineDays } from '@/lib/values/when'
import type { Tour } from './load'

/** The stops of a series as stations, each leading to its page. */
export async function Line({ tour, locale, now }: { tour: Tour; locale: string; now: Date }) {
  const t = await getTranslations('public')
  const line = asLine(tour.stops, now)
  const days = lineDays(line, locale, now)
  const stops = line.map((stop, index) => ({
    label: inLanguage(locale, stop.city, stop.cityEn),
    sublabel: stop.postponedAt ? t('tags.postponed') : days[index],
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
