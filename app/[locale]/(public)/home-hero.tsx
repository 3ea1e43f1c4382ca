import { getTranslations } from 'next-intl/server'
import { CityHero } from '@/components/brand/city-hero'
import { pigmentStyle } from '@/components/brand/pigments'
import { StopBadge } from '@/components/brand/stop-badge'
import { ButtonLink } from '@/components/ui/button'
import { headingFor, registrationIsOpen } from '@/lib/events/rules'
import { inLanguage, languageOf } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import { spanText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { Line } from './line'
import { findStop, type Stop, type Tour } from './load'
import { placeOf } from './poster'
import { OtherLanguage } from './site-header'

type Props = { tour: Tour; locale: Locale; now: Date }

/** The home of an instance with one series: its next stop, or the last when the next is not settled. */
export async function HomeHero({ tour, locale, now }: Props) {
  const nextId = headingFor(tour.stops, now)
  const shown = tour.stops.find(({ id }) => id === nextId) ?? tour.stops.at(-1)
  const found = shown ? await findStop(tour.slug, shown.slug) : null
  const t = await getTranslations()
  const stop = found && 'stop' in found ? found.stop : null
  return (
    <div style={stop && isPigment(stop.pigment) ? pigmentStyle(stop.pigment) : undefined}>
      <main id="content" className="lg:grid lg:min-h-dvh lg:grid-cols-[57fr_43fr]">
        <div className="lg:flex lg:flex-col lg:justify-between">
          {stop && (
            <CityHero seed={stop.slug} number={stop.number} city={stop.city} latin={stop.cityEn} fonts={stop.fonts}>
              <span className="flex items-center gap-2 font-bold">
                <span aria-hidden="true" className="size-3.5 rounded-full border-[3px] border-ink" />
                {t('site.name')}
              </span>
              <span className="lg:hidden">
                <OtherLanguage />
              </span>
            </CityHero>
          )}
        </div>
        <div className="flex min-w-0 flex-col lg:border-l lg:border-rule">
          <div className="hidden min-h-[72px] items-center justify-end px-10 lg:flex">
            <OtherLanguage />
          </div>
          <div className="flex flex-1 flex-col justify-center gap-5 px-4 py-6 sm:px-10">
            {stop && <Next stop={stop} tour={tour} locale={locale} now={now} ahead={nextId !== null} />}
          </div>
          <div className="border-t border-rule py-3 sm:px-6 lg:px-0 lg:[--brand-gutter:40px]">
            <Line tour={tour} locale={locale} now={now} />
          </div>
          <div className="border-t border-rule px-4 py-6 sm:px-10">
            <h2 className="text-xl font-bold" lang={languageOf(locale, tour.name, tour.nameEn)}>
              <a href={`/${locale}/${tour.slug}`} className="no-underline hover:underline">
                {inLanguage(locale, tour.name, tour.nameEn)}
              </a>
            </h2>
            <p className="mt-1 max-w-prose text-muted">
              {inLanguage(locale, tour.tagline, tour.taglineEn) || t('public.home.lead')}
            </p>
            <a
              href={`/${locale}/${tour.slug}`}
              className="mt-1 inline-flex min-h-11 items-center underline decoration-pigment decoration-2 underline-offset-4"
            >
              {t('public.home.wholeLine', { count: tour.stops.length })}
            </a>
          </div>
        </div>
      </main>
    </div>
  )
}

async function Next({ stop, tour, locale, now, ahead }: Props & { stop: Stop; ahead: boolean }) {
  const t = await getTranslations('public')
  const page = `/${locale}/${tour.slug}/${stop.slug}`
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <StopBadge>{t('stop', { number: placeOf(stop) })}</StopBadge>
        <span className="text-muted">{t(ahead ? 'home.nextStop' : 'home.lastStop')}</span>
      </p>
      <p className="text-3xl/tight font-bold sm:text-4xl/tight">
        <time dateTime={stop.startsAt}>{spanText(stop, locale, now)}</time>
      </p>
      <p className="text-lg" lang={stop.venue ? languageOf(locale, stop.venue.name, stop.venue.nameEn) : undefined}>
        {stop.venue ? inLanguage(locale, stop.venue.name, stop.venue.nameEn) : t('facts.venueUnknown')}
      </p>
      {!ahead && <p className="text-muted">{t('home.noNext')}</p>}
      <p className="mt-2 flex flex-wrap gap-3">
        {registrationIsOpen(stop, now) && (
          <ButtonLink href={`${page}/register`} className="min-h-12 px-8 text-base font-bold">
            {t('register.free')}
          </ButtonLink>
        )}
        <ButtonLink look="line" href={page} className="min-h-12 px-6 text-base">
          {t('home.toStop')}
        </ButtonLink>
      </p>
    </>
  )
}
