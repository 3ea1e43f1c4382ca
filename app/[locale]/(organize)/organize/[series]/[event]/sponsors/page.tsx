import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { ButtonLink } from '@/components/ui/button'
import { Empty, Rows } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { listGifts, listSponsors } from '@/lib/sponsors/queries/gifts'
import { listNeedTitles } from '@/lib/sponsors/queries/ledger'
import { ledgerOf } from '@/lib/sponsors/rules/ledger'
import type { GiftStatus } from '@/lib/sponsors/schema/gifts'
import { inLanguage } from '@/lib/values/language'
import { GiftRow } from './gift-row'
import { LedgerLine } from './ledger-line'
import { LedgerTabs } from './ledger-tabs'
import { SponsorRow } from './sponsor-row'
import { Parcels, Totals } from './totals'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sponsors'))('title') }
}

export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale }) => {
  const t = await getTranslations('sponsors')
  const [gifts, sponsors, needs] = await Promise.all([listGifts(scope), listSponsors(scope), listNeedTitles(scope)])
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors`
  const titles = new Map(needs.map(({ id, title, titleEn }) => [id, inLanguage(locale, title, titleEn)]))
  const within = { event: scope.eventId, base, locale, timeZone: scope.timeZone, needs: titles }
  const stations = ledgerOf(gifts)
  const counts = Object.fromEntries(stations.map(({ status, gifts }) => [status, gifts.length]))
  const add = <ButtonLink href={`${base}/new`}>{t('add')}</ButtonLink>
  return (
    <EventFrame scope={scope} part="sponsors">
      <LedgerTabs scope={scope} here="ledger" />
      <PageHeading title={t('title')} lead={t('lead')} action={gifts.length > 0 && add} />
      {gifts.length === 0 ? (
        <Empty action={add}>{t('empty')}</Empty>
      ) : (
        <LedgerLine counts={counts as Record<GiftStatus, number>} />
      )}
      {stations
        .filter((station) => station.gifts.length > 0)
        .map((station) => (
          <Section
            key={station.status}
            id={station.status}
            title={`${t(`status.${station.status}`)} · ${t('count', { count: station.gifts.length })}`}
          >
            {station.status === 'offered' && <p className="mb-3 text-muted">{t('offers')}</p>}
            <Rows>
              {station.gifts.map((gift, index) => (
                <GiftRow
                  key={gift.id}
                  gift={gift}
                  within={within}
                  place={{ first: index === 0, last: index === station.gifts.length - 1 }}
                />
              ))}
            </Rows>
          </Section>
        ))}
      <Parcels gifts={gifts} base={base} locale={locale} />
      {gifts.length > 0 && <Totals gifts={gifts} locale={locale} />}
      <Section
        id="givers"
        title={t('giver.title')}
        action={
          <ButtonLink look="line" href={`${base}/givers/new`}>
            {t('giver.add')}
          </ButtonLink>
        }
      >
        <p className="mb-3 text-muted">{sponsors.length > 0 ? t('giver.lead') : t('giver.empty')}</p>
        {sponsors.length > 0 && (
          <Rows>
            {sponsors.map((sponsor) => (
              <SponsorRow key={sponsor.id} sponsor={sponsor} within={within} />
            ))}
          </Rows>
        )}
      </Section>
    </EventFrame>
  )
})
