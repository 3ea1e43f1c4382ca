import { seriesPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { PageHeading } from '@/components/ui/heading'
import { findSeries } from '@/lib/series/queries'
import { SeriesFields } from '../../series-fields'
import { SeriesFrame } from '../series-frame'
import { saveSeries } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('series.form'))('editTitle') }
}

export default seriesPage({ may: 'series.edit' }, async ({ scope }) => {
  const t = await getTranslations('series.form')
  const series = await findSeries(scope)
  return (
    <SeriesFrame scope={scope} part="edit">
      <div className="max-w-xl">
        <PageHeading title={t('editTitle')} />
        <ActionForm action={saveSeries} hidden={{ series: scope.seriesId, version: series.version }} submit={t('save')}>
          <SeriesFields series={series} />
        </ActionForm>
      </div>
    </SeriesFrame>
  )
})
