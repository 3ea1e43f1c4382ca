import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Choice, TextField } from '@/components/form/fields'
import type { listSeriesStops } from '@/lib/events/queries'
import { eventRoles } from '@/lib/people/roles'
import type { SeriesScope } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'
import { invite } from './actions'

type Stops = Awaited<ReturnType<typeof listSeriesStops>>
type Props = { scope: SeriesScope<'people.edit'>; stops: Stops; locale: Locale }

/** Whom, as what, where. */
export async function InviteForm({ scope, stops, locale }: Props) {
  const t = await getTranslations('people')
  const roles = ['organizer', ...eventRoles] as const
  const places = stops
    .toReversed()
    .map((stop) => [stop.id, t('oneStop', { city: inLanguage(locale, stop.city, stop.cityEn) })] as const)
  return (
    <ActionForm action={invite} hidden={{ series: scope.seriesId }} submit={t('invite.submit')} again>
      <TextField
        name="email"
        type="email"
        label={t('invite.email')}
        hint={t('invite.emailHint')}
        required
        autoComplete="off"
        inputMode="email"
        maxLength={254}
      />
      <Choice
        name="role"
        label={t('invite.role')}
        required
        options={roles.map((role) => [role, t(`roles.${role}.name`)] as const)}
      />
      <Choice
        name="place"
        label={t('invite.place')}
        hint={t('invite.placeHint')}
        required
        options={[['', t('wholeSeries')], ...places]}
      />
    </ActionForm>
  )
}
