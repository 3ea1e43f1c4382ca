import { ActionForm } from '@/components/form/action-form'
import { Choice, TextField, Tick } from '@/components/form/fields'
import { Dialog } from '@/components/ui/dialog'
import { type Locale, words } from '@/lib/words/load'
import { add } from './actions'

type Props = {
  eventId: string
  /** Seats set aside that have some left. */
  holds: { id: string; name: string; left: number }[]
  locale: Locale
}

/** Adds somebody by hand: a speaker's friend, a phone call, a list from elsewhere. */
export function AddGuest({ eventId, holds, locale }: Props) {
  const t = words(locale, 'registration')
  return (
    <Dialog
      trigger={t('guests.add')}
      look="ink"
      title={t('guests.add')}
      lead={t('guests.addLead')}
      close={words(locale, 'form')('close')}
    >
      <ActionForm action={add} hidden={{ event: eventId }} submit={t('guests.addSubmit')} again>
        <TextField name="name" label={t('guests.name')} required autoComplete="off" maxLength={80} />
        <TextField
          name="contact"
          label={t('guests.contact')}
          required
          autoComplete="off"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
        <Choice
          name="locale"
          label={t('guests.language')}
          required
          defaultValue={locale}
          options={[
            ['zh', t('guests.zh')],
            ['en', t('guests.en')],
          ]}
        />
        {holds.length > 0 && (
          <Choice
            name="hold"
            label={t('guests.seat')}
            hint={t('guests.seatHint')}
            defaultValue=""
            options={[
              ['', t('guests.seatPublic')],
              ...holds.map(({ id, name, left }): [string, string] => [id, t('guests.seatHeld', { name, left })]),
            ]}
          />
        )}
        <Tick name="notify" label={t('guests.notify')} hint={t('guests.notifyHint')} defaultChecked />
      </ActionForm>
    </Dialog>
  )
}
