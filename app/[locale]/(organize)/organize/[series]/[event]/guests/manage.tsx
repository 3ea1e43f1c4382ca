import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { Tick } from '@/components/form/fields'
import { Dialog } from '@/components/ui/dialog'
import type { GuestRow } from '@/lib/registration/queries/guests'
import { type Locale, words } from '@/lib/words/load'
import { approve, cancel, decline, resend, restore } from './actions'
import { JumpForm } from './jump-form'

/** What can be done with one guest. Each decision asks whether to tell them. */
export function Manage({ row, eventId, locale }: { row: GuestRow; eventId: string; locale: Locale }) {
  const t = words(locale, 'registration')
  if (row.contact.startsWith('erased:')) return null
  const hidden = { event: eventId, id: row.id }
  const label = t('guests.more', { name: row.name })
  const tell = <Tick name="notify" label={t('guests.notify')} hint={t('guests.notifyHint')} defaultChecked />
  if (row.status === 'cancelled' || row.status === 'declined') {
    return (
      <ActionButton action={restore} hidden={hidden} look="line" label={`${t('guests.restore')} · ${row.name}`}>
        {t('guests.restore')}
      </ActionButton>
    )
  }
  return (
    <Dialog
      trigger={t('guests.manage')}
      triggerLabel={label}
      title={row.name}
      lead={t(`guests.status.${row.status}`, { place: row.waitlistPosition ?? 0 })}
      close={words(locale, 'form')('close')}
    >
      <div className="flex flex-col divide-y divide-rule border-t border-rule">
        {row.status === 'pending' && (
          <ActionForm action={approve} hidden={hidden} submit={t('guests.approve')} className="gap-1 py-4">
            {tell}
          </ActionForm>
        )}
        {row.status === 'waitlisted' && <JumpForm hidden={hidden} locale={locale} />}
        {row.status !== 'confirmed' && (
          <ActionForm
            action={decline}
            undo={restore}
            hidden={hidden}
            submit={t('guests.decline')}
            look="bad"
            className="gap-1 py-4"
          >
            {tell}
          </ActionForm>
        )}
        {row.status !== 'pending' && !row.cameInAt && (
          <ActionForm
            action={cancel}
            undo={restore}
            hidden={hidden}
            submit={t('guests.cancel')}
            look="bad"
            className="gap-1 py-4"
          >
            {tell}
          </ActionForm>
        )}
        <div className="py-4">
          <ActionButton action={resend} hidden={hidden} look="line">
            {t('guests.resend')}
          </ActionButton>
        </div>
      </div>
    </Dialog>
  )
}
