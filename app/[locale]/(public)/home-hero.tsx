import { getTranslations } from 'next-intl/server'
import { CityHero } from '@/components/brand/city-hero'
import { pigmentStyle } from '@/components/brand/pigments'
import { StopBadge } from '@/components/brand/stop-badge'
import { ButtonLink } from '@/components/ui/button'
import { asLine, headingFor } from '@/lib/events/rules'
import { inLanguage, languageOf } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import type { Locale } from '@/lib/words/load'
import { HomeStops } from './home-stops'
import { Line } from './line'
import { findStop, type Stop, type Tour } from './load'
import { placeOf } from './poster'
import { registerWordOf } from './register-word'
import { OtherLanguage } from './site-header'
import { When } from './when'

type Props = { tour: Tour; locale: Locale; now: Date }

/** The home of an instance with one series: its next stop, or the last when the next is not settled. */
export async function HomeHero({ tour, locale, now }: Props) {
  const nextId = headingFor(tour.stops, now)
  const shown = tour.stops.find(({ id }) => id === nextId) ?? tour.stops.at(-1)
  const found = shown ? await findStop(tour.slug, shown.slug) : null
  const t = await getTranslations()
  const stop = found && 'stop' in found ? found.stop : null
  if (!stop) return null
  return (
    <div style={isPigment(stop.pigment) ? pigmentStyle(stop.pigment) : undefined}>
      <main id="content" className="lg:grid lg:grid-cols-[57fr_43fr]">
        <div className="flex flex-col lg:sticky lg:bottom-0 lg:min-h-dvh lg:self-end">
          <CityHero seed={stop.slug} number={stop.number} city={stop.city} latin={stop.cityEn} fonts={stop.fonts}>
            <span className="flex items-center gap-2 font-bold">
              <span aria-hidden="true" className="size-3.5 rounded-full border-[3px] border-ink" />
              {t('site.name')}
            </span>
            <OtherLanguage />
          </CityHero>
          <div className="flex flex-col items-start gap-3 px-4 pb-8 pt-5 sm:px-10">
            <Next stop={stop} tour={tour} locale={locale} now={now} ahead={nextId !== null} />
          </div>
        </div>
        <div className="flex min-w-0 flex-col lg:border-l lg:border-rule">
          <div className="border-y border-rule py-3 sm:px-6 lg:border-t-0 lg:px-0 lg:[--brand-gutter:40px]">
            <Line tour={tour} locale={locale} now={now} />
          </div>
          <About tour={tour} locale={locale} />
          <div className="px-4 pb-10 sm:px-10">
            <HomeStops stops={asLine(tour.stops, now)} series={tour.slug} locale={locale} now={now} />
          </div>
        </div>
      </main>
    </div>
  )
}

async function Next({ stop, tour, locale, now, ahead }: Props & { stop: Stop; ahead: boolean }) {
  const t = await getTranslations('public')
  const page = `/${locale}/${tour.slug}/${stop.slug}`
  const word = await registerWordOf(tour, stop, now)
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <StopBadge>{t('stop', { number: placeOf(stop) })}</StopBadge>
        <span className="text-muted">{t(ahead ? 'home.nextStop' : 'home.lastStop')}</span>
      </p>
      <p className="text-2xl/tight font-bold sm:text-4xl/tight">
        <When stop={stop} locale={locale} now={now} />
      </p>
      <p className="text-lg" lang={stop.venue ? languageOf(locale, stop.venue.name, stop.venue.nameEn) : undefined}>
        {stop.venue ? inLanguage(locale, stop.venue.name, stop.venue.nameEn) : t('facts.venueUnknown')}
      </p>
      {!ahead && <p className="text-muted">{t('home.noNext')}</p>}
      <p className="mt-2 flex w-full flex-wrap gap-3">
        {word && (
          <ButtonLink href={`${page}/register`} className="min-h-12 flex-1 px-8 text-base font-bold sm:flex-none">
            {t(`register.${word}`)}
          </ButtonLink>
        )}
        <ButtonLink look="line" href={page} className="min-h-12 px-6 text-base">
          {t('home.toStop')}
        </ButtonLink>
      </p>
    </>
  )
}

async function About({ tour, locale }: { tour: Tour; locale: Locale }) {
  const t = await getTranslations('public')
  return (
    <div className="px-4 pb-6 pt-8 sm:px-10">
      <h2 className="text-2xl/tight font-bold sm:text-3xl/tight" lang={languageOf(locale, tour.name, tour.nameEn)}>
        <a href={`/${locale}/${tour.slug}`} className="no-underline hover:underline">
          {inLanguage(locale, tour.name, tour.nameEn)}
        </a>
      </h2>
      <p className="mt-2 max-w-prose text-lg" lang={languageOf(locale, tour.tagline, tour.taglineEn)}>
        {inLanguage(locale, tour.tagline, tour.taglineEn)}
      </p>
      <p className="mt-1 max-w-prose text-muted">{t('home.lead')}</p>
      <p className="mt-1 text-muted">
        {t('tour.organizer')}{' '}
        <span className="text-ink" lang={languageOf(locale, tour.organizerName, null)}>
          {tour.organizerName}
        </span>
      </p>
    </div>
  )
}
