import type { Fields } from './knock'
import { type Form, filled, isList, isText } from './schemas'

/** What is posted, and the fields that have to say that they are wrong. */
export type Bad = { what: string; told: string[]; fields: Fields }

const LONG = [10_001, 100_001].map((letters) => 'a'.repeat(letters))

/** The first of these that the field refuses, or the first of all, which it then takes and the test sees. */
const tooLong = (type: Form['shape'][string]) =>
  LONG.find((text) => !type.safeParse(isList(type) ? [text] : text).success) ?? LONG[0]

/** Every way in which a field can be wrong, all of its kind in one post. */
export function wrongs({ shape }: Form): Bad[] {
  const good = filled(shape)
  const names = Object.keys(shape)
  const named = (fits: (type: Form['shape'][string]) => boolean) => names.filter((name) => fits(shape[name] as never))
  const isOne = (name: string) => !isList(shape[name] as never)
  const all = (what: string, told: string[], value: string | string[]): Bad[] =>
    told.length ? [{ what, told, fields: { ...good, ...Object.fromEntries(told.map((name) => [name, value])) } }] : []
  const first = Object.keys(good)[0] ?? 'id'
  const { [first]: _, ...rest } = good
  const more = (what: string, name: string, value: string, fields = good): Bad[] =>
    name in shape ? [] : [{ what, told: [name], fields: { ...fields, [name]: value } }]
  return [
    // Most have their bound far below the longest, which is echoed at length.
    ...LONG.flatMap((text) =>
      all(
        'far too many letters',
        names.filter((name) => tooLong(shape[name] as never) === text),
        text,
      ),
    ),
    ...all('a control character', named(isText), 'a\u0000b'),
    ...all('an override', named(isText), 'a\u202eb'),
    ...all('a field twice', names.filter(isOne), ['1', '2']),
    ...more('an unknown field', 'role', 'owner'),
    ...more('an operator', `${first}[not]`, '', rest),
    ...more('a prototype', '__proto__[admin]', '1'),
  ]
}
