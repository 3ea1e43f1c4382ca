import { NextIntlClientProvider } from 'next-intl'
import { Address } from '@/components/ui/address'
import { ButtonLink } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Empty, State } from '@/components/ui/facts'
import type { EventScope } from '@/lib/people/scope'
import type { Alike } from '@/lib/registration/queries/alike'
import type { GuestRow } from '@/lib/registration/queries/guests'
import { filterQuery, type GuestFilter } from '@/lib/registration/schema/guests'
import { clockText, instantText, shortDayText } from '@/lib/values/when'
import { allWords, formWords, type Locale, words } from '@/lib/words/load'
import { guestsAddress } from './address'
import { Manage } from './manage'
import { Selection } from './selection'

type Props = {
  rows: GuestRow[]
  scope: EventScope<'guests.view'>
  filter: GuestFilter
  nobody: boolean
  /** The stop is not published yet: nobody can register. */
  draft: boolean
  matching: { count: number; more: boolean }
  /** Who may be the same person as whom. */
  alike: Map<string, Alike[]>
  open?: string
  locale: Locale
}

const tones = { confirmed: 'good', waitlisted: 'wait', pending: 'wait', declined: 'bad', cancelled: 'quiet' } as const

/** The guests as ruled rows: who, how things stand, what can be done. */
export function GuestList({ rows, scope, filter, nobody, draft, matching, alike, open, locale }: Props) {
  const t = words(locale, 'registration')
  if (rows.length === 0) {
    const now = nobody ? (draft ? 'Draft' : 'All') : filter.q ? 'Query' : 'Tab'
    const planning = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}`
    return (
      <Empty
        action={
          nobody && (
            <ButtonLink look="line" href={draft ? planning : `${planning}#share`}>
              {t(draft ? 'guests.toPublish' : 'guests.share')}
            </ButtonLink>
          )
        }
      >
        {t(`guests.empty${now}`)}
      </Empty>
    )
  }
  const bulk = { guests: { bulk: allWords(locale).guests.bulk } }
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...formWords(locale), ...bulk }}>
      <Selection
        eventId={scope.eventId}
        list={new URLSearchParams(filterQuery(filter)).toString()}
        matching={matching.more ? null : matching.count}
        tab={filter.tab}
      >
        <ul className="border-t border-rule">
          {rows.map((row) => (
            <Line
              key={row.id}
              row={row}
              alike={alike.get(row.id) ?? []}
              scope={scope}
              filter={filter}
              open={open}
              locale={locale}
            />
          ))}
        </ul>
      </Selection>
    </NextIntlClientProvider>
  )
}

type LineProps = Pick<Props, 'scope' | 'filter' | 'open' | 'locale'> & { row: GuestRow; alike: Alike[] }

function Line({ row, alike, scope, filter, open, locale }: LineProps) {
  const here = row.id === open
  return (
    <li
      className={classes(
        'flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-rule py-2 sm:grid sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:items-center',
        !open && 'sm:grid-cols-[auto_minmax(0,5fr)_minmax(0,4fr)_auto]',
        here && 'border-l-4 border-l-pigment pl-2',
      )}
    >
      <label className="-ml-2 flex size-11 cursor-pointer items-center justify-center self-start noscript:invisible">
        <input
          type="checkbox"
          name="ids"
          value={row.id}
          aria-label={words(locale, 'guests')('bulk.select', { name: row.name })}
          className="size-5 accent-ink"
        />
      </label>
      <Who row={row} href={guestsAddress(scope, locale, filter, { guest: row.id })} here={here} locale={locale} />
      <div
        className={classes('max-sm:order-1 max-sm:basis-full max-sm:pl-12 sm:col-start-2', !open && 'sm:col-start-3')}
      >
        <Stands row={row} timeZone={scope.timeZone} locale={locale} />
        {alike.length > 0 && (
          <p className="text-sm text-muted">{words(locale, 'guests')('alike.hint', { count: alike.length })}</p>
        )}
      </div>
      <div className={classes('sm:col-start-3 sm:row-start-1', open ? 'hidden' : 'sm:col-start-4')}>
        <Manage row={row} eventId={scope.eventId} locale={locale} />
      </div>
    </li>
  )
}

function Who({ row, href, here, locale }: { row: GuestRow; href: string; here: boolean; locale: Locale }) {
  const t = words(locale, 'registration')
  const erased = row.contact.startsWith('erased:')
  const consents = [row.newsConsentAt && t('guests.consents.news'), row.photoConsentAt && t('guests.consents.photos')]
  return (
    <div className="min-w-0 flex-1 basis-40">
      <a
        href={href}
        aria-current={here ? 'true' : undefined}
        className="inline-block min-h-6 break-words font-medium underline decoration-rule underline-offset-4 hover:decoration-ink"
      >
        {row.name}
      </a>
      <p className="wrap-anywhere text-sm text-muted">
        {erased ? t('refusals.erased') : <Address>{row.contact}</Address>}
      </p>
      {consents.some(Boolean) && <p className="text-sm text-muted">{consents.filter(Boolean).join(' · ')}</p>}
    </div>
  )
}

/** How things stand with a guest: the state, the ticket's code, since when. */
function Stands({ row, timeZone, locale }: { row: GuestRow; timeZone: string; locale: Locale }) {
  const t = words(locale, 'registration')
  const at = (instant: Date) =>
    `${shortDayText({ startsAt: instant, timeZone }, locale)} ${clockText(instant, timeZone, locale)}`
  return (
    <div className="min-w-0">
      <Standing row={row} timeZone={timeZone} locale={locale} />
      <p className="tabular text-sm text-muted">
        {t('guests.code', { code: row.ticketCode })} · {t('guests.registered', { at: at(row.createdAt) })}
      </p>
    </div>
  )
}

type StandingProps = {
  row: Pick<GuestRow, 'status' | 'cameInAt' | 'waitlistPosition' | 'offerExpiresAt' | 'again'>
  timeZone: string
  locale: Locale
}

/** One word for how things stand with a guest. */
export function Standing({ row, timeZone, locale }: StandingProps) {
  const t = words(locale, 'registration')
  if (row.cameInAt) {
    return <State tone="good">{t('guests.status.in', { at: clockText(row.cameInAt, timeZone, locale) })}</State>
  }
  if (row.offerExpiresAt) {
    const place = row.waitlistPosition ?? 0
    if (row.offerExpiresAt <= new Date()) return <State tone="quiet">{t('guests.status.offerOver', { place })}</State>
    const until = instantText(row.offerExpiresAt, timeZone, locale)
    return <State tone="wait">{t('guests.status.offered', { place, until })}</State>
  }
  if (row.again) return <State tone="quiet">{words(locale, 'guests')('alike.again')}</State>
  return (
    <State tone={tones[row.status]}>{t(`guests.status.${row.status}`, { place: row.waitlistPosition ?? 0 })}</State>
  )
}
