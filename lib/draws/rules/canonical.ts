/**
 * Canonical JSON of `hat/1` (§2): RFC 8785 narrowed to objects with ASCII keys sorted by code unit, arrays, NFC strings
 * without lone surrogates, integers from 0 to 2^53 − 1, and booleans. No floats, no null. Throws for anything else.
 */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain }

export function canonical(value: unknown): string {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalInteger(value)
  if (typeof value === 'string') return canonicalString(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null && isPlainObject(value)) return canonicalObject(value)
  throw new NotCanonical('only objects, arrays, strings, integers and booleans')
}

/** What cannot be written canonically, and why. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical'
}

// Most of what a hundred thousand entries hold; nothing in it can be anything but NFC.
const printable = /^[\x20-\x7e]*$/

function canonicalObject(value: object): string {
  let members = ''
  for (const key of Object.keys(value).sort()) {
    if (!printable.test(key)) throw new NotCanonical('a key is not ASCII')
    const member = canonical((value as { [key: string]: unknown })[key])
    members += `${members && ','}${JSON.stringify(key)}:${member}`
  }
  return `{${members}}`
}

function canonicalInteger(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || Object.is(value, -0))
    throw new NotCanonical('not a whole number from 0')
  return String(value)
}

function canonicalString(value: string): string {
  if (printable.test(value)) return JSON.stringify(value)
  if (/\p{Surrogate}/u.test(value)) throw new NotCanonical('a lone surrogate')
  if (value.normalize('NFC') !== value) throw new NotCanonical('text is not in NFC')
  return JSON.stringify(value)
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
