import { sha256 } from '@noble/hashes/sha2.js'
import { hexOf, integer, join, utf8 } from '@/lib/draws/rules/bytes'
import { ranking } from '@/lib/draws/rules/ranking'

/** Is a way of drawing fair? Counts who is drawn in many draws of 18 out of 200 and says how likely such counts are. */
const people = 200
const units = 18

/** Draws `units` of `people` by their numbers, first drawn first; `draw` numbers the draws, so that all is repeatable. */
export type Draws = (draw: number) => number[]

/** How likely counts at least this uneven are for a fair draw; far below 0.001 is biased, above 0.999 too good. */
export type Likelihoods = { inclusion: number; luckiest: number; first: number; pairs: number }

export function judge(draws: Draws, times: number): Likelihoods {
  const included = new Float64Array(people)
  const first = new Float64Array(people)
  const pairs = new Float64Array(people * people)
  for (let at = 0; at < times; at++) {
    const drawn = draws(at)
    for (const person of drawn) included[person] = (included[person] ?? 0) + 1
    const [one = 0, two = 0] = drawn
    first[one] = (first[one] ?? 0) + 1
    pairs[one * people + two] = (pairs[one * people + two] ?? 0) + 1
  }
  const share = units / people
  return {
    // Without replacement the counts lean on each other: the usual sum is too small by (1 − share)·n/(n − 1).
    inclusion: tail((uneven(included, times * share) * (people - 1)) / people / (1 - share), people - 1),
    luckiest: luckiest(included, times, share),
    first: tail(uneven(first, times / people), people - 1),
    pairs: tail(unevenPairs(pairs, times), people * (people - 1) - 1),
  }
}

/** Pearson's sum over all cells. */
const uneven = (counts: Float64Array, expected: number) =>
  counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)

/** The same over the pairs of two different people: nobody is drawn first and second, those cells do not count. */
function unevenPairs(pairs: Float64Array, times: number): number {
  const expected = times / (people * (people - 1))
  return uneven(pairs, expected) - people * expected
}

/** The upper tail of chi-square with that many degrees of freedom (Wilson and Hilferty, 1931). */
function tail(sum: number, freedom: number): number {
  const spread = 2 / (9 * freedom)
  return above(((sum / freedom) ** (1 / 3) - (1 - spread)) / Math.sqrt(spread))
}

/** How likely the most favoured or most neglected person is, among so many (Šidák). */
function luckiest(included: Float64Array, times: number, share: number): number {
  const deviation = Math.sqrt(times * share * (1 - share))
  const farthest = Math.max(...included.map((count) => Math.abs(count - times * share) / deviation))
  return 1 - (1 - 2 * above(farthest)) ** people
}

/** The upper tail of the normal distribution (Numerical Recipes' erfc, error below 1.2e-7 of the value). */
function above(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ]
  const sum = terms.reduceRight((rest, term) => term + t * rest, 0)
  const value = (t * Math.exp(sum - x * x)) / 2
  return z >= 0 ? value : 1 - value
}

const seedOf = (draw: number) => sha256(join(utf8('statistics'), integer(draw, 4)))
const ids = Array.from({ length: people }, (_, n) => hexOf(sha256(join(utf8('person'), integer(n, 4))))).sort()
const listed = ids.map((id) => ({ id, weight: 1 }))
const places = new Map(ids.map((id, place) => [id, place]))

/** The draw of the protocol. */
export const protocolDraw: Draws = (draw) =>
  ranking(seedOf(draw), listed)
    .slice(0, units)
    .map(({ id }) => places.get(id) ?? 0)

/** Four ways of drawing that people really write; every one of them is to be found out. */
export const biased: Record<string, Draws> = {
  'one byte modulo n': (draw) => distinct(stream(draw), (next) => Math.floor(next() * 256) % people),
  'floor(r · (n − 1))': (draw) => distinct(stream(draw), (next) => Math.floor(next() * (people - 1))),
  'sorted by random − 0.5': (draw) => {
    const next = stream(draw)
    return Array.from({ length: people }, (_, person) => person)
      .sort(() => next() - 0.5)
      .slice(0, units)
  },
  'one person with 20 % more': (draw) => {
    const next = stream(draw)
    return Array.from({ length: people }, (_, person) => ({
      person,
      key: -Math.log(1 - next()) / (person === 137 ? 1.2 : 1),
    }))
      .sort((a, b) => a.key - b.key)
      .slice(0, units)
      .map(({ person }) => person)
  },
}

function distinct(next: () => number, pick: (next: () => number) => number): number[] {
  const drawn = new Set<number>()
  while (drawn.size < units) drawn.add(pick(next))
  return [...drawn]
}

/** Numbers from 0 up to 1, repeatable and quick (mulberry32); good enough to be biased with. */
function stream(draw: number): () => number {
  let state = Math.imul(draw + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
