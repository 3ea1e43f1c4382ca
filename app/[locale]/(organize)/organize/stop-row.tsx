import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Row, State } from '@/components/ui/facts'
import { type EventStatus, statusOf } from '@/lib/events/rules'
import { inLanguage } from '@/lib/values/language'
import { spanText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'

type Stop = {
  number: number
  slug: string
  city: string
  cityEn: string
  startsAt: Date
  endsAt: Date
  timeZone: string
  publishedAt: Date | null
  postponedAt: Date | null
  cancelledAt: Date | null
  venue: { name: string; nameEn: string | null } | null
  capacity?: number
  confirmedCount?: number
}
type Props = {
  stop: Stop
  seriesSlug: string
  locale: Locale
  /** Where on it one's work begins, when that is not its overview. */
  start?: string
  actions?: ReactNode
}

export const statusTone = {
  draft: 'quiet',
  published: 'wait',
  postponed: 'bad',
  cancelled: 'bad',
  past: 'good',
} as const

/** One stop as a row: its number, its city as the way to it, when and where, where it stands. */
export async function StopRow({ stop, seriesSlug, locale, start, actions }: Props) {
  const t = await getTranslations()
  const now = new Date()
  const status: EventStatus = statusOf(stop, now)
  // Stops from before this site was in use are over and had no registrations here.
  const counts = status !== 'draft' && (status !== 'past' || Boolean(stop.confirmedCount))
  const venue = stop.venue ? inLanguage(locale, stop.venue.name, stop.venue.nameEn) : t('series.overview.venueUnknown')
  return (
    <Row lead={String(stop.number).padStart(2, '0')} actions={actions}>
      <div className="flex flex-wrap items-center gap-x-4">
        <a
          href={`/${locale}/organize/${seriesSlug}/${stop.slug}${start ?? ''}`}
          className="inline-flex min-h-11 items-center text-lg font-bold"
        >
          {inLanguage(locale, stop.city, stop.cityEn)}
        </a>
        <State tone={statusTone[status]}>{t(`events.status.${status}`)}</State>
      </div>
      <p className="text-sm text-muted">
        <time dateTime={stop.startsAt.toISOString()}>{spanText(stop, locale, now)}</time>
        {' · '}
        {venue}
        {stop.capacity !== undefined && counts && (
          <>
            {' · '}
            <span className="tabular">
              {t('series.overview.seats', { confirmed: stop.confirmedCount ?? 0, capacity: stop.capacity })}
            </span>
          </>
        )}
      </p>
    </Row>
  )
}
