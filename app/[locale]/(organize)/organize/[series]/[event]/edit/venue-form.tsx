import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextArea, TextField } from '@/components/form/fields'
import type { OrganizedEvent } from '@/lib/events/queries'
import type { EventScope } from '@/lib/people/scope'
import { savePlace } from './actions'

type Props = { scope: EventScope<'event.edit'>; venue: OrganizedEvent['venue'] }

/** Where it is, or not known yet. */
export async function VenueForm({ scope, venue }: Props) {
  const t = await getTranslations('events.venue')
  const coordinates = venue?.latitude == null ? '' : `${venue.latitude}, ${venue.longitude}`
  return (
    <ActionForm
      action={savePlace}
      hidden={{ event: scope.eventId, version: venue?.version ?? 0 }}
      submit={t('save')}
      look="line"
    >
      <TextField name="name" label={t('name')} maxLength={120} defaultValue={venue?.name ?? ''} />
      <TextField
        name="address"
        label={t('address')}
        maxLength={200}
        autoComplete="off"
        defaultValue={venue?.address ?? ''}
      />
      <TextArea
        name="directions"
        label={t('directions')}
        hint={t('directionsHint')}
        rows={3}
        defaultValue={venue?.directions ?? ''}
      />
      <TextField
        name="coordinates"
        label={t('coordinates')}
        hint={t('coordinatesHint')}
        maxLength={100}
        defaultValue={coordinates}
      />
      <TextField name="nameEn" label={t('nameEn')} maxLength={160} defaultValue={venue?.nameEn ?? ''} />
      <TextField name="addressEn" label={t('addressEn')} maxLength={240} defaultValue={venue?.addressEn ?? ''} />
    </ActionForm>
  )
}
