import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import type { SeriesScope } from '@/lib/people/scope'
import { findSeriesHeading } from '@/lib/series/queries'
import { inLanguage } from '@/lib/values/language'
import { currentLocale } from '@/lib/web/locale'

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
      <div className="mb-6">
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
        <nav aria-label={t('label')} className="-mx-4 overflow-x-auto border-b border-rule px-4 sm:mx-0 sm:px-0">
          <ul className="flex gap-1">
            {parts.map(([path, name]) => (
              <li key={name}>
                <a
                  href={`${base}${path}`}
                  aria-current={name === part ? 'page' : undefined}
                  className={classes(
                    'inline-flex min-h-11 items-center whitespace-nowrap border-b-[3px] px-2.5 text-sm no-underline',
                    name === part ? 'border-pigment font-bold' : 'border-transparent text-muted hover:text-ink',
                  )}
                >
                  {t(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {children}
    </>
  )
}
