import { ActionForm } from '@/components/form/action-form'
import { TextArea } from '@/components/form/fields'
import { Photo } from '@/components/ui/photo'
import { listMyPrizes, type MyHandOver } from '@/lib/draws/queries/handover'
import type { TicketHolder } from '@/lib/people/holder'
import { inLanguage, languageOf } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'
import { giveAddress } from './actions'

type Props = { holder: TicketHolder; locale: Locale }

/** Where each prize of this ticket is: at the desk, on its way, or in its winner's hands. */
export async function MyHandOvers({ holder, locale }: Props) {
  const prizes = await listMyPrizes(holder)
  return prizes.map((prize) => (
    <div key={prize.id} className="mb-4 border-b border-rule pb-4">
      <Where prize={prize} locale={locale} />
      {prize.post && <Address prize={prize} link={holder.linkId} locale={locale} />}
    </div>
  ))
}

function Where({ prize, locale }: { prize: MyHandOver; locale: Locale }) {
  const t = words(locale, 'hat')
  const waits = prize.post ? 'byPost' : 'atDesk'
  return (
    <>
      <p className="text-2xl font-bold text-good">
        {t('ticket.yours')}
        <span className="block text-ink" lang={languageOf(locale, prize.title, prize.titleEn)}>
          {inLanguage(locale, prize.title, prize.titleEn)}
        </span>
      </p>
      {prize.admits > 1 && <p className="mt-1 font-medium">{t('over.admits', { count: prize.admits })}</p>}
      {prize.photo && (
        <Photo picture={prize.photo} alt={t('over.photo')} sizes="20rem" className="my-3 max-w-80 rounded-md" />
      )}
      <p className="mt-1">{t(`ticket.where.${prize.status === 'won' ? waits : 'handed'}`)}</p>
    </>
  )
}

function Address({ prize, link, locale }: { prize: MyHandOver; link: string; locale: Locale }) {
  const t = words(locale, 'hat')
  return (
    <div className="mt-3">
      {prize.post === 'given' && <p className="mb-2 font-medium text-good">✓ {t('ticket.addressKept')}</p>}
      <ActionForm action={giveAddress} hidden={{ link, win: prize.id }} submit={t('ticket.addressSubmit')}>
        <TextArea
          name="address"
          label={t(prize.post === 'given' ? 'ticket.addressAgain' : 'ticket.address')}
          hint={t('ticket.addressHint')}
          required
          autoComplete="street-address"
          maxLength={300}
        />
      </ActionForm>
    </div>
  )
}
