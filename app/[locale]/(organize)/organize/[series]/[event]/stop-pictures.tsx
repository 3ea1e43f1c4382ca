import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import { pictureFormats } from '@/lib/media/pictures/formats'
import type { EventScope } from '@/lib/people/scope'
import type { Locale } from '@/lib/words/load'

/** Every picture there is of a published stop, each by what it is for. */
export async function StopPictures({ scope, locale }: { scope: EventScope<'event.view'>; locale: Locale }) {
  const t = await getTranslations('events.pictures')
  const at = `/api/pictures/${scope.seriesSlug}/${scope.eventSlug}`
  return (
    <Disclosure summary={t('open')} className="-ml-2 text-sm font-normal">
      <ul className="ml-2 border-t border-rule">
        {pictureFormats.map((format) => (
          <li key={format} className="border-b border-rule">
            <a
              href={`${at}/${format}?lang=${locale}`}
              target="_blank"
              className="flex min-h-11 flex-wrap items-center justify-between gap-x-3"
              rel="noopener"
            >
              {t(`formats.${format}`)}
              <span className="tabular text-muted">{t(`sizes.${format}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
