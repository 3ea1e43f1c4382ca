import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/facts'
import { PageHeading } from '@/components/ui/heading'
import { listPlan, listSlots } from '@/lib/prizes/queries/plan'
import { LedgerTabs } from '../ledger-tabs'
import { proposePlan } from './actions'
import { PlanRow } from './plan-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('prizes.plan'))('title') }
}

/** Which prize is drawn when: an order, and the part of the programme. */
export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale }) => {
  const t = await getTranslations('prizes.plan')
  const [prizes, slots] = await Promise.all([listPlan(scope), listSlots(scope)])
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors`
  const plan = { event: scope.eventId, base, locale, slots, count: prizes.length }
  return (
    <EventFrame scope={scope} part="sponsors">
      <LedgerTabs scope={scope} here="plan" />
      <PageHeading
        title={t('title')}
        lead={t('lead')}
        action={
          prizes.some(({ place }) => place !== null) && (
            <ActionButton action={proposePlan} hidden={{ event: scope.eventId }} look="line">
              {t('propose')}
            </ActionButton>
          )
        }
      />
      {prizes.length === 0 ? (
        <Empty action={<ButtonLink href={`${base}/new`}>{t('enter')}</ButtonLink>}>{t('empty')}</Empty>
      ) : (
        <ol className="border-t border-rule">
          {prizes.map((prize, index) => (
            <PlanRow key={prize.id} prize={prize} at={index + 1} plan={plan} />
          ))}
        </ol>
      )}
    </EventFrame>
  )
})
