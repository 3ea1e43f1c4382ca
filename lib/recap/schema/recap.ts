import { z } from 'zod'
import {
  choice,
  id,
  optionalLine,
  otherLanguage,
  otherLanguageParagraphs,
  paragraphs,
  wholeNumber,
} from '@/lib/values/fields'

export const highlightKinds = ['quote', 'questions', 'consensus', 'promise'] as const
export type HighlightKind = (typeof highlightKinds)[number]

const version = () => wholeNumber(0, 2_000_000_000)

/** What somebody wrote over the generated sentences; empty means: as generated. */
export const recapSchema = z.object({
  version: version(),
  headline: optionalLine(120),
  headlineEn: otherLanguage(160),
  opening: paragraphs(4_000),
  openingEn: otherLanguageParagraphs(4_000),
  icebreaker: paragraphs(2_000),
  icebreakerEn: otherLanguageParagraphs(2_000),
  raffle: paragraphs(2_000),
  raffleEn: otherLanguageParagraphs(2_000),
  closing: paragraphs(2_000),
  closingEn: otherLanguageParagraphs(2_000),
})

/** What was said in one talk; highlights are one a line. */
export const talkNoteSchema = z.object({
  talkId: id(),
  version: version(),
  body: paragraphs(4_000),
  bodyEn: otherLanguageParagraphs(4_000),
  highlightKind: choice(['none', ...highlightKinds]),
  highlights: paragraphs(2_000),
  highlightsEn: otherLanguageParagraphs(2_000),
})

export const nothingSchema = z.object({})

export type RecapInput = z.output<typeof recapSchema>
export type TalkNoteInput = z.output<typeof talkNoteSchema>
