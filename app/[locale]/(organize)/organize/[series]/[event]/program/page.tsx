import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { findProgram, type Program } from '@/lib/program/queries/program'
import { listSpeakerNames } from '@/lib/program/queries/speakers'
import { programText } from '@/lib/program/rules'
import { talkKinds } from '@/lib/program/schema'
import { inLanguage } from '@/lib/values/language'
import { clockText } from '@/lib/values/when'
import { type Locale, languageTag, locales, words } from '@/lib/words/load'
import { addTalk } from './actions'
import { QuickAdd } from './quick-add'
import { TalkRow } from './talk-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('program'))('title') }
}

export default organizerPage({ may: 'program.edit' }, async ({ scope, locale }) => {
  const clock = (at: Date) => clockText(at, scope.timeZone, locale)
  const [program, known, t] = await Promise.all([
    findProgram(scope),
    listSpeakerNames(scope),
    getTranslations('program'),
  ])
  const { talks } = program
  const within = { event: scope.eventId, timeZone: scope.timeZone, locale, known, count: talks.length }
  return (
    <EventFrame scope={scope} part="program">
      <PageHeading
        title={t('title')}
        lead={t('lead', {
          count: talks.length,
          from: clock(program.startsAt),
          to: clock(talks.at(-1)?.endsAt ?? program.endsAt),
        })}
        action={talks.length > 0 && <Copies program={program} clock={clock} />}
      />
      {program.over > 0 && (
        <p role="status" className="mb-6 max-w-prose border-l-4 border-pigment py-1 pl-3">
          {t('over', {
            minutes: program.over,
            programEnd: clock(talks.at(-1)?.endsAt ?? program.endsAt),
            eventEnd: clock(program.endsAt),
          })}
        </p>
      )}
      {talks.length === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <ol className="border-y border-rule">
          {talks.map((talk, index) => (
            <TalkRow key={talk.id} talk={talk} place={index + 1} within={within} />
          ))}
        </ol>
      )}
      <Section title={t('quick.title')} id="add">
        <QuickAdd
          action={addTalk}
          event={scope.eventId}
          kinds={talkKinds.map((kind) => [kind, t(`kinds.${kind}`)] as const)}
          words={{
            kind: t('quick.kind'),
            name: t('quick.name'),
            namePlaceholder: t('quick.namePlaceholder'),
            minutes: t('quick.minutes'),
            people: t('quick.people'),
            peopleHint: t('quick.peopleHint'),
            submit: t('quick.submit'),
            added: t('added'),
          }}
        />
      </Section>
    </EventFrame>
  )
})

async function Copies({ program, clock }: { program: Program; clock: (at: Date) => string }) {
  const t = await getTranslations('program.copy')
  return (
    <Dialog trigger={t('open')} title={t('open')} lead={t('lead')} close={t('close')}>
      <div className="flex flex-col gap-6">
        {locales.map((language) => {
          const text = textIn(language, program, clock)
          return (
            <div key={language} className="flex flex-col items-start gap-3">
              <pre
                lang={languageTag[language]}
                className="max-h-56 w-full overflow-y-auto border-l-4 border-rule pl-3 font-sans text-sm whitespace-pre-wrap"
              >
                {text}
              </pre>
              <CopyButton text={text} done={t('done')}>
                {t(language)}
              </CopyButton>
            </div>
          )
        })}
      </div>
    </Dialog>
  )
}

function textIn(locale: Locale, { talks }: Program, clock: (at: Date) => string): string {
  const items = talks.map((talk) => ({
    startsAt: talk.startsAt,
    endsAt: talk.endsAt,
    title: inLanguage(locale, talk.title, talk.titleEn),
    people: talk.people
      .filter(({ answer }) => answer !== 'declined')
      .map(({ speaker }) => {
        const organisation = inLanguage(locale, speaker.organisation, speaker.organisationEn)
        return organisation ? `${speaker.name} · ${organisation}` : speaker.name
      }),
  }))
  return programText(items, clock, words(locale, 'program')('between'))
}
