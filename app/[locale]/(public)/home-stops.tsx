import { getTranslations } from 'next-intl/server'
import { pigmentStyle } from '@/components/brand/pigments'
import { StationMark } from '@/components/brand/station-mark'
import { type StationState, statusOf } from '@/lib/events/rules'
import { inLanguage, languageOf } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import { dayText } from '@/lib/values/when'
import type { TourStop } from './load'
import { aheadOf, behindOf } from './order'

type Props = { stops: (TourStop & { state: StationState })[]; series: string; locale: string; now: Date }

/** Stops in short rows, what comes first and then what was; cut to eight. */
export async function HomeStops({ stops, series, locale, now }: Props) {
  const t = await getTranslations('public')
  const shown = [...aheadOf(stops, now), ...behindOf(stops, now)].slice(0, 8)
  return (
    <>
      <ol className="border-t border-rule">
        {shown.map((stop) => (
          <li
            key={stop.id}
            style={isPigment(stop.pigment) ? pigmentStyle(stop.pigment) : undefined}
            className="border-b border-rule"
          >
            <a
              href={`/${locale}/${series}/${stop.slug}`}
              className="grid min-h-14 grid-cols-[2.25rem_1fr_auto] items-center gap-x-3 py-2 no-underline hover:underline"
            >
              <StationMark state={stop.state} number={stop.number} />
              <span className="text-lg font-bold" lang={languageOf(locale, stop.city, stop.cityEn)}>
                {inLanguage(locale, stop.city, stop.cityEn)}
              </span>
              <span className="text-[0.9375rem] text-muted">
                <Said stop={stop} locale={locale} now={now} />
              </span>
            </a>
          </li>
        ))}
      </ol>
      <a
        href={`/${locale}/${series}`}
        className="mt-2 inline-flex min-h-11 items-center underline decoration-pigment decoration-2 underline-offset-4"
      >
        {t('home.wholeLine', { count: stops.length })}
      </a>
    </>
  )
}

async function Said({ stop, locale, now }: { stop: TourStop; locale: string; now: Date }) {
  const t = await getTranslations('public')
  const status = statusOf(stop, now)
  if (status === 'cancelled' || status === 'postponed') return <span className="text-bad">{t(`tags.${status}`)}</span>
  return <time dateTime={stop.startsAt}>{dayText(stop, locale, now)}</time>
}
