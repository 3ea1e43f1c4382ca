import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import { Photo } from '@/components/ui/photo'
import type { ListedSpeaker } from '@/lib/program/queries/speakers'
import { inLanguage, languageOf } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'
import { toneOf } from '../answer-tone'
import { OwnLink } from '../own-link'
import { editSpeaker, makeSpeakerLink, removeSpeaker, restoreSpeaker, revokeSpeakerLinks } from './actions'
import { SpeakerFields } from './speaker-fields'

type Props = { speaker: ListedSpeaker; within: { event: string; locale: Locale } }

/** One speaker: how they are printed, what they do here, what they did elsewhere, how to reach them, their link. */
export async function SpeakerRow({ speaker, within }: Props) {
  const t = await getTranslations('program')
  const { name } = speaker
  const { locale, event } = within
  return (
    <li className="grid grid-cols-1 gap-x-8 gap-y-2 border-b border-rule py-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <div className="min-w-0">
        {speaker.photo && (
          <Photo
            picture={speaker.photo}
            alt=""
            sizes="4rem"
            className="float-right ml-3 size-16 rounded-full object-cover"
          />
        )}
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="text-lg font-bold break-words">{name}</h3>
          {speaker.answer && <State tone={toneOf[speaker.answer]}>{t(`answers.${speaker.answer}`)}</State>}
        </div>
        <p className="break-words text-muted">{printedLine(speaker, locale)}</p>
        <Talks speaker={speaker} locale={locale} />
        <p className="mt-1 text-sm text-muted">
          {[speaker.email, speaker.phone].filter(Boolean).join(' · ') || t('speakers.noContact')}
        </p>
      </div>
      {speaker.answer && (
        <OwnLink of="program" person={speaker} event={event} make={makeSpeakerLink} revoke={revokeSpeakerLinks} />
      )}
      <Disclosure
        summary={t('speakers.edit')}
        label={t('speakers.editOf', { name })}
        className="-ml-2 sm:col-span-2 open:border-l-4 open:border-rule open:pl-4"
      >
        <ActionForm
          action={editSpeaker}
          hidden={{ event, id: speaker.id, version: speaker.version }}
          submit={t('speakers.save')}
        >
          <SpeakerFields known={speaker} />
        </ActionForm>
        {!speaker.answer && (
          <div className="mt-4">
            <ActionButton
              action={removeSpeaker}
              undo={restoreSpeaker}
              hidden={{ event, id: speaker.id }}
              look="bad"
              label={t('speakers.removeOf', { name })}
            >
              {t('speakers.remove')}
            </ActionButton>
          </div>
        )}
      </Disclosure>
    </li>
  )
}

function printedLine(speaker: ListedSpeaker, locale: Locale): string {
  const organisation = inLanguage(locale, speaker.organisation, speaker.organisationEn)
  const position = inLanguage(locale, speaker.position, speaker.positionEn)
  return [organisation, position].filter((part) => part !== '').join(' · ')
}

async function Talks({ speaker, locale }: { speaker: ListedSpeaker; locale: Locale }) {
  const t = await getTranslations('program')
  return (
    <ul className="mt-1">
      {speaker.here.map((talk) => (
        <li key={talk.id} className="flex items-baseline gap-2 break-words">
          <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full border-[3px] border-pigment" />
          <span className="min-w-0" lang={languageOf(locale, talk.title, talk.titleEn)}>
            {inLanguage(locale, talk.title, talk.titleEn)}
          </span>
        </li>
      ))}
      {speaker.elsewhere.map((talk) => (
        <li key={talk.id} className="flex items-baseline gap-2 text-sm break-words text-muted">
          <span aria-hidden="true" className="mx-px size-2 shrink-0 rounded-full bg-rule" />
          <span className="min-w-0">
            {t('speakers.was', {
              number: talk.number,
              city: inLanguage(locale, talk.city, talk.cityEn),
              title: inLanguage(locale, talk.title, talk.titleEn),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
