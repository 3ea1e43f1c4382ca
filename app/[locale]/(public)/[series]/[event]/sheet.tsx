import type { ReactNode } from 'react'
import { CityHero } from '@/components/brand/city-hero'
import { pigmentStyle } from '@/components/brand/pigments'
import { StopBadge } from '@/components/brand/stop-badge'
import { inLanguage, languageOf } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import { words } from '@/lib/words/load'
import { Line } from '../../line'
import { placeOf } from '../../poster'
import { OtherLanguage } from '../../site-header'
import { nameOfStop } from '../../structured'
import { About } from './about'
import { StopFacts } from './facts'
import { Neighbours } from './neighbours'
import { Notice } from './notice'
import { Programme } from './programme'
import type { Shown } from './shown'
import { Support } from './support'

/** Everything on a stop's page; `bar` is the one thing to do there, always in view. */
export function StopSheet({ bar, ...shown }: Shown & { bar: ReactNode }) {
  const { tour, stop, locale, now } = shown
  const t = words(locale, 'public')
  const title = nameOfStop(stop, tour, locale)
  const seriesName = inLanguage(locale, tour.name, tour.nameEn)
  return (
    <div style={isPigment(stop.pigment) ? pigmentStyle(stop.pigment) : undefined}>
      <main id="content" className="lg:grid lg:grid-cols-[57fr_43fr]">
        <div className="flex flex-col lg:sticky lg:bottom-0 lg:min-h-dvh lg:self-end">
          <CityHero seed={stop.slug} number={stop.number} city={stop.city} latin={stop.cityEn} fonts={stop.fonts}>
            <a href={`/${locale}/${tour.slug}`} className="inline-flex min-h-11 items-center no-underline">
              <StopBadge>{t('stop', { number: placeOf(stop) })}</StopBadge>
            </a>
            <OtherLanguage />
          </CityHero>
          <div className="px-4 pb-6 pt-4 sm:px-10">
            {!title.includes(seriesName) && (
              <p className="text-sm text-muted" lang={languageOf(locale, tour.name, tour.nameEn)}>
                {seriesName}
              </p>
            )}
            <p
              className="mb-4 mt-1 text-2xl/tight font-bold text-balance sm:text-3xl/tight"
              lang={languageOf(locale, stop.title, stop.titleEn)}
            >
              {title}
            </p>
            <Notice {...shown} />
            <StopFacts {...shown} />
          </div>
        </div>
        <div className="flex min-w-0 flex-col lg:border-l lg:border-rule">
          {/* Always in view, so by keyboard it follows the facts and not the whole page. */}
          {bar}
          <div className="border-y border-rule py-3 sm:px-6 lg:border-t-0 lg:px-0 lg:[--brand-gutter:40px]">
            <Line tour={tour} locale={locale} now={now} />
          </div>
          <div className="flex flex-1 flex-col gap-10 px-4 py-8 sm:px-10">
            <Programme {...shown} />
            <Support {...shown} />
            <About {...shown} />
            <Neighbours {...shown} />
          </div>
        </div>
      </main>
    </div>
  )
}
