import { getTranslations } from 'next-intl/server'
import { Row, Rows, State } from '@/components/ui/facts'
import { Section } from '@/components/ui/heading'
import type { LedgerGift } from '@/lib/sponsors/queries/gifts'
import { isPublic } from '@/lib/sponsors/rules/ledger'
import { totalsOf } from '@/lib/sponsors/rules/totals'
import { inLanguage } from '@/lib/values/language'
import { moneyText } from '@/lib/values/money'
import type { Locale } from '@/lib/words/load'

type Props = { gifts: LedgerGift[]; locale: Locale }

/** What all of it is worth, for organisers only. */
export async function Totals({ gifts, locale }: Props) {
  const t = await getTranslations('sponsors.totals')
  const { count, valued, sums } = totalsOf(gifts)
  const sum = sums.map(({ currency, value }) => moneyText(value, currency, locale)).join(' + ')
  return (
    <Section id="totals" title={t('title')}>
      <p className="text-muted">{t('lead')}</p>
      <p className="tabular mt-1 text-lg">{valued > 0 ? t('line', { count, valued, sum }) : t('none')}</p>
    </Section>
  )
}

/** Parcels that are expected, on their way and arrived; one without a number yet says so. */
export async function Parcels({ gifts, base, locale }: Props & { base: string }) {
  const t = await getTranslations('sponsors')
  const parcels = gifts.filter(({ parcel, way, status }) => (parcel || way === 'parcel') && isPublic(status))
  if (parcels.length === 0) return null
  return (
    <Section id="parcels" title={t('parcels.title')}>
      <p className="mb-3 text-muted">{t('parcels.lead')}</p>
      <Rows>
        {parcels.map(({ id, kind, parcel, title, titleEn, status, quantity, promised, sponsor }) => {
          const here = status === 'received' || status === 'thanked'
          return (
            <Row
              key={id}
              actions={<State tone={here ? 'good' : 'wait'}>{t(here ? 'parcels.here' : 'parcels.way')}</State>}
            >
              <a href={`${base}/gifts/${id}`} className="font-bold">
                {parcel || t('parcels.noNumber')}
              </a>{' '}
              {inLanguage(locale, title, titleEn)} · {inLanguage(locale, sponsor.name, sponsor.nameEn)}{' '}
              <span className="tabular ml-1 inline-block text-sm text-muted">
                {here && promised !== null
                  ? t('promisedWas', { promised, count: quantity ?? 0 })
                  : quantity !== null && t('quantity', { kind, count: quantity })}
              </span>
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}
