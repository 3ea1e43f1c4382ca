import { getTranslations } from 'next-intl/server'
import type { CSSProperties, ReactNode } from 'react'
import type { Stop, Tour } from '@/app/[locale]/(public)/load'
import { asLine } from '@/lib/events/rules'
import { emsOf } from '../draw/fit'
import { StageLine } from '../stage-line'
import { Board } from './board'
import { Givers } from './givers'
import { boardOf, invitationOf } from './moment'
import { Prizes, prizesOf } from './prizes'
import { StageCode } from './stage-code'

type Props = { tour: Tour; stop: Stop; locale: string; now: Date; note: string | null }

/**
 * The big screen while no draw is on, one picture after the other by the clock: what is on, what is to be won, who gave,
 * the next stop. What the host wrote stands alone until it is taken down.
 */
export async function IdleStage({ tour, stop, locale, now, note }: Props) {
  const t = await getTranslations('stage')
  const board = boardOf(stop, now)
  const invitation = invitationOf(tour, stop, now)
  const prizes = board.kind === 'over' || board.kind === 'off' ? [] : prizesOf(stop.support)
  const code = <StageCode invitation={invitation} tour={tour} locale={locale} />
  const panes: [string, ReactNode][] = note
    ? [['note', <Note key="note" text={note} label={t('note')} />]]
    : [
        [
          'board',
          <div key="board" className="stage-middle">
            <Board board={board} stop={stop} locale={locale} now={now} />
            {code}
          </div>,
        ],
        ...(prizes.length > 0
          ? [
              ['prizes', <Prizes key="prizes" gifts={prizes} label={t('prizes')} locale={locale} />] as [
                string,
                ReactNode,
              ],
            ]
          : []),
        ...(stop.support.length > 0
          ? [
              ['givers', <Givers key="givers" sponsors={stop.support} label={t('given')} locale={locale} />] as [
                string,
                ReactNode,
              ],
            ]
          : []),
      ]
  return (
    <>
      <StageLine stops={asLine(tour.stops, now)} hereId={stop.id} locale={locale} />
      <div className="stage-panes">
        {panes.map(([name, pane], index) => (
          <section key={name} className="stage-pane" data-key={name} data-on={index === 0 ? '' : undefined}>
            {pane}
          </section>
        ))}
      </div>
    </>
  )
}

function Note({ text, label }: { text: string; label: string }) {
  return (
    <div className="stage-note">
      <p className="stage-label">{label}</p>
      <p className="stage-note-text" style={{ '--ems': emsOf(text) } as CSSProperties}>
        {text}
      </p>
    </div>
  )
}
