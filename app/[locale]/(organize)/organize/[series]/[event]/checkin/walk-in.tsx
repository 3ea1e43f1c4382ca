import { ActionForm } from '@/components/form/action-form'
import { Choice, TextField, Tick } from '@/components/form/fields'
import { type Locale, words } from '@/lib/words/load'
import { walkIn } from './actions'

/** Registers somebody who stands here, and lets them in. */
export function WalkIn({ eventId, name, locale }: { eventId: string; name: string; locale: Locale }) {
  const t = words(locale, 'checkin')
  const other = words(locale, 'registration')
  return (
    <>
      <p className="mb-4 text-muted">{t('walkInLead')}</p>
      <ActionForm action={walkIn} hidden={{ event: eventId }} submit={t('walkInSubmit')}>
        <TextField name="name" label={t('name')} defaultValue={name} required autoComplete="off" maxLength={80} />
        <TextField
          name="contact"
          label={t('contact')}
          required
          autoComplete="off"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
        <Choice
          name="locale"
          label={t('language')}
          required
          defaultValue={locale}
          options={[
            ['zh', other('guests.zh')],
            ['en', other('guests.en')],
          ]}
        />
        <Tick name="notify" label={t('notify')} defaultChecked />
      </ActionForm>
    </>
  )
}
