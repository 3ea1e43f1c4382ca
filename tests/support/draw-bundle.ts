import { readFileSync } from 'node:fs'
import { sha256 } from '@noble/hashes/sha2.js'
import { quicknet, timeOfRound } from '@/lib/draws/rules/beacon'
import { hexOf, integer, join, utf8 } from '@/lib/draws/rules/bytes'
import { chainFrom } from '@/lib/draws/rules/chain'
import { courseOf, type Logged } from '@/lib/draws/rules/course'
import { type Entry, entryId, sortedList } from '@/lib/draws/rules/entry'
import { type Preset, sourcesOf } from '@/lib/draws/rules/plan'
import { firstOf, ranking } from '@/lib/draws/rules/ranking'
import { type Bundle, type DrawRecord, noHash, type Plan, planHash, recordHash } from '@/lib/draws/rules/record'
import { seedOf } from '@/lib/draws/rules/seed'
import { listRoot } from '@/lib/draws/rules/tree'
import { holders } from '@/lib/draws/rules/verify/state'

type Given = { people: number; units: number[]; preset?: Preset; absents?: number; name?: string }
type Said = DrawRecord extends infer R ? (R extends DrawRecord ? Omit<R, 'i' | 'prev' | 't'> : never) : never

const { rounds } = JSON.parse(readFileSync(new URL('../rules/vectors/rounds.json', import.meta.url), 'utf8')) as {
  rounds: { round: number; signature: string }[]
}
/** Far enough from each other for an evening between two. */
const apart = rounds.filter(({ round }, at) => at === 0 || round - (rounds[at - 1]?.round ?? 0) > 100)
const throws = 'd6:3 1 6 2 5 5 4 1 2 6 3 3 4 6 1 5'

/**
 * A whole evening without a database, repeatable by its name: everybody with weight 1, each draw settled before the
 * next. With a beacon its real rounds are used, so it has only few draws and the clock stands where they were.
 */
export function anEvening({ people, units, preset = 'room', absents = 0, name = 'evening' }: Given): Bundle {
  const plan: Plan = {
    event: `test/${name}`,
    left_out: { crew: 3 },
    draws: units.map((count, at) => ({
      ...{ id: `d${at + 1}`, prize: `抱枕 ${at + 1}`, units: count, sources: sourcesOf[preset] },
      ...{ absent: 'next', one_each: true },
    })),
  }
  const entries = Array.from({ length: people }, (_, at) => entryNamed(name, at + 1))
  const list = sortedList(entries.map((entry) => ({ id: entryId(entry), weight: 1 })))
  const known = new Map(entries.map((entry) => [entryId(entry), entry]))
  const links = chainFrom(sha256(utf8(name)), units.length)
  const log: Logged[] = []
  let now = preset === 'room' ? 1_790_000_000 : timeOfRound(apart[0]?.round ?? 1) - 1_000
  const say = (said: Said): string => {
    const t = new Date(now * 1000).toISOString().replace('.000Z', 'Z')
    const rec = { ...said, i: log.length, prev: log.at(-1)?.hash ?? noHash, t } as DrawRecord
    log.push({ rec, hash: recordHash(rec) })
    return log.at(-1)?.hash ?? ''
  }
  const course = () => courseOf(plan, list, log, (seed) => ranking(bytes(seed), list))
  say({ type: 'open', v: 'hat/1', event: plan.event, plan: planHash(plan) })
  const chain = { n: units.length, tip: hexOf(links[0] as Uint8Array) }
  const lock = say({
    ...{ type: 'lock', root: listRoot(list), count: people, weight: people },
    ...{ left_out: plan.left_out, chain },
  })
  let passed = 0
  for (const [at, { id, units: count, sources }] of plan.draws.entries()) {
    const beacon = sources.includes('beacon') ? apart[at] : undefined
    if (beacon) now = timeOfRound(beacon.round) - 45
    const out = [...course().results.values()].flatMap((drawn) => [...drawn.claims.keys()]).sort()
    const arm = say({
      ...{ type: 'arm', lock, draws: [{ id, units: count }], sources, link: at + 1 },
      ...(beacon ? { beacon: { chain: quicknet.chain, round: beacon.round } } : {}),
      out: out.map((one): [string, string] => [one, 'won_before']),
    })
    const room = sources.includes('room') ? throws : undefined
    if (room) say({ type: 'room', arm, text: room })
    if (beacon) now += 45
    const link = links[at + 1] as Uint8Array
    const seed = seedOf(arm, sources, { link, room, signature: beacon?.signature }, 0)
    const result = say({
      ...{ type: 'result', arm, index: 0, reveal: hexOf(link), seed: hexOf(seed) },
      ...(beacon ? { signature: beacon.signature } : {}),
      first: firstOf(ranking(seed, list), count),
    })
    for (let unit = 1; ; ) {
      const drawn = course().results.get(result)
      const entry = drawn && [...holders(drawn)].find((one) => !drawn.claims.has(one))
      if (!drawn || !entry) break
      if (passed < absents) {
        passed++
        say({ type: 'absent', result, entry, called: 2, waited: 30 })
      } else say({ type: 'claim', result, entry, unit: unit++, open: known.get(entry) as Entry })
    }
  }
  say({ type: 'close' })
  return {
    protocol: 'hat/1',
    plan,
    list: list.map(({ id, weight }) => `${id} ${weight}`),
    log,
    head: log.at(-1)?.hash ?? '',
  }
}

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

function entryNamed(name: string, n: number): Entry {
  const salt = hexOf(sha256(join(utf8(name), integer(n, 4)))).slice(0, 32)
  return { label: `${'赵钱孙李周吴郑王冯陈'[n % 10]}*`, n, salt, tags: [] }
}
