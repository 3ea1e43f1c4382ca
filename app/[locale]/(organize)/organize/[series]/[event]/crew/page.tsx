import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { Empty } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { listVolunteers } from '@/lib/volunteers/queries'
import { addVolunteers } from './actions'
import { QuickAdd } from './quick-add'
import { VolunteerRow } from './volunteer-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('volunteers'))('title') }
}

export default organizerPage({ may: 'volunteers.edit' }, async ({ scope }) => {
  const t = await getTranslations('volunteers')
  const crew = await listVolunteers(scope)
  const within = { event: scope.eventId, count: crew.length }
  const confirmed = crew.filter(({ answer }) => answer === 'confirmed').length
  return (
    <EventFrame scope={scope} part="crew">
      <PageHeading title={t('title')} lead={t('lead', { count: crew.length, confirmed })} />
      {crew.length === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <ol className="border-t border-rule">
          {crew.map((person, index) => (
            <VolunteerRow key={person.id} person={person} place={index + 1} within={within} />
          ))}
        </ol>
      )}
      <Section title={t('quick.title')} id="add">
        <QuickAdd
          action={addVolunteers}
          event={scope.eventId}
          words={{
            names: t('quick.names'),
            namesPlaceholder: t('quick.namesPlaceholder'),
            namesHint: t('quick.namesHint'),
            role: t('quick.role'),
            rolePlaceholder: t('quick.rolePlaceholder'),
            shift: t('quick.shift'),
            shiftPlaceholder: t('quick.shiftPlaceholder'),
            submit: t('quick.submit'),
            added: t('added'),
          }}
        />
      </Section>
    </EventFrame>
  )
})
