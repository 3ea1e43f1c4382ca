import { z } from 'zod'
import { parseContact } from '@/lib/values/address'
import { checkbox, choice, id, line, optionalLine } from '@/lib/values/fields'

/** One field that takes an e-mail address or a phone number; answers which, and its normalised form. */
export const contact = () =>
  z
    .string()
    .max(1_000, 'not-a-contact')
    .transform((text, ctx) => {
      const found = parseContact(text)
      if (found) return found
      ctx.addIssue({ code: 'custom', message: text.trim() ? 'not-a-contact' : 'empty' })
      return z.NEVER
    })

const language = () => choice(['zh', 'en'])

/** What the public form sends. */
export const registrationSchema = z.object({
  locale: language(),
  name: line(40),
  contact: contact(),
  /** An invitation; empty for most. */
  code: optionalLine(40).optional(),
  news: checkbox(),
  photos: checkbox(),
})

/** What "find my ticket" sends. */
export const findSchema = z.object({ locale: language(), contact: contact() })

/** What a guest may change on the ticket. */
export const ticketSchema = z.object({ name: line(40), news: checkbox(), photos: checkbox() })

/** A guest added by hand; into seats that are set aside when told so. */
export const guestSchema = z.object({
  name: line(40),
  contact: contact(),
  locale: language(),
  hold: z.union([id(), z.literal('')]).optional(),
  notify: checkbox(),
})

/** A ticket handed over: who comes instead. */
export const handOverSchema = z.object({ name: line(40), contact: contact() })

/** One registration, with a tick for "tell them". */
export const decisionSchema = z.object({ id: id(), notify: checkbox() })

/** Somebody seated before those who wait longer, and why. */
export const jumpSchema = z.object({ id: id(), reason: line(200), notify: checkbox() })

/** One registration. */
export const oneSchema = z.object({ id: id() })

/** Nothing but the press of a button. */
export const nothingSchema = z.object({})

/** A word typed in full before what can't be undone. */
export const eraseSchema = z.object({ word: optionalLine(40) })

export type RegistrationInput = z.output<typeof registrationSchema>
export type HandOverInput = z.output<typeof handOverSchema>
export type GuestInput = z.output<typeof guestSchema>
export type JumpInput = z.output<typeof jumpSchema>
export type TicketInput = z.output<typeof ticketSchema>

export const guestTabs = ['all', 'confirmed', 'waitlisted', 'pending', 'ended'] as const
export type GuestTab = (typeof guestTabs)[number]
export const isGuestTab = (text: unknown): text is GuestTab => guestTabs.includes(text as GuestTab)
