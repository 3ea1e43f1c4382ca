import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty, Rows } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { type ListedSpeaker, listSpeakers } from '@/lib/program/queries/speakers'
import type { Answer } from '@/lib/program/rules'
import { addSpeaker } from './actions'
import { SpeakerFields } from './speaker-fields'
import { SpeakerRow } from './speaker-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('program'))('speakers.title') }
}

export default organizerPage({ may: 'program.edit' }, async ({ scope, locale }) => {
  const t = await getTranslations('program.speakers')
  const speakers = await listSpeakers(scope)
  const here = inOrderOfWorry(speakers.filter(({ answer }) => answer !== null))
  const others = speakers.filter(({ answer }) => answer === null)
  const program = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/program`
  const within = { event: scope.eventId, locale }
  return (
    <EventFrame scope={scope} part="speakers">
      <PageHeading title={t('title')} lead={t('lead')} />
      <Worries here={here} />
      {speakers.length === 0 && (
        <Empty action={<ButtonLink href={program}>{t('toProgram')}</ButtonLink>}>{t('empty')}</Empty>
      )}
      {speakers.length > 0 && (
        <Section title={t('here')} id="here">
          {here.length === 0 && <p className="text-muted">{t('nobodyHere')}</p>}
          <Rows>
            {here.map((speaker) => (
              <SpeakerRow key={speaker.id} speaker={speaker} within={within} />
            ))}
          </Rows>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('others')} id="others">
          <Rows>
            {others.map((speaker) => (
              <SpeakerRow key={speaker.id} speaker={speaker} within={within} />
            ))}
          </Rows>
        </Section>
      )}
      <div className="mt-8">
        <Disclosure summary={t('add')} look="line">
          <ActionForm action={addSpeaker} hidden={{ event: scope.eventId }} submit={t('submitAdd')} again>
            <SpeakerFields />
          </ActionForm>
        </Disclosure>
      </div>
    </EventFrame>
  )
})

const worry = { declined: 0, open: 1, confirmed: 2 } as const satisfies Record<Answer, number>

function inOrderOfWorry(speakers: ListedSpeaker[]): ListedSpeaker[] {
  return speakers.sort((a, b) => worry[a.answer ?? 'open'] - worry[b.answer ?? 'open'])
}

async function Worries({ here }: { here: readonly ListedSpeaker[] }) {
  const t = await getTranslations('program.speakers')
  const open = here.filter(({ answer }) => answer === 'open').length
  const declined = here.filter(({ answer }) => answer === 'declined').length
  if (open + declined === 0) return null
  return (
    <div className="mb-8 max-w-prose border-l-4 border-pigment py-1 pl-3">
      {open > 0 && <p>{t('waitingLead', { count: open })}</p>}
      {declined > 0 && <p>{t('declinedLead', { count: declined })}</p>}
    </div>
  )
}
