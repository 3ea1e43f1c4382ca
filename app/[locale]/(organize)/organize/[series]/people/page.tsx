import { seriesPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeading, Section } from '@/components/ui/heading'
import { listSeriesStops } from '@/lib/events/queries'
import { listOpenLinks, listPeople, listWaitingSignIns } from '@/lib/people/queries'
import { SeriesFrame } from '../series-frame'
import { Invitations } from './invitations'
import { InviteForm } from './invite-form'
import { Members } from './members'
import { RoleTable } from './role-table'
import { SignIns } from './sign-ins'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default seriesPage({ may: 'people.edit' }, async ({ scope, locale }) => {
  const t = await getTranslations('people')
  const now = new Date()
  const [people, stops, links, signIns] = await Promise.all([
    listPeople(scope, now),
    listSeriesStops(scope),
    listOpenLinks(scope),
    listWaitingSignIns(scope, now),
  ])
  return (
    <SeriesFrame scope={scope} part="people">
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <SignIns waiting={signIns} locale={locale} />
          <Section title={t('members')}>
            <Members scope={scope} people={people} locale={locale} />
          </Section>
          <Section title={t('invitations')}>
            <Invitations scope={scope} invitations={people.invitations} links={links} locale={locale} />
          </Section>
        </div>
        <div className="min-w-0">
          <Section title={t('invite.title')}>
            <InviteForm scope={scope} stops={stops} locale={locale} />
          </Section>
          <Section title={t('rolesTitle')}>
            <RoleTable />
          </Section>
        </div>
      </div>
    </SeriesFrame>
  )
})
