import { z } from 'zod'
import { calendarDate, checkbox, clockTime, id, line, optionalLine, timeZone } from '@/lib/values/fields'

/** The three things that a new stop needs, when the last one gives the rest. */
export const nextStopSchema = z.object({ city: line(40), date: calendarDate(), start: clockTime() })

/** Starting a stop from another one: the three things, and what comes along. */
export const startSchema = z.object({
  from: id(),
  ...nextStopSchema.shape,
  /** Empty: proposed by pinyin. */
  cityEn: optionalLine(60),
  timeZone: timeZone(),
  program: checkbox(),
  speakers: checkbox(),
  gifts: checkbox(),
  needs: checkbox(),
  crew: checkbox(),
})
export type StartInput = z.output<typeof startSchema>
