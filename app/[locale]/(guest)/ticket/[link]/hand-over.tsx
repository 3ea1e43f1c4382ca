import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { words } from '@/lib/words/load'
import { giveTicket } from './actions'
import type { Shown } from './standing'

/** The ticket goes to a friend: says what that means before it asks for whom. */
export function HandOver({ locale, link }: Shown) {
  const t = words(locale, 'registration')
  return (
    <Disclosure summary={t('ticket.handOver')}>
      <p className="mb-3">{t('ticket.handOverLead')}</p>
      <ActionForm action={giveTicket} hidden={{ link }} submit={t('ticket.handOverSubmit')} look="bad">
        <TextField name="name" label={t('ticket.handOverName')} required autoComplete="off" maxLength={80} />
        <TextField
          name="contact"
          label={t('ticket.handOverContact')}
          required
          autoComplete="off"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
      </ActionForm>
    </Disclosure>
  )
}
