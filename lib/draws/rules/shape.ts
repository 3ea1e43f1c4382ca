import { isRoomText } from './seed'

/**
 * The closed field sets of `hat/1`: a record, a plan or a bundle with an unknown, missing or malformed field is refused.
 * Checked by hand, so that the stand-alone verifier stays small.
 */
type Check = (value: unknown) => boolean
type Shape = { readonly [field: string]: Check }

const whole: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const text: Check = (value) => typeof value === 'string'
const hex = (bytes: number): Check => {
  const pattern = new RegExp(`^[0-9a-f]{${bytes * 2}}$`)
  return (value) => typeof value === 'string' && pattern.test(value)
}
const hash = hex(32)
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const pair =
  (first: Check, second: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1])
const one =
  (...words: string[]): Check =>
  (value) =>
    words.includes(value as string)
const counts: Check = (value) => isObject(value) && Object.values(value).every(whole)
export const fits =
  (shape: Shape): Check =>
  (value) =>
    isObject(value) &&
    Object.keys(value).every((field) => Object.hasOwn(shape, field)) &&
    Object.entries(shape).every(([field, check]) => check((value as Record<string, unknown>)[field]))

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const time: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString() === value.replace('Z', '.000Z')

const source = one('chain', 'room', 'beacon')
const stands = { type: text, i: whole, prev: hash, t: time }
const entry = fits({ label: text, n: whole, salt: hex(16), tags: list(text) })

const records: { readonly [type: string]: Check } = {
  open: fits({ ...stands, v: one('hat/1'), event: text, plan: hash }),
  lock: fits({
    ...stands,
    root: hash,
    count: whole,
    weight: whole,
    left_out: counts,
    chain: maybe(fits({ n: whole, tip: hash })),
  }),
  arm: fits({
    ...stands,
    lock: hash,
    draws: list(fits({ id: text, units: whole })),
    sources: list(source),
    link: maybe(whole),
    beacon: maybe(fits({ chain: hash, round: whole })),
    out: list(pair(hash, text)),
  }),
  room: fits({ ...stands, arm: hash, text: (value) => typeof value === 'string' && isRoomText(value) }),
  result: fits({
    ...stands,
    arm: hash,
    index: whole,
    reveal: maybe(hash),
    signature: maybe(hex(48)),
    seed: hash,
    first: list(hash),
  }),
  claim: fits({ ...stands, result: hash, entry: hash, unit: whole, open: entry }),
  absent: fits({ ...stands, result: hash, entry: hash, called: whole, waited: whole }),
  void: fits({ ...stands, arm: hash, reason: text, reveal: list(hash), signature: maybe(hex(48)) }),
  close: fits(stands),
}

/** Is this one of the nine records, with exactly its fields? */
export function isRecord(value: unknown): boolean {
  const type = (value as { type?: unknown } | null)?.type
  return typeof type === 'string' && Object.hasOwn(records, type) && records[type]?.(value) === true
}

/** Is this a plan, with exactly its fields? */
export const isPlan = fits({
  event: text,
  left_out: counts,
  draws: list(
    fits({
      id: text,
      prize: text,
      units: whole,
      sources: list(source),
      absent: text,
      one_each: (value) => typeof value === 'boolean',
      exclude: maybe(list(text)),
    }),
  ),
})

/** Is this a bundle on the outside? Its plan, list and log are checked by their own rules. */
export const isBundle = fits({
  protocol: one('hat/1'),
  plan: (value) => value !== undefined,
  list: Array.isArray,
  log: list(fits({ hash, rec: (value) => value !== undefined })),
  head: hash,
})
