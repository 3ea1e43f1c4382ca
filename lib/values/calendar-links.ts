/** What goes into someone's calendar. */
export type CalendarEntry = {
  title: string
  startsAt: string
  endsAt: string
  zone: string
  place: string
  details: string
}
export type CalendarName = 'google' | 'outlook'

/** Links that open a filled-in entry at two web calendars; instants are ISO text. */
export function calendarLinks(entry: CalendarEntry): { name: CalendarName; href: string }[] {
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: entry.title,
    dates: `${compact(entry.startsAt)}/${compact(entry.endsAt)}`,
    ctz: entry.zone,
    location: entry.place,
    details: entry.details,
  })
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: entry.title,
    startdt: entry.startsAt,
    enddt: entry.endsAt,
    location: entry.place,
    body: entry.details,
  })
  return [
    { name: 'google', href: `https://calendar.google.com/calendar/render?${google}` },
    { name: 'outlook', href: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook}` },
  ]
}

const compact = (instant: string) => instant.replace(/[-:]/g, '').replace(/\.\d+/, '')
