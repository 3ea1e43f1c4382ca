import { ownerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { PageHeading } from '@/components/ui/heading'
import { SeriesFields } from '../series-fields'
import { addSeries } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('series.form'))('newTitle') }
}

export default ownerPage(async () => {
  const t = await getTranslations('series.form')
  return (
    <div className="max-w-xl">
      <PageHeading title={t('newTitle')} lead={t('newLead')} />
      <ActionForm action={addSeries} submit={t('create')}>
        <SeriesFields />
      </ActionForm>
    </div>
  )
})
