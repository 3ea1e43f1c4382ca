import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { Empty, Rows } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { findOwed } from '@/lib/recap/queries/owed'
import { groupOf, owedGroups, unsentOf } from '@/lib/recap/rules/owed'
import { isLocale } from '@/lib/words/load'
import { LedgerTabs } from '../../sponsors/ledger-tabs'
import { OwedRow } from './owed-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('thanks'))('title') }
}

/** Everybody whom the stop owes thanks, what to say to them, and whether it was said. */
export default organizerPage({ may: 'recap.edit' }, async ({ scope, locale, search }) => {
  const t = await getTranslations('thanks')
  const { stop, owed } = await findOwed(scope)
  const told = isLocale(search.in) ? search.in : locale
  const all = owed.length
  const sent = all - unsentOf(owed).length
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/recap/thanks`
  const within = { event: scope.eventId, locale, told, stop, timeZone: scope.timeZone }
  return (
    <EventFrame scope={scope} part="recap">
      <LedgerTabs scope={scope} here="thanks" />
      <PageHeading title={t('title')} lead={t('lead')} />
      {all === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <>
          <p className="tabular text-lg font-bold">
            {sent === all ? t('progressDone', { all }) : t('progress', { sent, all })}
          </p>
          <progress className="mt-2 w-full max-w-md" value={sent} max={all} aria-label={t('progress', { sent, all })} />
          <p className="mt-4 flex flex-wrap items-center gap-x-4 border-y border-rule text-sm">
            <span className="text-muted">{t('language')}</span>
            {(['zh', 'en'] as const).map((language) => (
              <a
                key={language}
                href={`${base}?in=${language}`}
                aria-current={language === told ? 'true' : undefined}
                className={`inline-flex min-h-11 items-center ${language === told ? 'font-bold no-underline' : ''}`}
              >
                {t(language)}
              </a>
            ))}
          </p>
          {owedGroups.map((group) => {
            const people = owed.filter((one) => groupOf(one) === group)
            return (
              people.length > 0 && (
                <Section key={group} id={group} title={t(`group.${group}`)}>
                  <Rows>
                    {people.map((one) => (
                      <OwedRow key={`${one.kind}-${one.id}`} owed={one} within={within} />
                    ))}
                  </Rows>
                </Section>
              )
            )
          })}
        </>
      )}
    </EventFrame>
  )
})
