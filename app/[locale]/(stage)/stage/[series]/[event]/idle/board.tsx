import { getTranslations } from 'next-intl/server'
import type { Stop } from '@/app/[locale]/(public)/load'
import { CityName } from '@/components/brand/city-name'
import { inLanguage, languageOf } from '@/lib/values/language'
import { clockText, dayText } from '@/lib/values/when'
import type { Board as Shown } from './moment'

type Talk = Stop['program'][number]
type Props = { board: Shown<Talk>; stop: Stop; locale: string; now: Date }

/** The large words: what is on and what comes next, or the city while nothing is. */
export async function Board({ board, stop, locale, now }: Props) {
  const t = await getTranslations('stage')
  if (board.kind !== 'running') {
    return (
      <div className="stage-board">
        <CityName city={stop.city} latin={stop.cityEn} fonts={stop.fonts} />
        <p className="stage-said">{await sayingOf({ board, stop, locale, now })}</p>
        {board.kind === 'before' && board.next && <Next talk={board.next} stop={stop} locale={locale} />}
      </div>
    )
  }
  return (
    <div className="stage-board">
      {board.now ? (
        <>
          <p className="stage-label">
            {t('now')} · {t('until', { time: clockText(board.now.endsAt, stop.timeZone, locale) })}
          </p>
          <h1 className="stage-title" lang={languageOf(locale, board.now.title, board.now.titleEn)}>
            {inLanguage(locale, board.now.title, board.now.titleEn)}
          </h1>
          <p className="stage-people">{board.now.people.map(({ name }) => name).join(' · ')}</p>
        </>
      ) : (
        <CityName city={stop.city} latin={stop.cityEn} fonts={stop.fonts} />
      )}
      {board.next && <Next talk={board.next} stop={stop} locale={locale} />}
    </div>
  )
}

async function Next({ talk, stop, locale }: { talk: Talk; stop: Stop; locale: string }) {
  const t = await getTranslations('stage')
  return (
    <p className="stage-next">
      <span className="stage-next-label">
        {t('next')} {clockText(talk.startsAt, stop.timeZone, locale)}
      </span>{' '}
      <span lang={languageOf(locale, talk.title, talk.titleEn)}>{inLanguage(locale, talk.title, talk.titleEn)}</span>
    </p>
  )
}

async function sayingOf({ board, stop, locale, now }: Props): Promise<string> {
  const t = await getTranslations('stage')
  if (board.kind === 'off') return t(board.status)
  if (board.kind === 'over') return t('over')
  const day = dayText(stop, locale, now)
  const clock = clockText(stop.startsAt, stop.timeZone, locale)
  const today = day === dayText({ startsAt: now, timeZone: stop.timeZone }, locale, now)
  return t('startsAt', { date: today ? clock : `${day} ${clock}` })
}
