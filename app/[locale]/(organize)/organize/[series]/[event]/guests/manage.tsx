import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { Tick } from '@/components/form/fields'
import { Dialog } from '@/components/ui/dialog'
import type { GuestRow } from '@/lib/registration/queries/guests'
import { type Locale, words } from '@/lib/words/load'
import { approve, cancel, decline, resend, restore } from './actions'
import { JumpForm } from './jump-form'

type Row = Pick<GuestRow, 'id' | 'name' | 'status' | 'contact' | 'cameInAt' | 'waitlistPosition'>
type Props = { row: Row; eventId: string; locale: Locale }
const isOver = ({ status }: Row) => status === 'cancelled' || status === 'declined'

/** What can be done with one guest, behind one button beside the row. */
export function Manage({ row, eventId, locale }: Props) {
  const t = words(locale, 'registration')
  if (row.contact.startsWith('erased:')) return null
  if (isOver(row)) return <ManageForms row={row} eventId={eventId} locale={locale} />
  return (
    <Dialog
      trigger={t('guests.manage')}
      triggerLabel={t('guests.more', { name: row.name })}
      title={row.name}
      lead={t(`guests.status.${row.status}`, { place: row.waitlistPosition ?? 0 })}
      close={words(locale, 'form')('close')}
      elsewhere
    >
      <ManageForms row={row} eventId={eventId} locale={locale} />
    </Dialog>
  )
}

/** What can be done with one guest. Each decision asks whether to tell them. */
export function ManageForms({ row, eventId, locale }: Props) {
  const t = words(locale, 'registration')
  const hidden = { event: eventId, id: row.id }
  const tell = <Tick name="notify" label={t('guests.notify')} hint={t('guests.notifyHint')} defaultChecked />
  if (isOver(row)) {
    return (
      <ActionButton action={restore} hidden={hidden} look="line" label={`${t('guests.restore')} · ${row.name}`}>
        {t('guests.restore')}
      </ActionButton>
    )
  }
  return (
    <div className="flex flex-col divide-y divide-rule border-t border-rule">
      {row.status === 'pending' && (
        <ActionForm action={approve} hidden={hidden} submit={t('guests.approve')} className="gap-2 py-4">
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
          className="gap-2 py-4"
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
          className="gap-2 py-4"
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
  )
}
