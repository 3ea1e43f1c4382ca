import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/heading'
import { addSponsor } from '../actions'
import { SponsorFields } from '../sponsor-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sponsors'))('giver.addTitle') }
}

export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale }) => {
  const t = await getTranslations('sponsors')
  return (
    <EventFrame scope={scope} part="sponsors">
      <PageHeading title={t('giver.addTitle')} lead={t('giver.lead')} />
      <div className="max-w-3xl">
        <ActionForm
          action={addSponsor}
          hidden={{ event: scope.eventId }}
          submit={t('giver.add')}
          aside={
            <ButtonLink look="quiet" href={`/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors`}>
              {t('form.back')}
            </ButtonLink>
          }
        >
          <SponsorFields />
        </ActionForm>
      </div>
    </EventFrame>
  )
})
