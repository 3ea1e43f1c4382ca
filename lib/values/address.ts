import { domainToASCII } from 'node:url'

declare const checked: unique symbol
/** An e-mail address that was checked and normalised: the string verified is the string mailed and stored. */
export type EmailAddress = string & { readonly [checked]: 'email' }
/** A phone number in E.164 form, `+8613800138000`. */
export type PhoneNumber = string & { readonly [checked]: 'phone' }

const localPart = /^[a-z0-9!#$%&'*+/=?^_{}~-]+(\.[a-z0-9!#$%&'*+/=?^_{}~-]+)*$/
const domainPart = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/**
 * Normalises an address once: NFKC first (a full-width ＠ becomes @ before it is counted), then exactly one @, an
 * unquoted ASCII local part, the domain in its ASCII form, at most 254 characters. Answers null for anything else.
 */
export function parseEmail(input: string): EmailAddress | null {
  const text = input.normalize('NFKC').trim().toLowerCase()
  const at = text.indexOf('@')
  if (at < 1 || at !== text.lastIndexOf('@') || at > 64) return null
  // It takes a whole address of the web, and would leave the rest out.
  if (/[/\\?#%]/.test(text.slice(at + 1))) return null
  const domain = domainToASCII(text.slice(at + 1))
  if (!localPart.test(text.slice(0, at)) || !domainPart.test(domain)) return null
  const address = `${text.slice(0, at)}@${domain}`
  return address.length <= 254 ? (address as EmailAddress) : null
}

/**
 * Normalises a phone number to E.164. Eleven digits that start with 1 are taken as a mobile of mainland China, which
 * is how people there write them. Answers null when it is not a number that could be called.
 */
export function parsePhone(input: string): PhoneNumber | null {
  // Phones copy a number with signs around it that nobody sees.
  const text = input.normalize('NFKC').replace(/[\s().\-‐-―\p{Cf}]/gu, '')
  if (/^1[3-9]\d{9}$/.test(text)) return `+86${text}` as PhoneNumber
  // The zero in front is dialled at home only; with it one phone would be two.
  const digits = text.replace(/^00/, '+').replace(/^\+860/, '+86')
  return /^\+[1-9]\d{6,14}$/.test(digits) ? (digits as PhoneNumber) : null
}

/** Reads one contact field that takes either; says which it was. */
export function parseContact(input: string): { kind: 'email' | 'phone'; contact: EmailAddress | PhoneNumber } | null {
  const email = parseEmail(input)
  if (email) return { kind: 'email', contact: email }
  const phone = parsePhone(input)
  return phone ? { kind: 'phone', contact: phone } : null
}

/** Shows enough of a contact to recognise one's own: `m***@example.com`, `+86 *** 8000`. */
export function maskContact(contact: string): string {
  const at = contact.indexOf('@')
  return at > 0 ? `${contact[0]}***${contact.slice(at)}` : `${contact.slice(0, 3)} *** ${contact.slice(-4)}`
}

/** The bare address in a sender such as `Next Stop <hello@example.org>`. */
export const addressIn = (sender: string): string => /<([^<>]+)>/.exec(sender)?.[1] ?? sender
