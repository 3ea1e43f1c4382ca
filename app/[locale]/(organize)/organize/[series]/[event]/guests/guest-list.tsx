import { Empty, State } from '@/components/ui/facts'
import type { GuestRow } from '@/lib/registration/queries/guests'
import { clockText, shortDayText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { Manage } from './manage'

type Props = {
  rows: GuestRow[]
  q: string
  more: boolean
  nobody: boolean
  eventId: string
  timeZone: string
  locale: Locale
}

const tones = { confirmed: 'good', waitlisted: 'wait', pending: 'wait', declined: 'bad', cancelled: 'quiet' } as const

/** The guests as ruled rows: who, how things stand, what can be done. */
export function GuestList({ rows, q, more, nobody, eventId, timeZone, locale }: Props) {
  const t = words(locale, 'registration')
  if (rows.length === 0) {
    return <Empty>{t(nobody ? 'guests.emptyAll' : q ? 'guests.emptyQuery' : 'guests.emptyTab')}</Empty>
  }
  const found = { q, shown: rows.length }
  return (
    <>
      {q && (
        <p role="status" className="mb-2 text-sm text-muted">
          {more ? t('guests.foundMore', found) : t('guests.found', found)}
        </p>
      )}
      <ul className="border-t border-rule">
        {rows.map((row) => (
          <li
            key={row.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-rule py-2 sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_auto] *:last:col-start-2 *:last:row-span-2 *:last:row-start-1 sm:*:last:col-start-3 sm:*:last:row-span-1"
          >
            <Who row={row} locale={locale} />
            <Stands row={row} timeZone={timeZone} locale={locale} />
            <Manage row={row} eventId={eventId} locale={locale} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Who({ row, locale }: { row: GuestRow; locale: Locale }) {
  const t = words(locale, 'registration')
  const erased = row.contact.startsWith('erased:')
  const consents = [row.newsConsentAt && t('guests.consents.news'), row.photoConsentAt && t('guests.consents.photos')]
  return (
    <div className="min-w-0">
      <p className="break-words font-medium">{row.name}</p>
      <p className="break-all text-sm text-muted">{erased ? t('refusals.erased') : row.contact}</p>
      {consents.some(Boolean) && <p className="text-sm text-muted">{consents.filter(Boolean).join(' · ')}</p>}
    </div>
  )
}

function Stands({ row, timeZone, locale }: { row: GuestRow; timeZone: string; locale: Locale }) {
  const t = words(locale, 'registration')
  const at = (instant: Date) =>
    `${shortDayText({ startsAt: instant, timeZone }, locale)} ${clockText(instant, timeZone, locale)}`
  return (
    <div className="min-w-0">
      {row.cameInAt ? (
        <State tone="good">{t('guests.status.in', { at: clockText(row.cameInAt, timeZone, locale) })}</State>
      ) : (
        <State tone={tones[row.status]}>{t(`guests.status.${row.status}`, { place: row.waitlistPosition ?? 0 })}</State>
      )}
      <p className="tabular text-sm text-muted">
        {t('guests.code', { code: row.ticketCode })} · {t('guests.registered', { at: at(row.createdAt) })}
      </p>
    </div>
  )
}
