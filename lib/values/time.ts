import { Temporal } from 'temporal-polyfill'

/** Is this an IANA zone that this machine knows? */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(zone)
  } catch {
    return false
  }
}

/** The instant of a wall-clock time (`2026-12-05T14:00`) in a zone. In a DST gap the later, in an overlap the earlier. */
export function instantOf(wallTime: string, zone: string): Date {
  return new Date(Temporal.PlainDateTime.from(wallTime).toZonedDateTime(zone).epochMilliseconds)
}

/** The wall-clock time of an instant in a zone, as a `datetime-local` field writes it: `2026-12-05T14:00`. */
export function wallTimeOf(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/** The same distance in days and wall-clock time from one start to another, each in its own zone. */
export function shiftInstant(
  instant: Date,
  from: { start: Date; zone: string },
  to: { start: Date; zone: string },
): Date {
  const wall = Temporal.PlainDateTime.from(wallTimeOf(instant, from.zone))
  const offset = Temporal.PlainDateTime.from(wallTimeOf(from.start, from.zone)).until(wall, { largestUnit: 'day' })
  return instantOf(Temporal.PlainDateTime.from(wallTimeOf(to.start, to.zone)).add(offset).toString(), to.zone)
}
