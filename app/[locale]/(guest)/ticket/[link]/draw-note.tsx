import { LiveRefresh } from '@/app/[locale]/live-refresh'
import { findMyDraw } from '@/lib/draws/queries/mine'
import type { TicketHolder } from '@/lib/people/holder'
import { inLanguage, languageOf } from '@/lib/values/language'
import { markFor } from '@/lib/web/live/rooms'
import { type Locale, words } from '@/lib/words/load'

type Props = { holder: TicketHolder; page: string; locale: Locale }

/** So that 500 phones do not ask in the same moment; whoever won is told at once. */
const spreadMs = 4_000

/** What the draw holds of this ticket; once there is a plan it keeps itself up to date. */
export async function DrawNote(props: Props) {
  // Read before what is shown, so that nothing in between is missed.
  const mark = await markFor(props.holder.eventId, ['draw'])
  return (
    <>
      <InTheHat {...props} />
      {mark > 0 && <LiveRefresh at={`/api/live/ticket/${props.holder.linkId}`} mark={mark} spreadMs={spreadMs} />}
    </>
  )
}

/** In the hat, under which number, and whether to come forward. */
async function InTheHat({ holder, page, locale }: Props) {
  const mine = await findMyDraw(holder)
  if (!mine) return null
  const t = words(locale, 'draws')
  return (
    <section className="mt-6 border-y-4 border-pigment py-4" aria-labelledby="draw">
      <h2 id="draw" className="text-lg font-bold">
        {t('ticket.inHat', { n: mine.n })}
      </h2>
      {mine.prizes.map(({ title, titleEn, status }) => (
        <p key={title} className="mt-2 text-xl font-bold">
          {t(status === 'claimed' ? 'ticket.yours' : 'ticket.come')}{' '}
          <span lang={languageOf(locale, title, titleEn)}>{inLanguage(locale, title, titleEn)}</span>
        </p>
      ))}
      {mine.out && (
        <p className="mt-2">
          {mine.out === 'sponsor' ? t('ticket.outSponsor') : mine.holds ? t('ticket.outWon') : t('ticket.outOther')}
        </p>
      )}
      <p className="mt-2 text-sm text-muted">{t('ticket.code', { count: mine.count })}</p>
      <p className="font-mono text-sm break-words">{mine.code}</p>
      <a href={page} className="inline-flex min-h-11 items-center underline underline-offset-4">
        {t('public.link')}
      </a>
    </section>
  )
}
