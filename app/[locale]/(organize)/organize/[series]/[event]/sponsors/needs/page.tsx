import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { CopyButton } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty, State } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { config } from '@/lib/config'
import { findLastNeeds } from '@/lib/sponsors/queries/last-needs'
import { listSponsorNames } from '@/lib/sponsors/queries/ledger'
import { findBoard, listNeeds } from '@/lib/sponsors/queries/needs'
import { progressOf } from '@/lib/sponsors/rules/needs'
import { inLanguage } from '@/lib/values/language'
import { LedgerTabs } from '../ledger-tabs'
import { addNeed, closeBoard, openBoard, takeNeeds } from './actions'
import { NeedFields } from './need-fields'
import { NeedRow } from './need-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('needs'))('title') }
}

export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale }) => {
  const t = await getTranslations('needs')
  const [needs, stop, known, last] = await Promise.all([
    listNeeds(scope),
    findBoard(scope),
    listSponsorNames(scope),
    findLastNeeds(scope),
  ])
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors`
  const event = scope.eventId
  const board = { event, base, locale, timeZone: scope.timeZone, now: new Date(), ...stop }
  const lacking = needs.filter((need) => !progressOf(need.quantity, need.gifts).covered).length
  const page = `/${locale}/${scope.seriesSlug}/${scope.eventSlug}/needs`
  return (
    <EventFrame scope={scope} part="sponsors">
      <LedgerTabs scope={scope} here="needs" />
      <PageHeading title={t('title')} lead={t('lead')} />
      {needs.length === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <Section id="needs" title={t('count', { lacking })}>
          <ul className="border-t border-rule">
            {needs.map((need, index) => (
              <NeedRow
                key={need.id}
                need={need}
                board={board}
                known={known}
                place={{ first: index === 0, last: index === needs.length - 1 }}
              />
            ))}
          </ul>
        </Section>
      )}
      {last && last.needs.length > 0 && (
        <div className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-y border-rule py-3">
          <div className="min-w-0 flex-1 basis-72">
            <p className="font-bold">{t('last.title', { city: inLanguage(locale, last.city, last.cityEn) })}</p>
            <p className="text-sm text-muted">
              {t('last.lead', {
                list: last.needs.map((need) => inLanguage(locale, need.title, need.titleEn)).join(' · '),
              })}
            </p>
          </div>
          <ActionButton action={takeNeeds} look="line" hidden={{ event }}>
            {t('last.take')}
          </ActionButton>
        </div>
      )}
      <Disclosure
        summary={t('add')}
        look={needs.length === 0 ? 'ink' : 'line'}
        open={needs.length === 0}
        className="mt-6"
      >
        <div className="max-w-3xl">
          <ActionForm action={addNeed} hidden={{ event }} submit={t('add')} again>
            <NeedFields timeZone={scope.timeZone} />
          </ActionForm>
        </div>
      </Disclosure>
      <Section id="board" title={t('board.title')}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-rule py-3">
          <State tone={stop.openedAt ? 'good' : 'quiet'}>{t(stop.openedAt ? 'board.on' : 'board.off')}</State>
          <ActionButton
            action={stop.openedAt ? closeBoard : openBoard}
            look={stop.openedAt ? 'quiet' : 'line'}
            hidden={{ event }}
          >
            {t(stop.openedAt ? 'board.close' : 'board.open')}
          </ActionButton>
          {stop.openedAt && !stop.publishedAt && <span className="text-sm text-muted">{t('board.draft')}</span>}
          {stop.openedAt && stop.publishedAt && (
            <>
              <a href={page} className="inline-flex min-h-11 items-center">
                {t('board.view')}
              </a>
              <CopyButton text={config().SITE_URL + page} done={t('board.copied')} look="quiet">
                {t('board.copy')}
              </CopyButton>
            </>
          )}
        </div>
      </Section>
    </EventFrame>
  )
})
