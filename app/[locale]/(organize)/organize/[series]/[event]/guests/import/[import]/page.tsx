import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/heading'
import { findImport, previewImport } from '@/lib/registration/queries/imports'
import { isUuid } from '@/lib/values/uuid'
import { words } from '@/lib/words/load'
import { EventFrame } from '../../../../../../frame'
import { Ended } from './ended'
import { Plan } from './plan'
import { Preview } from './preview'
import { Run } from './run'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'guests')('import.title') }
}

export default organizerPage({ may: 'guests.edit' }, async ({ scope, locale, params }) => {
  const found = (isUuid(params.import) ? await findImport(scope, params.import) : null) ?? notFound()
  const t = words(locale, 'guests')
  const list = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/guests`
  const left = found.outcomes.left ?? 0
  const over = found.undoneAt !== null || (found.startedAt !== null && left === 0)
  const preview = found.startedAt ? null : await previewImport(scope, found)
  return (
    <EventFrame scope={scope} part="guests">
      <div className="max-w-4xl">
        <PageHeading
          title={<span className="break-all">{found.fileName}</span>}
          lead={<span className="tabular">{t('import.lines', { count: found.total })}</span>}
          action={
            <ButtonLink look="quiet" href={`${list}/import`}>
              {t('import.other')}
            </ButtonLink>
          }
        />
        {over && <Ended found={found} eventId={scope.eventId} list={list} locale={locale} />}
        {preview && (
          <>
            <Preview preview={preview} found={found} locale={locale} />
            <Plan key={found.columns.join()} found={found} preview={preview} eventId={scope.eventId} locale={locale} />
          </>
        )}
        {!over && (preview === null || preview.missing.length === 0) && (
          <Run
            url={`/api/guests/${scope.eventId}/import/${found.id}/run`}
            locale={locale}
            total={found.total}
            left={left}
            words={{
              go: found.startedAt ? t('import.goOn') : t('import.go'),
              lead: t('import.goLead'),
              running: t.raw('import.running'),
              broken: t('bulk.broken'),
              refused: t('import.refusedNow'),
            }}
          />
        )}
      </div>
    </EventFrame>
  )
})
