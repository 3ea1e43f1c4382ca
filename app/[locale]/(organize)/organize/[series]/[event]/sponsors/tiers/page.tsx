import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { Row, Rows } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { listTiered, listTiers, type Tier } from '@/lib/sponsors/queries/tiers'
import { inLanguage } from '@/lib/values/language'
import { markOf } from '@/lib/values/mark'
import { LedgerTabs } from '../ledger-tabs'
import { addTier, giveTier } from './actions'
import { TierRow } from './tier-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tiers'))('title') }
}

/** Ranks of sponsors, where this stop wants ranks. */
export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale }) => {
  const t = await getTranslations('tiers')
  const [tiers, sponsors] = await Promise.all([listTiers(scope), listTiered(scope)])
  const event = scope.eventId
  return (
    <EventFrame scope={scope} part="sponsors">
      <LedgerTabs scope={scope} here="tiers" />
      <PageHeading title={t('title')} lead={t('lead')} />
      {tiers.length === 0 ? (
        <p className="border-y border-rule py-6 text-muted">{t('none')}</p>
      ) : (
        <Rows>
          {tiers.map((tier, index) => (
            <TierRow
              key={tier.id}
              tier={tier}
              event={event}
              locale={locale}
              place={{ first: index === 0, last: index === tiers.length - 1 }}
            />
          ))}
        </Rows>
      )}
      <Disclosure summary={t('add')} look="line" className="mt-4">
        <div className="max-w-3xl">
          <ActionForm action={addTier} hidden={{ event }} submit={t('add')} again>
            <TierFields />
          </ActionForm>
        </div>
      </Disclosure>
      {tiers.length > 0 && (
        <Section id="sponsors" title={t('sponsors')}>
          <p className="mb-3 text-muted">{sponsors.length > 0 ? t('sponsorsLead') : t('empty')}</p>
          <Rows>
            {sponsors.map(({ id, name, nameEn, tierId }) => {
              const shown = inLanguage(locale, name, nameEn)
              return (
                <Row
                  key={id}
                  actions={
                    <ActionButton
                      action={giveTier}
                      hidden={{ event, sponsorId: id, version: markOf({ tier: tierId ?? '' }) }}
                      label={t('tierFor', { name: shown })}
                      fields={
                        <TierChoice
                          tiers={tiers}
                          now={tierId}
                          label={t('tierFor', { name: shown })}
                          none={t('noTier')}
                          locale={locale}
                        />
                      }
                    >
                      {t('set')}
                    </ActionButton>
                  }
                >
                  <span className="font-bold">{shown}</span>
                </Row>
              )
            })}
          </Rows>
        </Section>
      )}
    </EventFrame>
  )
})

type ChoiceProps = { tiers: Tier[]; now: string | null; label: string; none: string; locale: string }

function TierChoice({ tiers, now, label, none, locale }: ChoiceProps) {
  return (
    <select
      name="tier"
      defaultValue={now ?? ''}
      aria-label={label}
      className="min-h-11 min-w-0 max-w-full rounded-md border border-input bg-card px-2 text-base"
    >
      <option value="">{none}</option>
      {tiers.map(({ id, name, nameEn }) => (
        <option key={id} value={id}>
          {inLanguage(locale, name, nameEn)}
        </option>
      ))}
    </select>
  )
}

async function TierFields() {
  const t = await getTranslations('tiers')
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField name="name" label={t('name')} hint={t('nameHint')} required maxLength={40} autoComplete="off" />
      <TextField name="nameEn" label={t('nameEn')} lang="en" maxLength={60} autoComplete="off" />
    </div>
  )
}
