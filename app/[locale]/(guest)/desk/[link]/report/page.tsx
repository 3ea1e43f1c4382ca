import { holderPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PrintButton } from '@/app/[locale]/print-button'
import { ReportSheet } from '@/app/[locale]/report-sheet'
import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { ownReport } from '@/lib/recap/queries/report'
import { inLanguage } from '@/lib/values/language'
import { giveAgain } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('name') }
}

/** The sponsor's own report: what they gave and what became of it, nothing of anybody else. */
export default holderPage({ kind: 'desk' }, async ({ holder, locale }) => {
  const t = await getTranslations('reports')
  const report = (await ownReport(holder)) ?? notFound()
  const { next } = report
  const city = next && inLanguage(locale, next.city, next.cityEn)
  return (
    <ReportSheet report={report} locale={locale}>
      <div data-screen="" className="mt-8 flex flex-col items-start gap-3">
        {next && city && (
          <div className="w-full border-y-2 border-ink py-4">
            <p className="mb-3 text-lg font-bold">{t('again.title', { city })}</p>
            <ActionButton action={giveAgain} look="ink" hidden={{ link: holder.linkId }} className="min-h-12 text-base">
              {t('again.give', { city })}
            </ActionButton>
          </div>
        )}
        <p className="flex flex-wrap items-center gap-3">
          <PrintButton>{t('print')}</PrintButton>
          <ButtonLink href={`/${locale}/desk/${holder.linkId}`} look="quiet">
            {t('back')}
          </ButtonLink>
        </p>
      </div>
    </ReportSheet>
  )
})
