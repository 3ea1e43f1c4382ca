import { getTranslations } from 'next-intl/server'
import { Markdown } from '@/components/ui/markdown'
import { Photo } from '@/components/ui/photo'
import { inLanguage, languageOf } from '@/lib/values/language'
import { Heading } from './heading'
import type { Shown } from './shown'

/** What the organisers say of this stop, and how to find the door. */
export async function About({ stop, locale }: Shown) {
  const t = await getTranslations('public')
  const { venue } = stop
  return (
    <>
      {stop.photo && (
        <Photo
          picture={stop.photo}
          alt={t('photo', { city: inLanguage(locale, stop.city, stop.cityEn) })}
          sizes="(min-width: 1024px) 40vw, 100vw"
          className="w-full rounded-md"
        />
      )}
      {stop.summary && (
        <section aria-labelledby="about">
          <Heading id="about">{t('about')}</Heading>
          <div className="border-t border-rule pt-3" lang={languageOf(locale, stop.summary, stop.summaryEn)}>
            <Markdown>{inLanguage(locale, stop.summary, stop.summaryEn)}</Markdown>
          </div>
        </section>
      )}
      {venue?.directions && (
        <section aria-labelledby="venue">
          <Heading id="venue">{t('venue.title')}</Heading>
          <div className="border-t border-rule pt-3">
            <p className="font-medium">{inLanguage(locale, venue.name, venue.nameEn)}</p>
            <p className="whitespace-pre-line text-muted" lang={languageOf(locale, venue.directions, null)}>
              {venue.directions}
            </p>
          </div>
        </section>
      )}
    </>
  )
}
