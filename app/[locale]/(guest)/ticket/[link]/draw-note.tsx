import { LiveRefresh } from '@/app/[locale]/live-refresh'
import { KeepCodes } from '@/components/draw/keep-codes'
import { findMyDraw, type MyDraw } from '@/lib/draws/queries/mine'
import type { TicketHolder } from '@/lib/people/holder'
import { inLanguage, languageOf } from '@/lib/values/language'
import { markFor } from '@/lib/web/live/rooms'
import { allWords, type Locale, words } from '@/lib/words/load'
import { MyEntry } from './draw-entry'
import { MyHandOvers } from './draw-handed'
import { MyLot } from './draw-lot'
import { MyPrizes } from './draw-prizes'
import { ShownForm } from './draw-shown'

type Props = { holder: TicketHolder; page: string; name: string; locale: Locale; seated: boolean }
export type Drawing = Props & { mine: NonNullable<MyDraw> }

/** So that 500 phones do not ask in the same moment: two cores render some fifty pages a second. Whoever won is told at once. */
const spreadMs = 10_000

/** What the draw holds of this ticket; once there is a plan it keeps itself up to date. */
export async function DrawNote(props: Props) {
  // Read before what is shown, so that nothing in between is missed.
  const mark = await markFor(props.holder.eventId, ['draw'])
  const mine = await findMyDraw(props.holder)
  return (
    <>
      {mark > 0 && (
        <LiveRefresh
          at={`/api/live/ticket/${props.holder.linkId}`}
          mark={mark}
          spreadMs={spreadMs}
          called={words(props.locale, 'hat')('ticket.come')}
          offline={words(props.locale, 'hat')('ticket.offline')}
        />
      )}
      <MyLot holder={props.holder} page={props.page} locale={props.locale} />
      {mine && (props.seated || mine.state === 'in') && <InTheDraw {...props} mine={mine} />}
    </>
  )
}

/** In the hat, under which number, what was won, and what this phone keeps of it. */
function InTheDraw(drawing: Drawing) {
  const { mine, page, locale } = drawing
  const t = words(locale, 'hat')
  const over = mine.state !== 'planned' && mine.closed
  return (
    <section className="mt-6 border-y-4 border-pigment py-4" aria-labelledby="draw">
      {mine.state === 'in' && <MyPrizes {...drawing} mine={mine} />}
      <MyHandOvers holder={drawing.holder} locale={locale} />
      <h2 id="draw" className="text-lg font-bold">
        {headingOf(mine, locale)}
      </h2>
      {mine.state !== 'in' && !over && <p className="mt-1">{t(`ticket.${mine.state}Lead`)}</p>}
      {mine.state === 'in' && mine.weight > 1 && (
        <p className="mt-1">{t('ticket.weight', { stops: mine.weight - 1, count: mine.weight })}</p>
      )}
      {mine.state === 'in' && !over && mine.outs.length > 0 && <Outs outs={mine.outs} locale={locale} />}
      {mine.state !== 'planned' && <Lock mine={mine} locale={locale} />}
      {mine.state !== 'outside' && !over && <ShownForm {...drawing} mine={mine} />}
      {mine.state === 'in' && <MyEntry entry={mine.entry} locale={locale} />}
      <a
        href={mine.state === 'planned' ? page : `${page}#check`}
        className="inline-flex min-h-11 items-center underline underline-offset-4"
      >
        {t(mine.state === 'planned' ? 'ticket.rules' : 'ticket.check')}
      </a>
    </section>
  )
}

function headingOf(mine: Drawing['mine'], locale: Locale): string {
  const t = words(locale, 'hat')
  if (mine.state === 'in') return t(mine.closed ? 'ticket.overIn' : 'ticket.inHat', { n: mine.n })
  return t(mine.state === 'outside' && mine.closed ? 'ticket.overOutside' : `ticket.${mine.state}`)
}

type In = Extract<Drawing['mine'], { state: 'in' }>
type Locked = Exclude<Drawing['mine'], { state: 'planned' }>

function Outs({ outs, locale }: { outs: In['outs']; locale: Locale }) {
  const t = words(locale, 'hat')
  return (
    <>
      <h3 className="mt-3 text-sm text-muted">{t('ticket.outs')}</h3>
      <ul>
        {outs.map(({ draw, title, titleEn, why }) => (
          <li key={draw}>
            <span lang={languageOf(locale, title, titleEn)}>{inLanguage(locale, title, titleEn)}</span>
            <span className="text-muted"> · {t(`ticket.out.${why}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Lock({ mine, locale }: { mine: Locked; locale: Locale }) {
  const { kept: same, changed, gone } = allWords(locale).hat.ticket
  return (
    <>
      <p className="mt-3 text-sm text-muted">{words(locale, 'hat')('ticket.count', { count: mine.count })}</p>
      <p className="font-mono text-lg/snug font-bold break-words">{mine.code}</p>
      <KeepCodes
        log={mine.log}
        words={{ same, changed, gone }}
        {...(mine.state === 'in' ? { entry: mine.entry } : {})}
      />
    </>
  )
}
