import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { PictureField } from '@/components/form/picture-field'
import { PageHeading, Section } from '@/components/ui/heading'
import { findEvent } from '@/lib/events/queries'
import { EventFrame } from '../../../../frame'
import { savePhoto } from './actions'
import { EventForm } from './event-form'
import { Steps } from './steps'
import { VenueForm } from './venue-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('events.form'))('editTitle') }
}

export default organizerPage({ may: 'event.edit' }, async ({ scope, locale }) => {
  const t = await getTranslations('events')
  const media = await getTranslations('media')
  const event = await findEvent(scope)
  return (
    <EventFrame scope={scope} part="edit">
      <PageHeading title={t('form.editTitle')} />
      <div className="grid grid-cols-1 gap-x-16 gap-y-12 lg:grid-cols-2">
        <EventForm scope={scope} event={event} locale={locale} />
        <div>
          <Section title={t('venue.title')} id="venue">
            <p className="mb-4 text-sm text-muted">{t('venue.lead')}</p>
            <VenueForm scope={scope} venue={event.venue} />
          </Section>
          <Section title={t('photo.title')} id="photo">
            <p className="mb-4 text-sm text-muted">{t('photo.lead')}</p>
            <ActionForm action={savePhoto} hidden={{ event: scope.eventId }} submit={t('photo.save')} look="line">
              <PictureField name="photo" label={t('photo.field')} hint={media('hint')} current={event.photo} />
            </ActionForm>
          </Section>
          <Section title={t('steps.title')} id="steps">
            <Steps scope={scope} event={event} locale={locale} />
          </Section>
        </div>
      </div>
    </EventFrame>
  )
})
