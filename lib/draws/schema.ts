import { z } from 'zod'
import { checkbox, choice, id, line, optionalLine } from '@/lib/values/fields'

const hash = () => z.string().regex(/^[0-9a-f]{64}$/, 'not-a-choice')
const drawId = () => z.string().regex(/^d\d{1,4}$/, 'not-a-choice')
/** The last record that the page knew: whoever presses on an older state changes nothing. */
const seen = { session: id(), head: hash() }

const place = z
  .string()
  .max(5, 'not-a-number')
  .transform((text) => text.normalize('NFKC').trim())
  .refine((text) => /^\d*$/.test(text), 'not-a-number')
  .transform((text) => (text === '' ? 0 : Number(text)))

/** The plan: the prizes and, in the same order, the place of each (0 or empty leaves it out). */
export const planSchema = z.object({
  prize: z.array(id()).max(500, 'too-long').default([]),
  place: z.array(place).max(500, 'too-long').default([]),
  preset: choice(['room', 'beacon', 'both']),
  oneEach: checkbox(),
  rehearsal: checkbox(),
})

export const lockSchema = z.object({ ...seen, who: choice(['checked-in', 'confirmed']) })
export const armSchema = z.object({ ...seen, draw: z.array(drawId()).max(500, 'too-long').default([]) })
export const throwSchema = z.object({
  ...seen,
  arm: hash(),
  text: z.string().regex(/^[0-9A-Za-z :,.;-]{1,512}$/, 'not-a-choice'),
})
export const revealSchema = z.object({ ...seen, arm: hash(), signature: optionalLine(96) })
export const comeForwardSchema = z.object({ session: id(), result: hash(), entry: hash() })
export const voidSchema = z.object({ ...seen, arm: hash(), reason: line(200), signature: optionalLine(96) })
/** How a winner is shown: masked as in the list, by name, or by the number alone. */
export const shownAs = ['masked', 'full', 'number'] as const
export const wishSchema = z.object({ shown: choice(shownAs) })
export const declineSchema = z.object({ session: id(), result: hash() })
export const closeSchema = z.object(seen)

export type PlanInput = z.output<typeof planSchema>
export type LockInput = z.output<typeof lockSchema>
export type ArmInput = z.output<typeof armSchema>
export type ThrowInput = z.output<typeof throwSchema>
export type RevealInput = z.output<typeof revealSchema>
export type ComeForward = z.output<typeof comeForwardSchema>
export type VoidInput = z.output<typeof voidSchema>
export type Seen = z.output<typeof closeSchema>
export type Wish = z.output<typeof wishSchema>
export type Decline = z.output<typeof declineSchema>
