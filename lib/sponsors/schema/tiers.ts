import { z } from 'zod'
import { id, line, otherLanguage, version } from '@/lib/values/fields'

export const addTierSchema = z.object({ name: line(40), nameEn: otherLanguage(60) })
export const editTierSchema = z.object({ id: id(), version: version().optional(), ...addTierSchema.shape })
/** A sponsor's tier at this event; empty: none. */
export const giveTierSchema = z.object({
  sponsorId: id(),
  tier: z.union([id(), z.literal('')], { error: 'not-a-choice' }),
  version: version().optional(),
})

export type TierInput = z.output<typeof addTierSchema>
export type EditTier = z.output<typeof editTierSchema>
export type GiveTier = z.output<typeof giveTierSchema>
