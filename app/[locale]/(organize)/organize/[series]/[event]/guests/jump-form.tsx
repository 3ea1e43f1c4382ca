import { ActionForm } from '@/components/form/action-form'
import { TextField, Tick } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { type Locale, words } from '@/lib/words/load'
import { jump } from './actions'

/** Seats somebody from the queue before those who wait longer; says what it takes before it asks. */
export function JumpForm({ hidden, locale }: { hidden: { event: string; id: string }; locale: Locale }) {
  const t = words(locale, 'registration')
  return (
    <Disclosure summary={t('guests.jump')} className="py-1">
      <p className="mb-3 text-sm text-muted">{t('guests.jumpLead')}</p>
      <ActionForm action={jump} hidden={hidden} submit={t('guests.jumpSubmit')} className="gap-2 pb-3">
        <TextField name="reason" label={t('guests.jumpReason')} hint={t('guests.jumpHint')} required maxLength={200} />
        <Tick name="notify" label={t('guests.notify')} defaultChecked />
      </ActionForm>
    </Disclosure>
  )
}
