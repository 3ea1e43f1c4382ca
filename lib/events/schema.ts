import { z } from 'zod'
import {
  calendarDate,
  checkbox,
  choice,
  clockTime,
  id,
  line,
  optionalCoordinates,
  optionalFile,
  optionalLine,
  optionalSlug,
  optionalWallTime,
  otherLanguage,
  otherLanguageParagraphs,
  paragraphs,
  timeZone,
  version,
  wholeNumber,
} from '@/lib/values/fields'
import { pigmentNames } from '@/lib/values/pigments'

/** When an event is: a day, a start and an end on the clocks of its zone; an end before the start is the next morning. */
const when = { date: calendarDate(), start: clockTime(), end: clockTime(), timeZone: timeZone() }

/** A new event, as an organiser fills it in on a phone. */
export const newEventSchema = z.object({
  city: line(40),
  /** Empty: proposed by pinyin. */
  cityEn: optionalLine(60),
  ...when,
  /** Empty: not known yet. */
  venueName: optionalLine(120),
  capacity: wholeNumber(1, 100_000),
  approvalRequired: checkbox(),
  /** Empty: proposed from the city's Latin name. */
  slug: optionalSlug(),
})
export type NewEvent = z.output<typeof newEventSchema>

/** An event as it should read from now on. */
export const editEventSchema = z.object({
  city: line(40),
  cityEn: line(60),
  number: wholeNumber(1, 9999),
  title: optionalLine(120),
  titleEn: otherLanguage(160),
  summary: paragraphs(5_000),
  summaryEn: otherLanguageParagraphs(5_000),
  ...when,
  capacity: wholeNumber(1, 100_000),
  approvalRequired: checkbox(),
  registrationEnds: optionalWallTime(),
  slug: optionalSlug(),
  pigment: choice(pigmentNames as [string, ...string[]]),
  version: version(),
})
/** A photo of the place or of the people; of its own, so that what is typed does not wait for it. */
export const eventPhotoSchema = z.object({ photo: optionalFile(), photoGone: checkbox() })
export type EditEvent = z.output<typeof editEventSchema>

/** Where an event is. All empty: not known yet. */
export const venueSchema = z.object({
  name: optionalLine(120),
  nameEn: otherLanguage(160),
  address: optionalLine(200),
  addressEn: otherLanguage(240),
  directions: paragraphs(1_000),
  coordinates: optionalCoordinates(),
  version: version(),
})
export type VenueInput = z.output<typeof venueSchema>

/** Why an event is postponed or called off: printed on its page and in calendars. */
export const reasonSchema = z.object({ reason: line(200) })
/** The new time of a postponed event. */
export const rescheduleSchema = z.object(when)
export type When = z.output<typeof rescheduleSchema>
/** One press, nothing to fill in; an undo sends the id back. */
export const pressSchema = z.object({ id: id().optional() })
/** One event of a series. */
export const oneEventSchema = z.object({ id: id() })
