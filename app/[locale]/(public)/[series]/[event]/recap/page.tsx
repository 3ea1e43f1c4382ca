import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Article } from '@/app/[locale]/article'
import { pigmentStyle } from '@/components/brand/pigments'
import { StopBadge } from '@/components/brand/stop-badge'
import { Photo } from '@/components/ui/photo'
import { composeRecap } from '@/lib/recap/rules/compose'
import { inLanguage } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import { isLocale, type Locale, words } from '@/lib/words/load'
import { type Stop, stopOf, type Tour } from '../../../load'
import { absolute, metaOf } from '../../../meta'
import { pictureAddress } from '../../../poster'
import { SiteHeader } from '../../../site-header'
import { loadRecap } from './load'

type Props = { params: Promise<{ locale: string; series: string; event: string }> }

const atRecap = (path: string) => `${path}/recap`

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, ...params } = await props.params
  if (!isLocale(locale)) return {}
  const { tour, stop } = await stopOf({ params, locale }, atRecap)
  const data = await loadRecap(tour.slug, stop.slug)
  if (!data) return {}
  return metaOf({
    locale,
    path: `/${tour.slug}/${stop.slug}/recap`,
    title: composeRecap(data, locale).headline,
    description: describe(tour, stop, locale),
    image: absolute(pictureAddress(stop, 'card', locale)),
    siteName: words(locale, 'site')('name'),
    type: 'article',
  })
}

export default publicPage(async ({ params, locale }) => {
  const { tour, stop } = await stopOf({ params, locale }, atRecap)
  const data = (await loadRecap(tour.slug, stop.slug)) ?? notFound()
  const t = words(locale, 'recap')
  const city = inLanguage(locale, stop.city, stop.cityEn)
  const page = `/${locale}/${tour.slug}/${stop.slug}`
  return (
    <div style={isPigment(stop.pigment) ? pigmentStyle(stop.pigment) : undefined}>
      <SiteHeader locale={locale} />
      <main id="content" className="mx-auto max-w-6xl px-4 pt-4 pb-16 sm:px-10 sm:pt-10">
        <p className="mb-6">
          <a href={page} className="inline-flex min-h-11 items-center no-underline">
            <StopBadge>{t('public.stop', { number: stop.number, city })}</StopBadge>
          </a>
        </p>
        {stop.photo && (
          <Photo
            picture={stop.photo}
            alt={words(locale, 'public')('photo', { city })}
            sizes="(min-width: 48rem) 42rem, 100vw"
            className="mb-8 w-full max-w-2xl rounded-md"
          />
        )}
        <Article article={composeRecap(data, locale)} locale={locale} />
        <p className="mt-12 border-t border-rule pt-4">
          <a href={page} className="inline-flex min-h-11 items-center">
            {t('public.back', { city })}
          </a>
        </p>
      </main>
    </div>
  )
})

function describe(tour: Tour, stop: Stop, locale: Locale): string {
  return words(locale, 'recap')('public.description', {
    series: inLanguage(locale, tour.name, tour.nameEn),
    number: stop.number,
    city: inLanguage(locale, stop.city, stop.cityEn),
  })
}
