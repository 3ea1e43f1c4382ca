import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Reach } from '@/app/[locale]/reach'
import { pigmentStyle } from '@/components/brand/pigments'
import { JsonLd } from '@/components/layout/json-ld'
import { asLine, type StationState, statusOf } from '@/lib/events/rules'
import { inLanguage, languageOf } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import { currentNonce } from '@/lib/web/visit'
import { isLocale, type Locale, words } from '@/lib/words/load'
import { cardOf } from '../card'
import { Line } from '../line'
import { type Tour, type TourStop, tourOf } from '../load'
import { Menu, MenuLink, MenuLinks, OnlyInWeChat } from '../menu'
import { absolute, metaOf } from '../meta'
import { aheadOf, behindOf } from '../order'
import { type RegisterWord, registerWordOf } from '../register-word'
import { SiteHeader } from '../site-header'
import { nameOfStop, structuredTour } from '../structured'
import { StopRow } from './stop-row'

export async function generateMetadata(props: {
  params: Promise<{ locale: string; series: string }>
}): Promise<Metadata> {
  const { locale, series } = await props.params
  if (!isLocale(locale)) return {}
  const tour = await tourOf({ params: { series }, locale })
  const title = inLanguage(locale, tour.name, tour.nameEn)
  return metaOf({
    locale,
    path: `/${tour.slug}`,
    title,
    description: describe(tour, locale),
    image: await cardOf(tour, locale, new Date()),
    siteName: words(locale, 'site')('name'),
  })
}

export default publicPage(async ({ params, locale }) => {
  const tour = await tourOf({ params, locale })
  const t = await getTranslations('public')
  const now = new Date()
  const stops = asLine(tour.stops, now)
  const shown = aheadOf(stops, now)[0] ?? stops.at(-1)
  const done = stops.filter(({ state }) => state === 'done').length
  const ahead = stops.filter(({ state }) => state === 'now' || state === 'next').length
  const pigment = shown && isPigment(shown.pigment) ? pigmentStyle(shown.pigment) : undefined
  const heading = stops.find(({ state }) => state === 'now')
  const register = heading ? await registerWordOf(tour, heading, now) : null
  const listed = { series: tour.slug, locale, now, register }
  return (
    <div style={pigment}>
      <SiteHeader locale={locale} />
      <main id="content" className="mx-auto max-w-6xl pb-16 pt-6 sm:pt-12">
        <header className="px-4 sm:px-10">
          <h1 className="max-w-4xl text-4xl font-bold sm:text-6xl" lang={languageOf(locale, tour.name, tour.nameEn)}>
            {inLanguage(locale, tour.name, tour.nameEn)}
          </h1>
          {tour.tagline && (
            <p className="mt-4 max-w-prose text-lg" lang={languageOf(locale, tour.tagline, tour.taglineEn)}>
              {inLanguage(locale, tour.tagline, tour.taglineEn)}
            </p>
          )}
          <p className="mt-2 text-muted">
            {t('tour.organizer')}{' '}
            <span className="text-ink" lang={languageOf(locale, tour.organizerName, null)}>
              {tour.organizerName}
            </span>
            {' · '}
            {t('tour.lead', { done, ahead })}
          </p>
        </header>
        <div className="mt-8 border-y border-rule py-3 sm:mt-12 sm:px-6">
          <Line tour={tour} locale={locale} now={now} />
        </div>
        <div className="px-4 sm:px-10">
          <Stops title={t('tour.ahead')} stops={aheadOf(stops, now)} {...listed} />
          <Stops title={t('tour.done')} stops={behindOf(stops, now)} {...listed} />
          <div className="mt-6 text-[0.9375rem]">
            <Feed series={tour.slug} locale={locale} />
            {tour.reach && (
              <p className="mt-4">
                <span className="mr-3 text-muted">{words(locale, 'site')('reach')}</span>
                <Reach reach={tour.reach} />
              </p>
            )}
          </div>
        </div>
      </main>
      <JsonLd nonce={await currentNonce()} data={structured(tour, locale, now)} />
    </div>
  )
})

type Listed = TourStop & { state: StationState }
type Registering = RegisterWord | null

type StopsProps = { title: string; stops: Listed[]; series: string; locale: Locale; now: Date; register: Registering }

function Stops({ title, stops, ...listed }: StopsProps) {
  if (stops.length === 0) return null
  return (
    <section className="mt-10">
      <h2 className="text-lg font-bold">{title}</h2>
      <ol className="mt-3 border-t border-rule">
        {stops.map((stop) => (
          <StopRow key={stop.id} stop={stop} {...listed} />
        ))}
      </ol>
    </section>
  )
}

async function Feed({ series, locale }: { series: string; locale: Locale }) {
  const t = await getTranslations('public')
  return (
    <Menu label={t('tour.feed')}>
      <OnlyInWeChat className="text-muted">{t('calendar.wechat')}</OnlyInWeChat>
      <p className="text-muted" data-not-in-wechat="" suppressHydrationWarning>
        {t('tour.feedLead')}
      </p>
      <MenuLinks>
        <MenuLink href={`/api/calendar/${series}?lang=${locale}`} notInWeChat>
          {t('calendar.file')}
        </MenuLink>
      </MenuLinks>
    </Menu>
  )
}

function describe(tour: Tour, locale: Locale): string {
  const [series, tagline] = [
    inLanguage(locale, tour.name, tour.nameEn),
    inLanguage(locale, tour.tagline, tour.taglineEn),
  ]
  return words(locale, 'public')('seo.tour', { series, tagline }).trim()
}

function structured(tour: Tour, locale: Locale, now: Date): object {
  const url = absolute(`/${locale}/${tour.slug}`)
  return structuredTour({
    url,
    name: inLanguage(locale, tour.name, tour.nameEn),
    description: describe(tour, locale),
    organizer: tour.organizerName,
    stops: tour.stops.map((stop) => ({
      url: `${url}/${stop.slug}`,
      name: nameOfStop(stop, tour, locale),
      startsAt: stop.startsAt,
      endsAt: stop.endsAt,
      status: statusOf(stop, now),
      city: inLanguage(locale, stop.city, stop.cityEn),
    })),
  })
}
