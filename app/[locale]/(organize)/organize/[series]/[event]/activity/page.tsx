import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/facts'
import { PageHeading } from '@/components/ui/heading'
import { type LogPlace, listActivity } from '@/lib/tour/queries'
import { EventFrame } from '../../../../frame'
import { LogLines } from './log-lines'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tour.activity'))('title') }
}

export default organizerPage({ may: 'event.view' }, async ({ scope, locale, search }) => {
  const t = await getTranslations('tour.activity')
  const before = placeIn(search.before)
  const { lines, more } = await listActivity(scope, before)
  const last = lines.at(-1)
  return (
    <EventFrame scope={scope} part="activity">
      <div className="max-w-3xl">
        <PageHeading title={t('title')} lead={t('lead')} />
        {lines.length === 0 ? (
          <Empty>{t('empty')}</Empty>
        ) : (
          <LogLines lines={lines} locale={locale} timeZone={scope.timeZone} />
        )}
        <nav aria-label={t('title')} className="mt-6 flex flex-wrap gap-3">
          {more && last && (
            <ButtonLink look="line" href={`?before=${last.at.getTime()}_${last.id}`}>
              {t('older')}
            </ButtonLink>
          )}
          {before && (
            <ButtonLink look="quiet" href="?">
              {t('newest')}
            </ButtonLink>
          )}
        </nav>
      </div>
    </EventFrame>
  )
})

function placeIn(text: string | undefined): LogPlace | null {
  const parts = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '')
  const [, at, id] = parts ?? []
  return at && id ? { at: new Date(Number(at)), id } : null
}
