import { z } from 'zod'
import { line, optionalLine, optionalSlug, otherLanguage, version } from '@/lib/values/fields'

const fields = {
  name: line(80),
  nameEn: otherLanguage(120),
  tagline: optionalLine(160),
  taglineEn: otherLanguage(200),
  organizerName: line(80),
  /** Where people can ask them, printed for everybody. */
  reach: optionalLine(120),
  /** Left empty on a new series: made from its name. */
  slug: optionalSlug(),
}

/** A new series, as an owner fills it in. */
export const newSeriesSchema = z.object(fields)
export type NewSeries = z.output<typeof newSeriesSchema>

/** A series as it should read from now on; an empty slug keeps the present one. */
export const editSeriesSchema = z.object({ ...fields, version: version() })
export type EditSeries = z.output<typeof editSeriesSchema>
