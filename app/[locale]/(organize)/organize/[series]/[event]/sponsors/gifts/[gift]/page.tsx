import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { OrganizerGiftFields } from '@/app/[locale]/gift-fields'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/heading'
import { listUnits } from '@/lib/prizes/queries/units'
import { findGift } from '@/lib/sponsors/queries/gifts'
import { listNeedTitles } from '@/lib/sponsors/queries/ledger'
import { isId } from '@/lib/values/fields'
import { editGift } from '../../actions'
import { Units } from './units'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sponsors'))('form.editTitle') }
}

export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale, params }) => {
  const t = await getTranslations('sponsors')
  const [found, needs, units] = await Promise.all([
    isId(params.gift) ? findGift(scope, params.gift) : null,
    listNeedTitles(scope),
    isId(params.gift) ? listUnits(scope, params.gift) : [],
  ])
  const gift = found ?? notFound()
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors`
  return (
    <EventFrame scope={scope} part="sponsors">
      <PageHeading title={t('form.editTitle')} lead={gift.sponsor.name} />
      <div className="max-w-3xl">
        <ActionForm
          action={editGift}
          hidden={{ event: scope.eventId, id: gift.id, version: gift.version }}
          submit={t('form.save')}
          aside={
            <ButtonLink look="quiet" href={base}>
              {t('form.back')}
            </ButtonLink>
          }
        >
          <OrganizerGiftFields gift={gift} known={gift.known} needs={needs} />
        </ActionForm>
      </div>
      {units.length > 0 && <Units units={units} prizeId={gift.id} event={scope.eventId} timeZone={scope.timeZone} />}
    </EventFrame>
  )
})
