import { getTranslations } from 'next-intl/server'
import { asLine } from '@/lib/events/rules'
import { inLanguage, languageOf } from '@/lib/values/language'
import { dayText } from '@/lib/values/when'
import type { TourStop } from '../../load'
import { Heading } from './heading'
import type { Shown } from './shown'

/** The stops before and after this one. */
export async function Neighbours({ tour, stop, locale, now }: Shown) {
  const t = await getTranslations('public')
  const line = asLine(tour.stops, now)
  const place = line.findIndex(({ id }) => id === stop.id)
  const [previous, next] = [line[place - 1], line[place + 1]]
  const page = `/${locale}/${tour.slug}`
  const shown = { page, off: { postponed: t('tags.postponed'), cancelled: t('tags.cancelled') }, locale, now }
  return (
    <nav aria-labelledby="route">
      <Heading id="route">{t('route.title')}</Heading>
      <ul className="border-t border-rule">
        {previous && <Neighbour label={t('route.previous')} stop={previous} {...shown} />}
        {next && <Neighbour label={t('route.next')} stop={next} {...shown} />}
        <li className="border-b border-rule">
          <a href={page} className="flex min-h-12 items-center no-underline hover:underline">
            {t('route.all')}
          </a>
        </li>
      </ul>
    </nav>
  )
}

type Props = {
  label: string
  stop: TourStop
  page: string
  off: Record<'postponed' | 'cancelled', string>
  locale: string
  now: Date
}

function Neighbour({ label, stop, page, off, locale, now }: Props) {
  return (
    <li className="border-b border-rule">
      <a
        href={`${page}/${stop.slug}`}
        className="grid min-h-12 grid-cols-[min(4.5rem,25%)_minmax(0,1fr)_minmax(0,auto)] items-baseline gap-x-4 py-3 no-underline hover:underline sm:grid-cols-[6rem_1fr_auto]"
      >
        <span className="text-sm text-muted">{label}</span>
        <span className="font-bold" lang={languageOf(locale, stop.city, stop.cityEn)}>
          {inLanguage(locale, stop.city, stop.cityEn)}
        </span>
        {stop.postponedAt || stop.cancelledAt ? (
          <span className="text-[0.9375rem] text-muted">{off[stop.cancelledAt ? 'cancelled' : 'postponed']}</span>
        ) : (
          <time dateTime={stop.startsAt} className="text-[0.9375rem] text-muted">
            {dayText(stop, locale, now)}
          </time>
        )}
      </a>
    </li>
  )
}
