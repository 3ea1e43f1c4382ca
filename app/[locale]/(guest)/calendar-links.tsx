import { Disclosure } from '@/components/ui/disclosure'
import { type CalendarEvent, googleCalendarUrl, outlookCalendarUrl } from '@/lib/events/calendar'
import { clockText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'

const link = 'flex min-h-11 items-center no-underline hover:underline'

type Props = {
  /** Where the calendar file with all of them is. */
  file: string
  entries: CalendarEvent[]
  timeZone: string
  inWeChat: boolean
  /** What to do in WeChat, which opens no calendar file. */
  instead: string
  locale: Locale
}

/** Ways into somebody's calendar; where it is more than one thing, each says when it is. */
export function CalendarLinks({ file, entries, timeZone, inWeChat, instead, locale }: Props) {
  const t = words(locale, 'registration')
  const named = (name: string, { startsAt }: CalendarEvent) =>
    entries.length > 1 ? `${name} · ${clockText(startsAt, timeZone, locale)}` : name
  return (
    <Disclosure summary={t('ticket.calendar')} className="-ml-2 font-normal">
      <ul className="divide-y divide-rule ml-2 border-l-4 border-pigment pl-4">
        <li>
          {inWeChat ? (
            <p className="py-2 text-muted">{instead}</p>
          ) : (
            <a href={file} className={link}>
              {t('ticket.calendarFile')}
            </a>
          )}
        </li>
        {entries.map((entry) => (
          <li key={`google-${entry.id}`}>
            <a href={googleCalendarUrl(entry)} className={link} target="_blank" rel="noopener noreferrer">
              {named(t('ticket.google'), entry)}
            </a>
          </li>
        ))}
        {entries.map((entry) => (
          <li key={`outlook-${entry.id}`}>
            <a href={outlookCalendarUrl(entry)} className={link} target="_blank" rel="noopener noreferrer">
              {named(t('ticket.outlook'), entry)}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
