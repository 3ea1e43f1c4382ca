import { z } from 'zod'
import { parseContact, parseEmail, parsePhone } from '@/lib/values/address'
import { line } from '@/lib/values/fields'
import { allWords, locales } from '@/lib/words/load'
import type { ColumnKind } from '../schema/imports'

type ImportedGuest = {
  name: string
  contact: NonNullable<ReturnType<typeof parseContact>>
  locale: 'zh' | 'en'
}
/** What a line says: a guest, somebody who does not come, or what is wrong in which column. */
export type ReadRow =
  | { kind: 'guest'; guest: ImportedGuest }
  | { kind: 'away'; said: string }
  | { kind: 'wrong'; field: 'name' | 'contact'; code: string }

const nameField = z.object({ name: line(40) })
// As the lists of other places call those who have not been let in, or take their word back.
const away = new Set(locales.flatMap((locale) => allWords(locale).guests.away.split(' ')))
const isAway = (standing: string) =>
  away.has(standing.toLowerCase().replace(/[\s_-]/g, '')) || /^cancelled by/i.test(standing)

/** Reads one line by what its columns are taken for. A mail address wins over a phone number. */
export function readRow(cells: readonly string[], columns: readonly string[], locale: 'zh' | 'en'): ReadRow {
  const of = (kind: ColumnKind) => cells[columns.indexOf(kind)] ?? ''
  const standing = of('standing').replaceAll('_', ' ').trim()
  if (isAway(standing)) return { kind: 'away', said: standing }
  const halves = [of('first'), of('last')].filter(Boolean)
  const han = halves.every((half) => /^\p{Script=Han}+$/u.test(half))
  const name = of('name') || (han ? halves.reverse().join('') : halves.join(' '))
  const read = nameField.safeParse({ name })
  if (!read.success) return { kind: 'wrong', field: 'name', code: codeOf(read.error.issues[0]?.message) }
  const contact = contactIn(of('email'), of('phone'), of('contact'))
  if (!contact) {
    const typed = of('email') || of('phone') || of('contact')
    return { kind: 'wrong', field: 'contact', code: typed ? 'not-a-contact' : 'empty' }
  }
  return { kind: 'guest', guest: { name: read.data.name, contact, locale: languageIn(of('language'), locale) } }
}

const codeOf = (message = 'wrong') => (/^[a-z-]+$/.test(message) ? message : 'wrong')

function contactIn(mail: string, phone: string, either: string): ImportedGuest['contact'] | null {
  const email = parseEmail(mail)
  if (email) return { kind: 'email', contact: email }
  const number = parsePhone(phone)
  if (number) return { kind: 'phone', contact: number }
  return parseContact(either) ?? (mail ? parseContact(mail) : null) ?? (phone ? parseContact(phone) : null)
}

function languageIn(text: string, otherwise: 'zh' | 'en'): 'zh' | 'en' {
  const said = text.toLowerCase()
  const starts = (locale: 'zh' | 'en') =>
    allWords(locale)
      .guests.tongues.split(' ')
      .some((word) => said.startsWith(word))
  if (!said) return otherwise
  return starts('zh') ? 'zh' : starts('en') ? 'en' : otherwise
}
