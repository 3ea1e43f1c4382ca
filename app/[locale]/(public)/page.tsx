import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { inLanguage } from '@/lib/values/language'
import { isLocale, words } from '@/lib/words/load'
import { cardOf } from './card'
import { HomeHero } from './home-hero'
import { HomeSeries } from './home-series'
import { listTours } from './load'
import { metaOf } from './meta'
import { SiteHeader } from './site-header'

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const [only, ...others] = await listTours()
  const siteName = words(locale, 'site')('name')
  const title = only && others.length === 0 ? `${inLanguage(locale, only.name, only.nameEn)} · ${siteName}` : siteName
  const image = only && (await cardOf(only, locale, new Date()))
  return metaOf({ locale, path: '', title, description: words(locale, 'public')('home.lead'), image, siteName })
}

export default publicPage(async ({ locale }) => {
  const tours = await listTours()
  const now = new Date()
  const [only, ...others] = tours
  if (only && others.length === 0) return <HomeHero tour={only} locale={locale} now={now} />
  const t = await getTranslations('public')
  return (
    <>
      <SiteHeader locale={locale} />
      <main id="content" className="mx-auto max-w-6xl pb-16 pt-6 sm:pt-12">
        <header className="px-4 sm:px-10">
          <h1 className="text-4xl font-bold sm:text-6xl">{t('home.title')}</h1>
          <p className="mt-4 max-w-prose text-lg">{t('home.lead')}</p>
        </header>
        {tours.length === 0 && (
          <div className="mt-8 flex flex-col items-start gap-4 px-4 sm:px-10">
            <p className="text-muted">{t('home.empty')}</p>
            <ButtonLink look="line" href={`/${locale}/signin`}>
              {t('home.emptyAction')}
            </ButtonLink>
          </div>
        )}
        {tours.map((tour) => (
          <HomeSeries key={tour.id} tour={tour} locale={locale} now={now} />
        ))}
      </main>
    </>
  )
})
