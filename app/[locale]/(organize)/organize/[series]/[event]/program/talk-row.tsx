import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import { ChevronDown, ChevronUp } from '@/components/ui/icons'
import type { ProgramTalk } from '@/lib/program/queries/program'
import { inLanguage, languageOf } from '@/lib/values/language'
import { clockText } from '@/lib/values/when'
import { toneOf } from '../answer-tone'
import { moveTalk } from './actions'
import type { RowContext } from './context'
import { Station } from './station'
import { TalkEditor } from './talk-editor'

/** One item: what is on when, who is on stage, and behind "edit" everything about it. */
export async function TalkRow({ talk, place, within }: { talk: ProgramTalk; place: number; within: RowContext }) {
  const { event, locale, timeZone, count } = within
  const t = await getTranslations('program')
  const clock = (at: Date) => clockText(at, timeZone, locale)
  const title = inLanguage(locale, talk.title, talk.titleEn)
  const actions = (
    <>
      <ActionButton
        action={moveTalk}
        hidden={{ event, id: talk.id, to: place - 1 }}
        label={t('talk.up', { title })}
        disabled={place === 1}
      >
        <ChevronUp aria-hidden="true" className="size-5" />
      </ActionButton>
      <ActionButton
        action={moveTalk}
        hidden={{ event, id: talk.id, to: place + 1 }}
        label={t('talk.down', { title })}
        disabled={place === count}
      >
        <ChevronDown aria-hidden="true" className="size-5" />
      </ActionButton>
      <Disclosure summary={t('talk.edit')} label={t('talk.editOf', { title })} className="open:basis-full">
        <TalkEditor talk={talk} place={place} within={within} />
      </Disclosure>
    </>
  )
  return (
    <Station from={clock(talk.startsAt)} to={clock(talk.endsAt)} quiet={talk.kind === 'break'} actions={actions}>
      <p className="text-sm text-muted">
        {t(`kinds.${talk.kind}`)} · {t('minutes', { minutes: talk.durationMinutes })}
      </p>
      <h2 className="font-bold break-words" lang={languageOf(locale, talk.title, talk.titleEn)}>
        {title}
      </h2>
      <ul className="mt-1 flex flex-col gap-0.5">
        {talk.people.map(({ speaker, role, answer }) => (
          <li key={speaker.id} className="flex flex-wrap items-baseline gap-x-2.5">
            <span>
              <span className="font-medium">{speaker.name}</span>{' '}
              <span className="text-sm text-muted">
                {[
                  role === 'speaker' || role === 'panelist' ? '' : t(`roles.${role}`),
                  inLanguage(locale, speaker.organisation, speaker.organisationEn),
                  inLanguage(locale, speaker.position, speaker.positionEn),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
            {answer !== 'confirmed' && <State tone={toneOf[answer]}>{t(`answers.${answer}`)}</State>}
          </li>
        ))}
      </ul>
    </Station>
  )
}
