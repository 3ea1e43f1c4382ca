import { seriesPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Row, Rows } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { listRemovedDrafts, listStops } from '@/lib/events/queries'
import { statusOf } from '@/lib/events/rules'
import type { SeriesScope } from '@/lib/people/scope'
import { findSeries } from '@/lib/series/queries'
import { inLanguage } from '@/lib/values/language'
import { dayText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { Line } from '../line'
import { NextAction } from '../next-action'
import { StopRow } from '../stop-row'
import { removeStop, restoreStop } from './actions'
import { SeriesFrame } from './series-frame'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('series.frame'))('line') }
}

export default seriesPage({ may: 'series.view' }, async ({ scope, locale }) => {
  const t = await getTranslations('series.overview')
  const [series, stops] = await Promise.all([findSeries(scope), listStops(scope)])
  const name = inLanguage(locale, series.name, series.nameEn)
  const tagline = inLanguage(locale, series.tagline, series.taglineEn)
  return (
    <SeriesFrame scope={scope} part="line">
      <PageHeading title={name} lead={tagline} />
      <Line stops={stops} seriesSlug={series.slug} seriesName={name} locale={locale} />
      <NextAction stops={stops} seriesSlug={series.slug} locale={locale} />
      {stops.length > 0 && (
        <Section title={t('stops', { count: stops.length })}>
          <Rows>
            {stops.toReversed().map((stop) => (
              <StopRow
                key={stop.id}
                stop={stop}
                seriesSlug={series.slug}
                locale={locale}
                actions={statusOf(stop, new Date()) === 'draft' && <Remove scope={scope} stop={stop} locale={locale} />}
              />
            ))}
          </Rows>
        </Section>
      )}
      <Removed scope={scope} locale={locale} />
    </SeriesFrame>
  )
})

type OneStop = { scope: SeriesScope<'series.view'>; stop: { id: string; city: string; cityEn: string }; locale: Locale }

async function Remove({ scope, stop, locale }: OneStop) {
  const t = await getTranslations('series.overview')
  return (
    <ActionButton
      action={removeStop}
      undo={restoreStop}
      hidden={{ series: scope.seriesId, id: stop.id }}
      label={t('removeLabel', { city: inLanguage(locale, stop.city, stop.cityEn) })}
    >
      {t('remove')}
    </ActionButton>
  )
}

async function Removed({ scope, locale }: { scope: SeriesScope<'series.view'>; locale: Locale }) {
  const t = await getTranslations('series.overview')
  const now = new Date()
  const drafts = await listRemovedDrafts(scope, now)
  if (drafts.length === 0) return null
  return (
    <Section title={t('removedTitle')}>
      <p className="mb-2 text-sm text-muted">{t('removedLead')}</p>
      <Rows>
        {drafts.map((draft) => {
          const city = inLanguage(locale, draft.city, draft.cityEn)
          return (
            <Row
              key={draft.id}
              actions={
                <ActionButton
                  action={restoreStop}
                  hidden={{ series: scope.seriesId, id: draft.id }}
                  label={t('restoreLabel', { city })}
                >
                  {t('restore')}
                </ActionButton>
              }
            >
              {city} <span className="text-sm text-muted">{dayText(draft, locale, now)}</span>
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}
