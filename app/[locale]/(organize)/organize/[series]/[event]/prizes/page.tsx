import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { State } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { listHandOvers } from '@/lib/draws/queries/handover'
import { isUuid } from '@/lib/values/uuid'
import { allWords, words } from '@/lib/words/load'
import { DoorForm } from '../checkin/door-form'
import { findWinner } from './actions'
import { WaitingRow } from './waiting-row'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'hat')('over.title') }
}

/** Where prizes go into hands: scan a winner's ticket, see what they won, give it to them; and all that still waits. */
export default organizerPage({ may: 'checkin.run' }, async ({ scope, locale, search }) => {
  const { waiting, handed } = await listHandOvers(scope)
  const t = words(locale, 'hat')
  const who = isUuid(search.ticket) ? search.ticket : null
  const theirs = [...waiting, ...handed].filter(({ registrationId }) => registrationId === who)
  const rest = waiting.filter(({ registrationId }) => registrationId !== who)
  return (
    <EventFrame scope={scope} part="prizes">
      <PageHeading title={t('over.title')} lead={t('over.lead')} />
      <DoorForm
        key={who ?? ''}
        action={findWinner}
        eventId={scope.eventId}
        typed=""
        words={{
          ...{ field: t('over.field'), hint: t('over.hint'), submit: t('over.submit') },
          camera: allWords(locale).checkin.camera,
        }}
      />
      <div aria-live="assertive">
        {who && (
          <section className="mt-6 border-y-4 border-ink py-4">
            {theirs.length === 0 && <p className="text-2xl font-bold">{t('over.nothing')}</p>}
            <ul>
              {theirs.map((row) => (
                <WaitingRow key={row.id} row={row} scope={scope} locale={locale} large />
              ))}
            </ul>
          </section>
        )}
      </div>
      <Section title={t('over.waiting', { count: rest.length })} id="waiting">
        {rest.length === 0 && <p className="border-y border-rule py-6 text-muted">{t('over.noneWaiting')}</p>}
        <ul className="border-t border-rule">
          {rest.map((row) => (
            <WaitingRow key={row.id} row={row} scope={scope} locale={locale} />
          ))}
        </ul>
      </Section>
      {handed.length > 0 && (
        <Section title={t('over.handed')} id="handed">
          <p className="mb-2">
            <State tone="good">{t('over.handedCount', { count: handed.length })}</State>
          </p>
          <ul className="border-t border-rule">
            {handed.slice(0, 100).map((row) => (
              <WaitingRow key={row.id} row={row} scope={scope} locale={locale} />
            ))}
          </ul>
        </Section>
      )}
    </EventFrame>
  )
})
