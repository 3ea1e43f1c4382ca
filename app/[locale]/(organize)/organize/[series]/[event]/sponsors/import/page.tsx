import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { ActionForm } from '@/components/form/action-form'
import { FileField, TextArea } from '@/components/form/fields'
import { ButtonLink } from '@/components/ui/button'
import { State } from '@/components/ui/facts'
import { PageHeading } from '@/components/ui/heading'
import { LedgerTabs } from '../ledger-tabs'
import { keepTable } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') }
}

const counted = (text: string | undefined) => (/^\d{1,5}$/.test(text ?? '') ? Number(text) : null)

/** A table of sponsors and what they give, pasted as it is. */
export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale, search }) => {
  const t = await getTranslations('imports')
  const [sponsors, contacts, gifts] = [counted(search.sponsors), counted(search.contacts), counted(search.gifts)]
  const ledger = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors`
  return (
    <EventFrame scope={scope} part="sponsors">
      <LedgerTabs scope={scope} here="import" />
      <PageHeading title={t('title')} lead={t('lead')} />
      {sponsors !== null && contacts !== null && gifts !== null && (
        <p className="mb-6 flex flex-wrap items-center gap-x-4 border-y border-rule py-3">
          <State tone="good">{t('done', { sponsors, contacts, gifts })}</State>
          <ButtonLink look="quiet" href={ledger}>
            {t('toLedger')}
          </ButtonLink>
        </p>
      )}
      <div className="max-w-3xl">
        <ActionForm action={keepTable} hidden={{ event: scope.eventId }} submit={t('look')}>
          <TextArea
            name="table"
            label={t('table')}
            hint={t('tableHint')}
            rows={12}
            spellCheck={false}
            placeholder={t('example')}
            className="font-mono text-sm"
          />
          <FileField
            name="file"
            label={t('file')}
            hint={t('fileHint')}
            accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          />
        </ActionForm>
      </div>
    </EventFrame>
  )
})
