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

function canonicalObject(value: object): string {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  const members = entries.map(([key, member]) => {
    if (!/^[\x20-\x7e]*$/.test(key)) throw new NotCanonical('a key is not ASCII')
    return `${JSON.stringify(key)}:${canonical(member)}`
  })
  return `{${members.join(',')}}`
}

function canonicalInteger(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || Object.is(value, -0))
    throw new NotCanonical('not a whole number from 0')
  return String(value)
}

function canonicalString(value: string): string {
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value)) {
    throw new NotCanonical('a lone surrogate')
  }
  if (value.normalize('NFC') !== value) throw new NotCanonical('text is not in NFC')
  return JSON.stringify(value)
}

const isPlainObject = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value))
