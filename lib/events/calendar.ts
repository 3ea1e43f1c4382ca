import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { inLanguage } from '@/lib/values/language'

/** One stop as a calendar sees it; all texts already in the reader's language. */
export type CalendarEvent = {
  id: string
  /** Raised with every change of the stop (its row's version), so that calendars take the newer one. */
  sequence: number
  status: 'confirmed' | 'tentative' | 'cancelled'
  title: string
  description: string
  /** Venue and address on one line; '' while it is open. */
  location: string
  startsAt: Date
  endsAt: Date
  /** When this was written: the event's last change, or now. */
  stampedAt: Date
  url: string
}

/** A stop with its series and venue, as its row has them. */
export type StopFacts = {
  id: string
  version: number
  slug: string
  title: string
  titleEn: string | null
  city: string
  cityEn: string
  startsAt: Date
  endsAt: Date
  cancelledAt: Date | null
  postponedAt: Date | null
  changeReason: string
  series: { slug: string; name: string; nameEn: string | null }
  venue: { name: string; nameEn: string | null; address: string; addressEn: string | null } | null
}

/** Venue and address on one line in the page's language; '' while the venue is open. */
export function placeText(event: Pick<StopFacts, 'venue'>, locale: string): string {
  const { venue } = event
  if (!venue) return ''
  const parts = [inLanguage(locale, venue.name, venue.nameEn), inLanguage(locale, venue.address, venue.addressEn)]
  return [...new Set(parts)].filter(Boolean).join(locale === 'en' ? ', ' : '，')
}

/** One stop for the calendar of somebody who reads `locale`. */
export function calendarEntry(event: StopFacts, locale: string, at: { site: string; now: Date }): CalendarEvent {
  const series = inLanguage(locale, event.series.name, event.series.nameEn)
  const city = inLanguage(locale, event.city, event.cityEn)
  return {
    id: event.id,
    sequence: event.version,
    status: calendarStatus(event),
    title: inLanguage(locale, event.title, event.titleEn) || `${series} · ${city}`,
    description: event.cancelledAt || event.postponedAt ? event.changeReason : '',
    location: placeText(event, locale) || city,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    stampedAt: at.now,
    url: `${at.site}/${locale}/${event.series.slug}/${event.slug}`,
  }
}

/** What somebody does at a stop, for their own calendar: at the stop's place, under an id of its own. */
export function partOfStop(
  event: StopFacts & { publishedAt: Date | null },
  part: { id: string; title: string; description: string; startsAt: Date; endsAt: Date },
  locale: string,
  at: { site: string; now: Date },
): CalendarEvent {
  const whole = calendarEntry(event, locale, at)
  const description = [part.description, whole.description].filter(Boolean).join('\n')
  const title = [part.title, whole.title].filter(Boolean).join(' · ')
  // Who works at a stop may know of it before it has a page.
  const url = event.publishedAt ? whole.url : `${at.site}/${locale}/${event.series.slug}`
  return { ...whole, ...part, title, description, url }
}

/** What calendar status a stop has: postponed ones stand there as "tentative" until the new date is known. */
export function calendarStatus(event: { cancelledAt: unknown; postponedAt: unknown }): CalendarEvent['status'] {
  if (event.cancelledAt) return 'cancelled'
  return event.postponedAt ? 'tentative' : 'confirmed'
}

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const

type CalendarOptions = { name?: string; method?: 'publish' | 'cancel'; organizer?: { name: string; email: string } }

/**
 * Writes stops as text/calendar (RFC 5545). Times are instants in UTC, which every calendar shows in its own zone, so
 * no zone tables are needed. `name` is the calendar's own title, shown by readers that subscribe to it. One that goes
 * out by mail names its organiser, and takes a published event back by the method CANCEL (RFC 5546, 4.1.3).
 */
export function eventCalendar(events: CalendarEvent[], options: CalendarOptions = {}): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Next Stop', product: 'Next Stop', language: 'EN' },
    method: options.method === 'cancel' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    ...(options.name ? { name: oneLine(options.name) } : {}),
  })
  for (const event of events) {
    calendar.createEvent({
      id: `${event.id}@next-stop`,
      sequence: event.sequence,
      status: statuses[event.status],
      summary: oneLine(event.title),
      description: plain(event.description),
      location: oneLine(event.location) || null,
      start: event.startsAt,
      end: event.endsAt,
      stamp: event.stampedAt,
      url: event.url,
      ...(options.organizer ? { organizer: { ...options.organizer, name: oneLine(options.organizer.name) } } : {}),
    })
  }
  return calendar.toString()
}

// What calendars would read as structure: a bare carriage return ends a content line for some of them.
const plain = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?!\n)[\p{Cc}\u2028\u2029]/gu, ' ')
const oneLine = (text: string) => plain(text).replace(/\s+/g, ' ').trim()

/** The address that opens Google's "new event" form with everything filled in. */
export function googleCalendarUrl(event: CalendarEvent): string {
  const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: event.title,
    dates: `${stamp(event.startsAt)}/${stamp(event.endsAt)}`,
    details: `${event.description}\n${event.url}`.trim(),
    location: event.location,
  })
  return `https://calendar.google.com/calendar/render?${query}`
}

/** The same for Outlook on the web. */
export function outlookCalendarUrl(event: CalendarEvent): string {
  const query = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: event.title,
    startdt: event.startsAt.toISOString(),
    enddt: event.endsAt.toISOString(),
    body: `${event.description}\n${event.url}`.trim(),
    location: event.location,
  })
  return `https://outlook.live.com/calendar/0/deeplink/compose?${query}`
}
