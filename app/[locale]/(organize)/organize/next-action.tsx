import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import type { LineStop } from '@/lib/events/queries'
import { nextAction } from '@/lib/tour/rules'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'

type Props = { stops: LineStop[]; seriesSlug: string; locale: Locale }

/** The one thing to do next for a series, as one button. */
export async function NextAction({ stops, seriesSlug, locale }: Props) {
  const t = await getTranslations('series.overview')
  const next = nextAction(stops, new Date())
  if (!next) return null
  const base = `/${locale}/organize/${seriesSlug}`
  const { slug } = next.stop
  const href = {
    prepare: `${base}/${slug}`,
    run: `${base}/${slug}`,
    recap: `${base}/${slug}/recap`,
    start: `${base}/new`,
  }
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-rule py-4">
      <span className="text-sm text-muted">{t('next')}</span>
      <ButtonLink href={href[next.kind]} className="py-2">
        {t(next.kind, { city: inLanguage(locale, next.stop.city, next.stop.cityEn) })}
      </ButtonLink>
    </p>
  )
}
