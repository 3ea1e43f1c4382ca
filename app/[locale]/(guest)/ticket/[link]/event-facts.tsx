import { nameOfStop } from '@/app/[locale]/(public)/structured'
import { Reach } from '@/app/[locale]/reach'
import { Fact, Facts } from '@/components/ui/facts'
import { config } from '@/lib/config'
import { calendarEntry } from '@/lib/events/calendar'
import { inLanguage, languageOf } from '@/lib/values/language'
import { spanText } from '@/lib/values/when'
import { words } from '@/lib/words/load'
import { zoneName } from '@/lib/words/zone'
import { CalendarLinks } from '../../calendar-links'
import { MapLinks } from '../../map-links'
import type { Shown } from './standing'

/** When and where, with the ways into calendars and maps. */
export function EventFacts(shown: Shown) {
  const { ticket, locale } = shown
  const { event } = ticket
  const t = words(locale, 'registration')
  const ahead = event.endsAt > new Date() && !event.cancelledAt && !event.postponedAt
  return (
    <Facts className="mt-8">
      <Fact label={t('ticket.when')}>
        <time dateTime={event.startsAt.toISOString()}>{spanText(event, locale, new Date())}</time>
        <p className="text-sm font-normal text-muted">{zoneName(event.timeZone, locale)}</p>
        {ahead && (
          <CalendarLinks
            file={`/api/tickets/${shown.link}/calendar?lang=${locale}`}
            entries={[calendarEntry(event, locale, { site: config().SITE_URL, now: new Date() })]}
            timeZone={event.timeZone}
            inWeChat={shown.inWeChat}
            instead={t('ticket.wechatCalendar')}
            locale={locale}
          />
        )}
      </Fact>
      <Fact label={t('ticket.where')}>
        <Where {...shown} />
      </Fact>
      <Fact label={t('ticket.eventPage')}>
        <a
          href={`/${locale}/${event.series.slug}/${event.slug}`}
          className="-my-2.5 inline-flex min-h-11 items-center underline decoration-pigment decoration-2 underline-offset-4 hover:decoration-ink"
        >
          {nameOfStop(event, event.series, locale)}
        </a>
      </Fact>
      {event.series.reach && (
        <Fact label={words(locale, 'site')('reach')}>
          <Reach reach={event.series.reach} />
        </Fact>
      )}
    </Facts>
  )
}

function Where({ ticket, locale }: Shown) {
  const t = words(locale, 'registration')
  const { venue, city, timeZone } = ticket.event
  if (!venue) return <span className="font-normal text-muted">{t('ticket.whereOpen')}</span>
  const { name, nameEn, address, addressEn, directions, latitude, longitude } = venue
  return (
    <>
      <span lang={languageOf(locale, name, nameEn)}>{inLanguage(locale, name, nameEn)}</span>
      {address && (
        <p className="text-sm font-normal text-muted" lang={languageOf(locale, address, addressEn)}>
          {inLanguage(locale, address, addressEn)}
        </p>
      )}
      {directions && (
        <p className="mt-1 whitespace-pre-line text-sm font-normal" lang={languageOf(locale, directions, null)}>
          {directions}
        </p>
      )}
      <MapLinks place={{ name, address, city, latitude, longitude }} timeZone={timeZone} locale={locale} />
    </>
  )
}
