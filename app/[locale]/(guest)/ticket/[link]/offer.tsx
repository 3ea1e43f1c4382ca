import { ActionButton } from '@/components/form/action-button'
import { type Locale, words } from '@/lib/words/load'
import { acceptSeat, declineSeat } from './actions'

/** A seat that is kept for the holder until a deadline: take it, or pass it on. */
export function Offer({ link, locale }: { link: string; locale: Locale }) {
  const t = words(locale, 'registration')
  return (
    <div className="mt-5 flex flex-col gap-3 border-y-2 border-pigment py-4 sm:flex-row">
      <ActionButton action={acceptSeat} hidden={{ link }} look="ink" className="min-h-12 flex-1 text-base font-bold">
        {t('ticket.offerAccept')}
      </ActionButton>
      <ActionButton action={declineSeat} hidden={{ link }} look="line" className="min-h-12 flex-1 text-base">
        {t('ticket.offerDecline')}
      </ActionButton>
    </div>
  )
}
