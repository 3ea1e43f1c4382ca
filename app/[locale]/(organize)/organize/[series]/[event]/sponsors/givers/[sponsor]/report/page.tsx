import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { PrintButton } from '@/app/[locale]/print-button'
import { ReportSheet } from '@/app/[locale]/report-sheet'
import { ActionButton } from '@/components/form/action-button'
import { findReport } from '@/lib/recap/queries/report'
import type { ReportWinner } from '@/lib/recap/rules/report'
import { isId } from '@/lib/values/fields'
import { inLanguage } from '@/lib/values/language'
import { leaveOut, planAgain, putBack } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('name') }
}

export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale, params }) => {
  const t = await getTranslations('reports')
  const report = (isId(params.sponsor) ? await findReport(scope, params.sponsor) : null) ?? notFound()
  return (
    <EventFrame scope={scope} part="sponsors">
      <ReportSheet
        report={report}
        locale={locale}
        beside={(winner) => winner.sent && <LeaveOut winner={winner} event={scope.eventId} />}
      >
        <div data-screen="" className="mt-8 flex flex-wrap items-center gap-3">
          <PrintButton>{t('print')}</PrintButton>
          {report.next && (
            <ActionButton action={planAgain} look="line" hidden={{ event: scope.eventId, id: report.sponsor.id }}>
              {t('again.plan', { city: inLanguage(locale, report.next.city, report.next.cityEn) })}
            </ActionButton>
          )}
        </div>
      </ReportSheet>
    </EventFrame>
  )
})

async function LeaveOut({ winner, event }: { winner: ReportWinner; event: string }) {
  const t = await getTranslations('reports.winners')
  const { id, leftOut, title } = winner
  const about = { name: winner.name ?? t('somebody'), title }
  const hidden = { event, id }
  return leftOut ? (
    <ActionButton action={putBack} hidden={hidden} label={t('putBackFor', about)}>
      {t('putBack')}
    </ActionButton>
  ) : (
    <ActionButton action={leaveOut} undo={putBack} hidden={hidden} label={t('leaveOutFor', about)}>
      {t('leaveOut')}
    </ActionButton>
  )
}
