import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeading, Section } from '@/components/ui/heading'
import { findEntry, findReconfirm, listHolds } from '@/lib/registration/queries/entry'
import { listQuestions } from '@/lib/registration/queries/questions'
import { words } from '@/lib/words/load'
import { EventFrame } from '../../../../frame'
import { Holds } from './holds'
import { Mode } from './mode'
import { Questions } from './questions'
import { StillComing } from './still-coming'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'entry')('title') }
}

export default organizerPage({ may: 'guests.edit' }, async ({ scope, locale }) => {
  const t = words(locale, 'entry')
  const [entry, holds, questions, again] = await Promise.all([
    findEntry(scope),
    listHolds(scope),
    listQuestions(scope),
    findReconfirm(scope),
  ])
  const of = { eventId: scope.eventId, entry, locale }
  return (
    <EventFrame scope={scope} part="registration">
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="grid grid-cols-1 gap-x-16 gap-y-12 lg:grid-cols-2">
        <div>
          <Section title={t('mode.title')} id="mode">
            <Mode {...of} />
            {entry.entryMode === 'ballot' && (
              <p className="mt-4">
                <Link
                  href={`/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/draws?ballot=1`}
                  className="inline-flex min-h-11 items-center underline underline-offset-4"
                >
                  {words(locale, 'ballot')('title')}
                </Link>
              </p>
            )}
          </Section>
          <Section title={t('again.title')} id="again">
            <StillComing {...of} again={again} />
          </Section>
        </div>
        <div>
          <Section title={t('holds.title')} id="holds">
            <Holds {...of} holds={holds} page={`/${locale}/${scope.seriesSlug}/${scope.eventSlug}/register`} />
          </Section>
          <Section title={t('questions.title')} id="questions">
            <Questions {...of} questions={questions} />
          </Section>
        </div>
      </div>
    </EventFrame>
  )
})
