import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { State } from '@/components/ui/facts'
import type { BoardAsk } from '@/lib/sponsors/queries/needs'
import { askStateOf } from '@/lib/sponsors/rules/needs'
import { inLanguage } from '@/lib/values/language'
import { shortDayText } from '@/lib/values/when'
import { markSilent } from './actions'
import type { Board } from './need-row'

const tones = { open: 'wait', yes: 'good', no: 'quiet', silent: 'quiet' } as const

/** Who asked whom when, and what came of it. */
export async function AskLines({ asks, board }: { asks: BoardAsk[]; board: Board }) {
  const t = await getTranslations('needs.ask')
  if (asks.length === 0) return null
  return (
    <ul aria-label={t('list')} className="mt-2 border-l-2 border-rule pl-3">
      {asks.map((ask) => {
        const { timeZone, locale } = board
        const state = askStateOf({ answer: ask.answer, askedAt: new Date(ask.at) }, board.now)
        const sponsor = inLanguage(locale, ask.sponsor, ask.sponsorEn)
        const date = shortDayText({ startsAt: ask.at, timeZone }, locale)
        const said = { by: ask.by ?? t('somebody'), sponsor, date }
        return (
          <li key={ask.id} className="flex flex-wrap items-center gap-x-3 text-sm">
            <span>{ask.contact ? t('lineContact', { ...said, contact: ask.contact }) : t('line', said)}</span>
            <State tone={tones[state]}>{t(`state.${state}`)}</State>
            {ask.answer === null && (
              <ActionButton
                action={markSilent}
                hidden={{ event: board.event, id: ask.id }}
                label={t('silentFor', { sponsor })}
                className="text-sm"
              >
                {t('silent')}
              </ActionButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}
