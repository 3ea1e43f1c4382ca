import { z } from 'zod'
import { choice, id, otherLanguageParagraphs, paragraphs, wholeNumber } from '@/lib/values/fields'

const whom = { kind: choice(['contact', 'sponsor', 'speaker', 'volunteer']), id: id() }

/** Words of one's own over the proposed sentence; empty means: as proposed. */
export const writeThanksSchema = z.object({
  ...whom,
  version: wholeNumber(0, 2_000_000_000),
  text: paragraphs(2_000),
  textEn: otherLanguageParagraphs(2_000),
})
export const sendThanksSchema = z.object({
  ...whom,
  channel: choice(['mail', 'chat', 'card']),
  language: choice(['zh', 'en']),
  /** That of the words that were read. */
  version: wholeNumber(0, 2_000_000_000).optional(),
})
export const unsendThanksSchema = z.object(whom)

export type Whom = z.output<typeof unsendThanksSchema>
export type WriteThanks = z.output<typeof writeThanksSchema>
export type SendThanks = z.output<typeof sendThanksSchema>
