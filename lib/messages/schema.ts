import { z } from 'zod'
import {
  choice,
  id,
  line,
  optionalWallTime,
  otherLanguage,
  otherLanguageParagraphs,
  paragraphs,
  version,
} from '@/lib/values/fields'

/** One message. */
export const messageSchema = z.object({ id: id() })

export const messageTabs = ['all', 'waiting', 'sent', 'failed'] as const
export type MessageTab = (typeof messageTabs)[number]
export const isMessageTab = (text: unknown): text is MessageTab => messageTabs.includes(text as MessageTab)

/** What the reader of a mail decides about mail. */
const mailChoices = ['disown', 'stop', 'resume'] as const
export type MailChoice = (typeof mailChoices)[number]
export const isMailChoice = (text: unknown): text is MailChoice => mailChoices.includes(text as MailChoice)

/** The groups that organisers write to. */
export const audiences = ['registered', 'confirmed', 'waitlisted', 'pending', 'came', 'crew', 'news'] as const
export type Audience = (typeof audiences)[number]

const letter = {
  audience: choice(audiences),
  subject: line(120),
  text: paragraphs(5_000).refine((text) => text !== '', 'empty'),
  subjectEn: otherLanguage(120),
  textEn: otherLanguageParagraphs(5_000),
}

/** A letter to a group; the English words may be left out. */
export const mailingSchema = z.object(letter)
export type MailingInput = z.output<typeof mailingSchema>

/** A letter as it should read from now on. */
export const editMailingSchema = z.object({ ...letter, id: id(), version: version() })

/** When a letter should leave, on the clocks of the event; empty: now. `version` is the one that was read. */
export const sendMailingSchema = z.object({ id: id(), at: optionalWallTime(), version: version().optional() })
