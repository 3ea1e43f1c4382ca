import { z } from 'zod'
import { id, version, wholeNumber } from '@/lib/values/fields'

export const placeSchema = z.object({ id: id(), place: wholeNumber(1, 10_000) })
/** In which item of the programme; empty: open. */
export const slotSchema = z.object({
  id: id(),
  talk: z.union([id(), z.literal('')], { error: 'not-a-choice' }),
  version: version().optional(),
})

export type Place = z.output<typeof placeSchema>
export type Slot = z.output<typeof slotSchema>
