import { KeepCodes } from '@/components/draw/keep-codes'
import { findMyLot } from '@/lib/draws/queries/ballot'
import type { TicketHolder } from '@/lib/people/holder'
import { allWords, type Locale, words } from '@/lib/words/load'
import { MyEntry } from './draw-entry'

type Props = { holder: TicketHolder; page: string; locale: Locale }

/** The holder's lot in the ballot for seats: its number before the draw, its place afterwards, and what the phone keeps. */
export async function MyLot({ holder, page, locale }: Props) {
  const lot = await findMyLot(holder)
  if (!lot) return null
  const t = words(locale, 'ballot')
  const hat = words(locale, 'hat')
  const { kept: same, changed, gone } = allWords(locale).hat.ticket
  return (
    <section className="mt-6 border-y-4 border-pigment py-4" aria-labelledby="lot">
      <h2 id="lot" className="text-lg font-bold">
        {t('lot.number', { n: lot.n })}
      </h2>
      <p className="mt-1">{t(`lot.${saidOf(lot)}`, { rank: lot.rank ?? 0, count: lot.count, seats: lot.seats })}</p>
      <p className="mt-3 text-sm text-muted">{hat('ticket.count', { count: lot.count })}</p>
      <p className="font-mono text-lg/snug font-bold break-words">{lot.code}</p>
      <KeepCodes log={lot.log} words={{ same, changed, gone }} entry={lot.entry} />
      <MyEntry entry={lot.entry} locale={locale} />
      <a href={`${page}#check`} className="inline-flex min-h-11 items-center underline underline-offset-4">
        {t('lot.check')}
      </a>
    </section>
  )
}

const saidOf = ({ drawn, rank }: { drawn: boolean; rank: number | null }) =>
  rank !== null ? 'rank' : drawn ? 'out' : 'waits'
