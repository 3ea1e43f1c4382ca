import { z } from 'zod'
import { contact } from '@/lib/registration/schema/registration'
import {
  checkbox,
  choice,
  id,
  line,
  optionalDate,
  optionalLine,
  optionalNumber,
  otherLanguage,
  otherLanguageParagraphs,
  paragraphs,
  wholeNumber,
} from '@/lib/values/fields'
import { giftSorts } from './gifts'

const need = {
  sort: choice(giftSorts),
  title: line(80),
  titleEn: otherLanguage(120),
  /** Empty: some. */
  quantity: optionalNumber(1, 10_000),
  /** Empty: ten days before the start. */
  due: optionalDate(),
  note: paragraphs(500),
  noteEn: otherLanguageParagraphs(500),
}

export const addNeedSchema = z.object(need)
export const editNeedSchema = z.object({ id: id(), version: wholeNumber(0, 2_000_000_000), ...need })
export const nothingSchema = z.object({})

/** "I can help", from a public board: four fields and how to reach whoever offers. */
export const offerSchema = z.object({
  locale: choice(['zh', 'en']),
  /** Empty: something that is on no list. */
  need: z.union([id(), z.literal('')], { error: 'not-a-choice' }),
  title: line(80),
  quantity: optionalNumber(1, 10_000),
  delivery: optionalLine(200),
  thanks: line(60),
  contact: contact(),
})

/** An ask: whom, in which language the message shall be; `again` once somebody has been warned. */
export const askSchema = z.object({
  need: id(),
  sponsorName: line(80),
  contactName: optionalLine(60),
  language: choice(['zh', 'en']),
  again: checkbox(),
})

export type NeedInput = z.output<typeof addNeedSchema>
export type EditNeed = z.output<typeof editNeedSchema>
export type OfferInput = z.output<typeof offerSchema>
export type AskInput = z.output<typeof askSchema>
