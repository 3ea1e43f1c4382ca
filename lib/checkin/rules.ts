import { looksLikeSecret, normalTicketCode } from '@/lib/values/secret'

/** What somebody at the door scanned or typed. */
export type Typed = { kind: 'secret'; secret: string } | { kind: 'code'; code: string } | { kind: 'name'; name: string }

/** Reads the door's one field: a ticket's address as its QR holds it, a ticket code, or else a name to look for. */
export function readTyped(text: string): Typed {
  const secret = /\/t\/([A-Za-z0-9_-]+)\/?(?:[?#]|$)/.exec(text.trim())?.[1] ?? ''
  if (looksLikeSecret(secret)) return { kind: 'secret', secret }
  const code = normalTicketCode(text)
  if (/^[2-9A-HJKMNP-TV-Z]{6}$/.test(code)) return { kind: 'code', code }
  return { kind: 'name', name: text.trim() }
}

/** What the door sees of a name when it may not see guests: the first sign of a Chinese name, initials of others. */
export function maskName(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? ''
  if (/\p{Script=Han}/u.test(first)) return `${first}${'＊'.repeat(Math.min(2, Math.max(1, [...name].length - 1)))}`
  return words
    .slice(0, 3)
    .map((word) => `${[...word][0] ?? ''}.`)
    .join(' ')
}

/** The last three signs of a ticket code: enough to tell two people apart. */
export const ticketTail = (code: string): string => code.slice(-3)
