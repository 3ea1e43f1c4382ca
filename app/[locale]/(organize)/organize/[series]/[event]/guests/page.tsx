import type { Metadata } from 'next'
import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/heading'
import { countGuests, findSeats, listGuests } from '@/lib/registration/queries/guests'
import { promotes } from '@/lib/registration/rules'
import { guestTabs, isGuestTab } from '@/lib/registration/schema'
import { isUuid } from '@/lib/values/uuid'
import { organizerPage } from '@/lib/web/page'
import { words } from '@/lib/words/load'
import { EventFrame } from '../../../../frame'
import { Tabs } from '../tabs'
import { letIn } from './actions'
import { AddGuest } from './add-guest'
import { GuestList } from './guest-list'
import { Search } from './search'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'registration')('guests.title') }
}

export default organizerPage({ may: 'guests.view' }, async ({ scope, locale, search }) => {
  const tab = isGuestTab(search.tab) ? search.tab : 'all'
  const q = (search.q ?? '').slice(0, 80).trim()
  const before = isUuid(search.before) ? search.before : undefined
  const [{ rows, next }, counts, seats] = await Promise.all([
    listGuests(scope, { tab, q }, before),
    countGuests(scope),
    findSeats(scope),
  ])
  const t = words(locale, 'registration')
  const free = seats.capacity - seats.confirmedCount
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/guests`
  const filter = (more: Record<string, string>) => addressOf(base, { tab, q, ...more })
  return (
    <EventFrame scope={scope} part="guests">
      <PageHeading
        title={t('guests.title')}
        lead={
          <span className="tabular">
            {t('guests.lead', { confirmed: seats.confirmedCount, capacity: seats.capacity })}
          </span>
        }
        action={<AddGuest eventId={scope.eventId} locale={locale} />}
      />
      {free > 0 && counts.waitlisted > 0 && promotes(seats, new Date()) && (
        <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-l-4 border-pigment pl-4">
          <p>{t('guests.letInLead', { seats: free, waiting: counts.waitlisted })}</p>
          <ActionButton action={letIn} hidden={{ event: scope.eventId }} look="line">
            {t('guests.letIn')}
          </ActionButton>
        </div>
      )}
      <Tabs
        label={t('guests.tabsLabel')}
        tabs={guestTabs.map((name) => ({
          words: t(`guests.tabs.${name}`),
          count: counts[name],
          href: addressOf(base, { tab: name, q }),
          here: name === tab,
        }))}
      />
      <Search base={base} tab={tab} q={q} locale={locale} />
      <GuestList
        rows={rows}
        q={q}
        more={next !== null}
        nobody={counts.all === 0}
        eventId={scope.eventId}
        timeZone={scope.timeZone}
        locale={locale}
      />
      <nav className="mt-4 flex flex-wrap items-center gap-3">
        {next && (
          <ButtonLink look="line" href={filter({ before: next })}>
            {t('guests.next')}
          </ButtonLink>
        )}
        {before && (
          <ButtonLink look="quiet" href={filter({})}>
            {t('guests.first')}
          </ButtonLink>
        )}
        {rows.length > 0 && (
          <ButtonLink
            look="quiet"
            className="ml-auto"
            href={addressOf(`/api/guests/${scope.eventId}`, { tab, q, lang: locale })}
            download
          >
            {t('guests.export')}
          </ButtonLink>
        )}
      </nav>
    </EventFrame>
  )
})

function addressOf(base: string, given: Record<string, string>): string {
  const kept = Object.entries(given).filter(([name, value]) => value && !(name === 'tab' && value === 'all'))
  const query = new URLSearchParams(kept).toString()
  return query ? `${base}?${query}` : base
}
