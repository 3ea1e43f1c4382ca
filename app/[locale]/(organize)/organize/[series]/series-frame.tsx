import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { SeriesScope } from '@/lib/people/scope'
import { findSeriesHeading } from '@/lib/series/queries'
import { inLanguage } from '@/lib/values/language'
import { currentLocale } from '@/lib/web/locale'
import { PartsRow } from '../../parts'

const parts = [
  ['', 'line'],
  ['/new', 'new'],
  ['/edit', 'edit'],
  ['/people', 'people'],
] as const

type Props = { scope: SeriesScope<never>; part: (typeof parts)[number][1]; children: ReactNode }

/** What stands around every page of one series: its name, and the way to its parts. */
export async function SeriesFrame({ scope, part, children }: Props) {
  const locale = await currentLocale()
  const t = await getTranslations('series.frame')
  const series = await findSeriesHeading(scope)
  const base = `/${locale}/organize/${scope.seriesSlug}`
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <a href={base} className="inline-flex min-h-11 items-center font-bold no-underline">
          {inLanguage(locale, series.name, series.nameEn)}
        </a>
        {series.public && (
          <a href={`/${locale}/${scope.seriesSlug}`} className="inline-flex min-h-11 items-center text-sm">
            {t('publicPage')}
          </a>
        )}
      </div>
      <PartsRow
        label={t('label')}
        links={parts.map(([path, name]) => ({ name, href: `${base}${path}`, words: t(name) }))}
        here={part}
      />
      {children}
    </>
  )
}
