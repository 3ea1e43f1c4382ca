import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { database } from '@/lib/database/client'
import type { Deed } from './deeds'
import { type Setup, type World, zones } from './world'

/** A wish that becomes a deed at the moment when its turn comes, by what is known of the stop then. */
export type Wish = { kind: number; a: number; b: number; failAt: number | null }
export type Plan = { setup: Setup; wishes: Wish[]; workers: number }

/** So many people go in and out of a stop. */
const people = 14

type Wanted = Deed | Deed[] | null
type Make = (world: World, wish: Wish, key: string) => Wanted | Promise<Wanted>

const pick = <T>(from: readonly T[], n: number): T | null => from[n % Math.max(1, from.length)] ?? null
/** One of the guests; more often one who came lately, so that several meet at the same one. */
const guestIn = ({ ids }: World, { a, b }: Wish) => pick(b % 3 === 0 ? ids : ids.slice(-5), a)
const ofGuest =
  (name: Extract<Deed, { guest: string }>['do']): Make =>
  (world, wish) => {
    const guest = guestIn(world, wish)
    return guest ? ({ do: name, guest } as Deed) : null
  }

const register: Make = ({ holds }, { a, b }, key) => {
  const codes = holds.flatMap((hold) => hold.codes)
  const wrong = { typed: 'NEVER-MADE', hold: null }
  const code = b % 5 === 0 ? pick([...codes, wrong], a) : null
  return { do: 'register', key, person: a % people, name: '林一诺', code }
}

/** The moment when a link is published: many forms at once, some of them twice, some for one person. */
const rush: Make = (_, { a, b }) =>
  Array.from({ length: 10 + (a % 51) }, (_, n) => {
    const person = people + ((b + n * (1 + (b % 3))) % 90)
    return { do: 'register', key: randomUUID(), person, name: '林一诺', code: null } as const
  }).flatMap((deed, n) => (n % 7 === 3 ? [deed, deed] : [deed]))

const edit: Make = async ({ eventId }, { a, b }) => {
  const where = { id: eventId }
  const event = await database().event.findUniqueOrThrow({ where, select: { version: true, approvalRequired: true } })
  const approval = b % 8 === 0 ? !event.approvalRequired : event.approvalRequired
  return { do: 'edit', capacity: 1 + (a % 9), approval, version: event.version }
}

const again: Make = ({ repeatable }, { a, b }) => {
  const deed = pick(repeatable, a)
  if (deed?.do === 'register' && b % 6 === 0) return { ...deed, name: '周明' }
  return deed
}

/** What may happen, and how often. */
const kinds: [often: number, make: Make][] = [
  [14, register],
  [5, rush],
  [3, again],
  [5, ofGuest('cancel mine')],
  [3, ofGuest('cancel')],
  [2, ofGuest('decline')],
  [4, ofGuest('restore mine')],
  [2, ofGuest('restore')],
  [4, ofGuest('approve')],
  [4, ofGuest('accept offer')],
  [3, ofGuest('decline offer')],
  [2, ofGuest('reconfirm')],
  [1, ofGuest('erase')],
  [2, (world, wish) => withGuest(world, wish, (guest) => ({ do: 'hand over', guest, person: wish.b % people }))],
  [2, (world, wish) => withGuest(world, wish, (guest) => ({ do: 'jump', guest, reason: `理由${wish.b % 3}` }))],
  [
    3,
    ({ holds }, { a, b }, key) => ({
      do: 'add',
      key,
      person: a % people,
      hold: b % 3 ? null : (pick(holds, b)?.id ?? null),
    }),
  ],
  [1, () => ({ do: 'let in' })],
  [5, edit],
  [
    2,
    (_, { a, b }) => ({
      do: 'hold',
      seats: 1 + (a % 2),
      codes: b % 3 ? 'shared' : 'none',
      hours: b % 4 === 0 ? 3 : null,
    }),
  ],
  [2, ({ holds }, { a }) => withOne(holds, a, (hold) => ({ do: 'release hold', hold: hold.id }))],
  [1, (_, { a }) => ({ do: 'entry', mode: a % 8 === 0 ? 'invitation' : 'open' })],
  [1, (_, { a, b }) => ({ do: 'ask again', days: a % 5 ? 1 + (a % 4) : null, release: b % 3 ? 12 + (b % 60) : null })],
  [5, () => ({ do: 'read the clock' })],
  [4, (_, { a }) => ({ do: 'hours pass', hours: 1 + (a % 9) })],
  [
    1,
    ({ repeatable }, { a }) =>
      repeatable.length > 20 ? { do: pick(['call off', 'put off'] as const, a) ?? 'put off' } : null,
  ],
  [8, () => ({ do: 'put on again' })],
  [
    1,
    (_, { a, b }, key) => ({
      do: 'keep list',
      key,
      people: [0, 1, 2].slice(0, 1 + (b % 3)).map((n) => (a + n * 3) % people),
    }),
  ],
  [
    1,
    ({ lists }, { a, b }) =>
      withOne(lists, a, ({ id }) => ({ do: 'plan list', list: id, whenFull: b % 2 ? 'waiting' : 'refused' })),
  ],
  [2, ({ lists }, { a }) => withOne(lists, a, ({ id }) => ({ do: 'run list', list: id }))],
  [
    1,
    ({ lists }, { a, b }) =>
      withOne(lists, a, ({ id, came }) => ({ do: 'undo list', list: id, typed: b % 5 ? came : came + 1 })),
  ],
  [4, (world, wish, key) => withGuest(world, wish, (guest) => ({ do: 'scan', key, guest }))],
  [2, ({ scans }, { a }) => withOne(scans, a, (scan) => ({ do: 'undo scan', scan }))],
  [2, (_, { a }, key) => ({ do: 'walk in', key, person: a % people })],
]

const withOne = <T>(from: readonly T[], n: number, make: (one: T) => Deed): Deed | null => {
  const one = pick(from, n)
  return one === null ? null : make(one)
}
const withGuest = (world: World, wish: Wish, make: (guest: string) => Deed) => {
  const guest = guestIn(world, wish)
  return guest ? make(guest) : null
}

const wheel = kinds.flatMap(([often, make]) => Array.from({ length: often }, () => make))

/** What a wish comes to now; nothing where there is nobody or nothing to do it to. */
export async function deedsOf(world: World, wish: Wish): Promise<Deed[]> {
  const wanted = await (wheel[wish.kind % wheel.length] as Make)(world, wish, randomUUID())
  return wanted === null ? [] : [wanted].flat()
}

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.nat({ max: wheel.length - 1 }),
  a: fc.nat({ max: 9_999 }),
  b: fc.nat({ max: 9_999 }),
  // Now and then a deed is broken off at one of its calls to the database, the last word included.
  failAt: fc.oneof(
    { weight: 14, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: 3, max: 14 }) },
  ),
})

const ahead = [30 * 24, 75, 50, 40, 40, 26, 26, 3, 1]

/** Evenings of so many wishes at most, at stops that are so many hours ahead. */
export const plans = (most: number, hours: readonly number[] = ahead): fc.Arbitrary<Plan> =>
  fc.record({
    setup: fc.record({
      capacity: fc.integer({ min: 1, max: 6 }),
      hoursAhead: fc.constantFrom(...hours),
      approval: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      zone: fc.constantFrom(...(Object.keys(zones) as (keyof typeof zones)[])),
      ask: fc.boolean(),
    }),
    wishes: fc.array(wish, { minLength: Math.floor(most / 3), maxLength: most, size: 'max' }),
    workers: fc.constantFrom(1, 4, 8, 8, 16),
  })
