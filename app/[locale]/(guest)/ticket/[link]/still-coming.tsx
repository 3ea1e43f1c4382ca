import { ActionButton } from '@/components/form/action-button'
import { releasesAt } from '@/lib/registration/rules/seats'
import { instantText } from '@/lib/values/when'
import { words } from '@/lib/words/load'
import { cancelTicket, reconfirm, uncancelTicket } from './actions'
import type { Shown } from './standing'

/** "Still coming?": asked some days before; one press answers, and the answer stays to be seen. */
export function StillComing({ ticket, standing, locale, link }: Shown) {
  const t = words(locale, 'registration')
  if (standing !== 'confirmed' || !ticket.reconfirmAskedAt) return null
  if (ticket.reconfirmedAt) return <p className="mt-5 border-l-4 border-good pl-3">{t('ticket.reconfirmedShown')}</p>
  const at = releasesAt(ticket.event)
  const release = at ? instantText(at, ticket.event.timeZone, locale) : ''
  return (
    <section aria-labelledby="still-coming" className="mt-5 border-y-2 border-pigment py-4">
      <h2 id="still-coming" className="text-xl font-bold">
        {t('ticket.reconfirm')}
      </h2>
      <p className="mt-1">{t('ticket.reconfirmLead', { released: at ? 'yes' : 'no', release })}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <ActionButton action={reconfirm} hidden={{ link }} look="ink" className="min-h-12 flex-1 text-base font-bold">
          {t('ticket.reconfirmYes')}
        </ActionButton>
        <ActionButton
          action={cancelTicket}
          undo={uncancelTicket}
          hidden={{ link }}
          look="line"
          className="min-h-12 flex-1 text-base"
        >
          {t('ticket.reconfirmNo')}
        </ActionButton>
      </div>
    </section>
  )
}
