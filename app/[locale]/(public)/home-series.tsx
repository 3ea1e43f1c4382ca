import { getTranslations } from 'next-intl/server'
import { pigmentStyle } from '@/components/brand/pigments'
import { headingFor } from '@/lib/events/rules'
import { inLanguage, languageOf } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import { spanText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { Line } from './line'
import type { Tour } from './load'

type Props = { tour: Tour; locale: Locale; now: Date }

/** One of several series: its name, its line and where it goes next. */
export async function HomeSeries({ tour, locale, now }: Props) {
  const t = await getTranslations('public')
  const next = tour.stops.find(({ id }) => id === headingFor(tour.stops, now))
  const shown = next ?? tour.stops.at(-1)
  return (
    <section className="mt-12" style={shown && isPigment(shown.pigment) ? pigmentStyle(shown.pigment) : undefined}>
      <h2 className="px-4 text-2xl font-bold sm:px-10 sm:text-3xl" lang={languageOf(locale, tour.name, tour.nameEn)}>
        <a href={`/${locale}/${tour.slug}`} className="no-underline hover:underline">
          {inLanguage(locale, tour.name, tour.nameEn)}
        </a>
      </h2>
      <p className="mt-1 px-4 text-muted sm:px-10">
        {next ? (
          <>
            {t('home.nextStop')}{' '}
            <a
              href={`/${locale}/${tour.slug}/${next.slug}`}
              className="font-medium text-ink underline decoration-pigment decoration-2 underline-offset-4"
            >
              {inLanguage(locale, next.city, next.cityEn)}
            </a>{' '}
            · {spanText(next, locale, now)}
          </>
        ) : (
          t('home.noNext')
        )}
      </p>
      <div className="mt-4 border-y border-rule py-3 sm:px-6">
        <Line tour={tour} locale={locale} now={now} />
      </div>
    </section>
  )
}
