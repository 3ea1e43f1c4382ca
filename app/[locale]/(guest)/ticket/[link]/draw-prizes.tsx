import { Ring } from '@/components/draw/ring'
import { ActionButton } from '@/components/form/action-button'
import { Disclosure } from '@/components/ui/disclosure'
import type { MyDraw, MyPrize } from '@/lib/draws/queries/mine'
import type { TicketHolder } from '@/lib/people/holder'
import { inLanguage, languageOf } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'
import { declinePrize } from './actions'

type Props = { mine: Extract<NonNullable<MyDraw>, { state: 'in' }>; holder: TicketHolder; locale: Locale }

/** What was won, largest of all; whoever is called may also pass it on. Works without JavaScript. */
export function MyPrizes({ mine, holder, locale }: Props) {
  // What was claimed is told by where it is now.
  const open = mine.prizes.filter(({ status }) => status !== 'claimed')
  return open.map((prize) => (
    <div key={prize.result} className="mb-4 border-b border-rule pb-4" role="status">
      <Won prize={prize} locale={locale} />
      {prize.status === 'called' && !mine.closed && (
        <Decline prize={prize} session={mine.session} link={holder.linkId} locale={locale} />
      )}
    </div>
  ))
}

const said = { called: 'come', claimed: 'yours', passed: 'passed' } as const
const looks = { called: 'text-3xl text-good', claimed: 'text-2xl text-good', passed: 'text-lg text-muted' }

function Won({ prize, locale }: { prize: MyPrize; locale: Locale }) {
  const t = words(locale, 'hat')
  const { title, titleEn, status, result } = prize
  return (
    <p className={`font-bold ${looks[status]}`}>
      {t(`ticket.${said[status]}`)}
      <span className="block text-ink" lang={languageOf(locale, title, titleEn)}>
        {inLanguage(locale, title, titleEn)}
      </span>
      {status === 'called' && <Ring result={result} title={t('ticket.comeTitle')} />}
    </p>
  )
}

type Called = { prize: MyPrize; session: string; link: string; locale: Locale }

function Decline({ prize, session, link, locale }: Called) {
  const t = words(locale, 'hat')
  return (
    <Disclosure summary={t('ticket.decline')} className="-ml-2 mt-2">
      <p className="mb-3 ml-2">{t('ticket.declineLead')}</p>
      <ActionButton action={declinePrize} hidden={{ link, session, result: prize.result }} look="bad" className="ml-2">
        {t('ticket.decline')}
      </ActionButton>
    </Disclosure>
  )
}
