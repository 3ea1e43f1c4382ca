import { z } from 'zod'
import { checkbox, choice, id, line, optionalFile, optionalLine, paragraphs, wholeNumber } from '@/lib/values/fields'

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
  /** For each prize: another source than all; empty: the same. */
  source: z
    .array(choice(['', 'room', 'beacon', 'both']))
    .max(500, 'too-long')
    .default([]),
  oneEach: checkbox(),
  /** How long a winner is waited for, in seconds. */
  wait: choice(['0', '60', '120', '180', '300']).default('0'),
  /** What becomes of a prize that was won and never fetched. */
  unclaimed: choice(['again', 'donor']).default('again'),
  /** Everybody counts the same, or one more for each earlier stop they came to. */
  weigh: choice(['equal', 'stops']).default('equal'),
  rehearsal: checkbox(),
})

/** The rules of a ballot for seats: where its randomness comes from. */
export const ballotSchema = z.object({ preset: choice(['room', 'beacon', 'both']) })

export const lockSchema = z.object({ ...seen, who: choice(['checked-in', 'confirmed']) })
export const armSchema = z.object({ ...seen, draw: z.array(drawId()).max(500, 'too-long').default([]) })
/** As a relay answers it, as somebody typed it in groups, or as a scanner read it: what is left is the hex alone. */
const signature = () =>
  z
    .string()
    .max(2_000, 'too-long')
    .transform((text) => {
      const quoted = /"signature"\s*:\s*"([^"]*)"/.exec(text)?.[1]
      return (quoted ?? text).replace(/[\s:-]/g, '').toLowerCase()
    })
    .refine((text) => /^([0-9a-f]{96})?$/.test(text), 'not-a-signature')

const compared = () => z.literal('on', 'three-rollers')

export const throwSchema = z.object({
  ...seen,
  arm: hash(),
  /** Three of those who threw have compared what is written with what lies on the table. */
  roller1: compared(),
  roller2: compared(),
  roller3: compared(),
  text: z.string().regex(/^[0-9A-Za-z :,.;-]{1,512}$/, 'not-a-choice'),
})
export const revealSchema = z.object({ ...seen, arm: hash(), signature: signature() })
export const comeForwardSchema = z.object({ session: id(), result: hash(), entry: hash() })
export const voidSchema = z.object({ ...seen, arm: hash(), reason: line(200), signature: signature() })
/** How a winner is shown: masked as in the list, by name, or by the number alone. */
export const shownAs = ['masked', 'full', 'number'] as const
export const wishSchema = z.object({ shown: choice(shownAs) })
export const declineSchema = z.object({ session: id(), result: hash() })
export const findWinnerSchema = z.object({ typed: line(300) })
export const winSchema = z.object({ win: id() })
/** A photo of the hand-over; none takes the present one away. */
export const handOverPhotoSchema = z.object({ win: id(), photo: optionalFile(), photoGone: checkbox() })
export const takeBackSchema = z.object({ win: id(), to: choice(['in_stock', 'returned']) })
export const postSchema = z.object({ win: id(), address: paragraphs(300).refine((text) => text !== '', 'empty') })
export const closeSchema = z.object(seen)
/** What the next announcement is to sound like, and which turn it is. */
export const announcementSchema = z.object({
  language: choice(['zh', 'en']),
  tone: optionalLine(200),
  turn: wholeNumber(0, 1_000),
})
/** What stands on the big screen between draws; empty takes it down. */
export const noteSchema = z.object({ words: optionalLine(200) })

export type PlanInput = z.output<typeof planSchema>
export type BallotInput = z.output<typeof ballotSchema>
export type LockInput = z.output<typeof lockSchema>
export type ArmInput = z.output<typeof armSchema>
export type ThrowInput = z.output<typeof throwSchema>
export type RevealInput = z.output<typeof revealSchema>
export type ComeForward = z.output<typeof comeForwardSchema>
export type VoidInput = z.output<typeof voidSchema>
export type NoteInput = z.output<typeof noteSchema>
export type Seen = z.output<typeof closeSchema>
export type Wish = z.output<typeof wishSchema>
export type Decline = z.output<typeof declineSchema>
export type TakeBack = z.output<typeof takeBackSchema>
export type PostInput = z.output<typeof postSchema>
