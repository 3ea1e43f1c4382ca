import { everyWay } from './each'
import type { Fields } from './knock'
import { type Form, filled, isList, isText } from './schemas'

/** What is posted, and the fields that have to say that they are wrong. */
type Bad = { what: string; told: string[]; fields: Fields }

type Type = Form['shape'][string]

const LONG = [10_001, 100_001].map((letters) => 'a'.repeat(letters))

/** The first of these that the field refuses, or the first of all, which it then takes and the test sees. */
const tooLong = (type: Type): string =>
  LONG.find((text) => !type.safeParse(isList(type) ? [text] : text).success) ?? 'a'.repeat(10_001)

const isAny = () => true
const isOne = (type: Type) => !isList(type)
const CONTROL = 'a\u0000b'
const OVERRIDE = 'a\u202eb'

/**
 * Every way in which a field can be wrong, all of its kind in one post. Of the characters that nobody sees a field gets
 * one, by turns (both with npm run doors); tests/rules/forms.test.ts gives each schema all.
 */
export function wrongs({ shape }: Form, turn: number): Bad[] {
  const good = filled(shape)
  const bad = (what: string, wrong: Fields, rest: Fields = good): Bad[] =>
    Object.keys(wrong).length ? [{ what, told: Object.keys(wrong), fields: { ...rest, ...wrong } }] : []
  const where = (fits: (type: Type) => boolean, value: (at: number, type: Type) => string | string[]): Fields => {
    const fitting = Object.entries(shape).filter(([, type]) => fits(type))
    return Object.fromEntries(fitting.map(([name, type], at) => [name, value(at, type)]))
  }
  // Most have their bound far below the longest, which is echoed at length.
  const long = where(isAny, (_, type) => tooLong(type))
  const twice = where(isOne, () => ['1', '2'])
  const hidden = (from: number) => where(isText, (at) => ((at + from) % 2 ? OVERRIDE : CONTROL))
  const first = Object.keys(good)[0] ?? 'id'
  const { [first]: _, ...rest } = good
  const strangers = { role: 'owner', [`${first}[not]`]: '', '__proto__[admin]': '1' }
  const unknown = Object.entries(strangers).filter(([name]) => !(name in shape))
  return [
    ...bad('far too many letters', long),
    ...bad('a control character or an override', hidden(turn)),
    ...(everyWay ? bad('an override or a control character', hidden(turn + 1)) : []),
    ...bad('a field twice', twice),
    ...bad('unknown fields, an operator, a prototype', Object.fromEntries(unknown), rest),
  ]
}
