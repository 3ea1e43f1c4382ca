import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { PageHeading } from '@/components/ui/heading'
import type { EventScope } from '@/lib/people/scope'
import { alikeOf } from '@/lib/registration/queries/alike'
import { listOpenHolds } from '@/lib/registration/queries/entry'
import { countGuests, countMatching, findSeats, listGuests } from '@/lib/registration/queries/guests'
import { promotes, seatsLeft } from '@/lib/registration/rules/seats'
import { type GuestFilter, guestFilter, narrows } from '@/lib/registration/schema/guests'
import { guestTabs } from '@/lib/registration/schema/registration'
import { type Locale, words } from '@/lib/words/load'
import { Tabs } from '../tabs'
import { letIn } from './actions'
import { AddGuest } from './add-guest'
import { guestsAddress } from './address'
import { ExportLinks } from './export-links'
import { GuestList } from './guest-list'
import { Toolbar } from './toolbar'

type Props = {
  scope: EventScope<'guests.view'>
  locale: Locale
  filter: GuestFilter
  after?: string
  /** The guest whose panel stands beside the list; on a phone the panel then stands alone. */
  open?: string
}

/** The guest list as its address says: which tab, what is searched for, in which order, from which guest on. */
export async function Board({ scope, locale, filter, after, open }: Props) {
  const [{ rows, next, common }, counts, seats] = await Promise.all([
    listGuests(scope, filter, after),
    countGuests(scope),
    findSeats(scope),
  ])
  const [matching, alike, holds] = await Promise.all([
    countMatching(scope, filter, counts, common),
    alikeOf(scope, rows),
    listOpenHolds(scope),
  ])
  const t = words(locale, 'registration')
  const free = seatsLeft(seats)
  return (
    <div className={classes(open && 'max-lg:hidden')}>
      <PageHeading
        title={t('guests.title')}
        lead={
          <span className="tabular">
            {t('guests.lead', { confirmed: seats.confirmedCount, capacity: seats.capacity })}
          </span>
        }
        action={
          <div className="flex flex-wrap gap-3">
            <ButtonLink look="line" href={`/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/guests/import`}>
              {words(locale, 'guests')('import.title')}
            </ButtonLink>
            <AddGuest eventId={scope.eventId} holds={holds} locale={locale} />
          </div>
        }
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
          href: guestsAddress(scope, locale, guestFilter({ q: filter.q, by: filter.by, came: filter.came, tab: name })),
          here: name === filter.tab,
        }))}
      />
      <Toolbar scope={scope} locale={locale} filter={filter} />
      {narrows(filter) && rows.length > 0 && (
        <p role="status" className="mb-2 text-sm text-muted">
          {words(locale, 'guests')('filter.matches', { count: matching.count, more: matching.more ? 'yes' : 'no' })}
        </p>
      )}
      <GuestList
        rows={rows}
        scope={scope}
        filter={filter}
        nobody={counts.all === 0}
        draft={seats.publishedAt === null}
        matching={matching}
        alike={alike}
        open={open}
        locale={locale}
      />
      <nav className="mt-4 flex flex-wrap items-center gap-3" aria-label={t('guests.title')}>
        {next && (
          <ButtonLink look="line" href={guestsAddress(scope, locale, filter, { after: next })}>
            {t('guests.next')}
          </ButtonLink>
        )}
        {after && (
          <ButtonLink look="quiet" href={guestsAddress(scope, locale, filter)}>
            {t('guests.first')}
          </ButtonLink>
        )}
        {rows.length > 0 && <ExportLinks scope={scope} locale={locale} filter={filter} />}
      </nav>
    </div>
  )
}
