import { z } from 'zod'
import { id } from '@/lib/values/fields'

/** One message. */
export const messageSchema = z.object({ id: id() })

export const messageTabs = ['all', 'waiting', 'sent', 'failed'] as const
export type MessageTab = (typeof messageTabs)[number]
export const isMessageTab = (text: unknown): text is MessageTab => messageTabs.includes(text as MessageTab)

/** What the reader of a mail decides about mail. */
export const mailChoices = ['disown', 'stop', 'resume'] as const
export type MailChoice = (typeof mailChoices)[number]
export const isMailChoice = (text: unknown): text is MailChoice => mailChoices.includes(text as MailChoice)
