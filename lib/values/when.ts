/** How instants are written for people: always in the event's own zone, 24 hours, the year only when it isn't this one. */
type Span = { startsAt: string | Date; endsAt: string | Date; timeZone: string }
type Told = { startsAt: string | Date; timeZone: string }

const tags: Record<string, string> = { zh: 'zh-CN', en: 'en-GB' }
const tagOf = (locale: string) => tags[locale] ?? 'zh-CN'

/** 12月5日 周六 · Sat 5 December; with the year when it differs from now's. */
export function dayText(stop: Told, locale: string, now: Date): string {
  return day(new Date(stop.startsAt), stop.timeZone, locale, now)
}

/** 12月5日 · 5 Dec: where the year is plain from what stands beside it. */
export function shortDayText(stop: Told, locale: string): string {
  const date = new Date(stop.startsAt)
  return write(date, stop.timeZone, locale, { month: locale === 'en' ? 'short' : 'long', day: 'numeric' })
}

/** The days of a line's stops, 12月5日 · 5 Dec; each with its year as soon as one of them is not in now's. */
export function lineDays(stops: readonly Told[], locale: string, now: Date): string[] {
  const days = stops.map(({ startsAt, timeZone }) => ({ date: new Date(startsAt), timeZone }))
  const year = days.some(({ date, timeZone }) => yearOf(date, timeZone) !== yearOf(now, timeZone))
  return days.map(({ date, timeZone }) =>
    write(date, timeZone, locale, {
      month: locale === 'en' ? 'short' : 'long',
      day: 'numeric',
      ...(year ? { year: 'numeric' } : {}),
    }),
  )
}

/** 14:00 in the event's zone. */
export function clockText(instant: string | Date, timeZone: string, locale: string): string {
  return write(new Date(instant), timeZone, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** 14:00:03 in the event's zone. */
export const secondText = (instant: Date, timeZone: string, locale: string): string =>
  write(instant, timeZone, locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })

/** 12月4日 周五 18:30 in the zone: an instant that somebody has to answer by. */
export const instantText = (instant: Date, timeZone: string, locale: string): string =>
  `${dayText({ startsAt: instant, timeZone }, locale, new Date())} ${clockText(instant, timeZone, locale)}`

/** 12月5日 周六 14:00–18:00; over several days both ends have their day. */
export const spanText = (stop: Span, locale: string, now: Date): string => spanParts(stop, locale, now).join(' ')

/** The same in pieces that should each stay on one line. */
export function spanParts(stop: Span, locale: string, now: Date): string[] {
  const [start, end] = [new Date(stop.startsAt), new Date(stop.endsAt)]
  const [first, last] = [start, end].map((date) => day(date, stop.timeZone, locale, now))
  const [from, to] = [start, end].map((date) => clockText(date, stop.timeZone, locale))
  return first === last ? [`${first}`, `${from}–${to}`] : [`${first} ${from}`, `– ${last} ${to}`]
}

/** The zone's name in the reader's language: Singapore Standard Time. */
export function zoneText(timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(tagOf(locale), { timeZone, timeZoneName: 'longGeneric' }).formatToParts(
    new Date(),
  )
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

function day(date: Date, timeZone: string, locale: string, now: Date): string {
  const differs = yearOf(date, timeZone) !== yearOf(now, timeZone)
  const weekday = write(date, timeZone, locale, { weekday: 'short' })
  const rest = write(date, timeZone, locale, { month: 'long', day: 'numeric', ...(differs ? { year: 'numeric' } : {}) })
  return locale === 'en' ? `${weekday} ${rest}` : `${rest} ${weekday}`
}

const yearOf = (at: Date, timeZone: string) => write(at, timeZone, 'en', { year: 'numeric' })

// Making a writer takes a hundred times as long as writing with it, and a page writes dozens of dates.
const writers = new Map<string, Intl.DateTimeFormat>()

function write(date: Date, timeZone: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const name = JSON.stringify([tagOf(locale), timeZone, options])
  const writer = writers.get(name) ?? new Intl.DateTimeFormat(tagOf(locale), { ...options, timeZone })
  writers.set(name, writer)
  return writer.format(date)
}
