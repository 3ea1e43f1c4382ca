import { type CalendarEvent, partOfStop, type StopFacts } from '@/lib/events/calendar'
import { spanOf } from '@/lib/events/rules'
import { refuse } from '@/lib/values/refusal'
import { wallTimeOf } from '@/lib/values/time'
import { words } from '@/lib/words/load'
import { longest } from './schema'

const most = 40

/**
 * Reads names from one line: 高超、夜猫, April; spaces inside a name stay. Each name once. Refuses
 * `volunteers.too-many-names` above forty and `volunteers.name-too-long`.
 */
export function readNames(text: string): string[] {
  const pieces = text.split(/[、,，;；\n]/).map((piece) => piece.trim())
  const names = [...new Set(pieces.filter((piece) => piece !== ''))]
  if (names.length > most) refuse('volunteers.too-many-names', { field: 'names', values: { most } })
  if (names.some((name) => [...name].length > longest.name)) {
    refuse('volunteers.name-too-long', { field: 'names', values: { most: longest.name } })
  }
  if (names.length === 0) refuse('volunteers.no-names', { field: 'names' })
  return names
}

/** Is this somebody's name, or what holds a piece of work open in a stop that was started from the last one? */
export const isSomebody = (name: string): boolean =>
  !(['zh', 'en'] as const).some((locale) => words(locale, 'tour')('start.crewPlaceholder') === name)

type Time = { startsAt: Date; endsAt: Date }
const clock = '([01]?\\d|2[0-3])[:：.]([0-5]\\d)'
const fromTo = new RegExp(`^\\s*${clock}\\s*(?:[-–—~～\\u81f3\\u5230]+|to)\\s*${clock}(?!\\d)(?!.*\\d[:：.]\\d)`, 'is')

/**
 * When a shift is, as it was written (12:30–14:30), on the day the stop begins; an end not after the start is the next
 * day's. Null for words that name no such hours, or more than those.
 */
export function shiftTime(shift: string, stop: { startsAt: Date; timeZone: string }): Time | null {
  const [, fromHour, fromMinute, toHour, toMinute] = fromTo.exec(shift) ?? []
  if (!fromHour || !toHour) return null
  const day = wallTimeOf(stop.startsAt, stop.timeZone).slice(0, 10)
  const at = (hour: string, minute = '') => `${hour.padStart(2, '0')}:${minute}`
  const [start, end] = [at(fromHour, fromMinute), at(toHour, toMinute)]
  return spanOf({ date: day, start, end, timeZone: stop.timeZone })
}

type Shift = { id: string; role: string; shift: string }

/** A shift for the calendar of whoever holds it: its own hours where they can be read, else the stop's, with its words. */
export function shiftEntry(
  { id, role, shift }: Shift,
  stop: StopFacts & { timeZone: string; publishedAt: Date | null },
  locale: string,
  at: { site: string; now: Date },
): CalendarEvent {
  const { startsAt, endsAt } = shiftTime(shift, stop) ?? stop
  return partOfStop(stop, { id, title: role, description: shift, startsAt, endsAt }, locale, at)
}
