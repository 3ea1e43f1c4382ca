import { readFileSync } from 'node:fs'
import { isBeacon, roundAt } from '@/lib/draws/rules/beacon'
import { bytesOf, hexOf } from '@/lib/draws/rules/bytes'
import { canonical } from '@/lib/draws/rules/canonical'
import { chainFrom } from '@/lib/draws/rules/chain'
import { readableCode } from '@/lib/draws/rules/code'
import { type Entry, entryId, sortedList } from '@/lib/draws/rules/entry'
import { ranking } from '@/lib/draws/rules/ranking'
import { type ArmRecord, type Bundle, type DrawRecord, type Plan, planHash, recordHash } from '@/lib/draws/rules/record'
import { seedOf } from '@/lib/draws/rules/seed'
import { throwSize } from '@/lib/draws/rules/throw'
import { leadsToRoot, leafData, leafHash, listRoot, pathOf, rootOf } from '@/lib/draws/rules/tree'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { holders } from '@/lib/draws/rules/verify/state'
import { changesOf } from '../support/draw-tampering'
import { expect, test } from '../support/test'

type Vector = {
  name: string
  plan: Plan
  plan_hash: string
  entries: Entry[]
  list: string[]
  root: string
  lock_code: string
  chain?: { secret: string; links: string[] }
  inclusion: {
    n: number
    entry_canonical: string
    entry_id: string
    leaf: string
    index: number
    size: number
    path: string[]
  }
  draws: {
    draw: string
    seed: string
    ranking_first10: { n: number; key: string }[]
    allocation: { n: number; status: string }[]
  }[]
  head: string
  log: { hash: string; rec: DrawRecord; canonical: string }[]
}
const read = (name: string) => JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), 'utf8'))
const vectors: Vector[] = read('vectors').vectors
const bytes = (hex: string) => bytesOf(hex, hex.length / 2) ?? new Uint8Array()
const bundleOf = (v: Vector): Bundle => ({
  protocol: 'hat/1',
  plan: v.plan,
  list: v.list,
  log: v.log.map(({ hash, rec }) => ({ hash, rec })),
  head: v.head,
})

const listOf = (v: Vector) => sortedList(v.entries.map((entry) => ({ id: entryId(entry), weight: 1 })))

for (const v of vectors) {
  test(`${v.name}: every byte of the worked session comes out`, () => {
    const list = listOf(v)
    expect(list.map(({ id, weight }) => `${id} ${weight}`)).toEqual(v.list)
    expect([listRoot(list), planHash(v.plan)]).toEqual([v.root, v.plan_hash])
    expect(readableCode(v.log[1]?.hash ?? '')).toBe(v.lock_code)
    if (v.chain) expect(chainFrom(bytes(v.chain.secret), v.chain.links.length - 1).map(hexOf)).toEqual(v.chain.links)
    for (const { rec, hash, canonical: text } of v.log) expect([canonical(rec), recordHash(rec)]).toEqual([text, hash])
    const number = new Map(v.entries.map((entry) => [entryId(entry), entry.n]))
    const arms = v.log.filter(({ rec }) => rec.type === 'arm')
    for (const [at, drawn] of v.draws.entries()) {
      const { rec, hash } = arms[at] as { rec: ArmRecord; hash: string }
      const seed = seedOf(hash, rec.sources, sourcesOf(v, hash), 0)
      expect(hexOf(seed)).toBe(drawn.seed)
      const ranked = ranking(seed, list)
      const shown = ranked.slice(0, drawn.ranking_first10.length).map(({ id, key }) => [number.get(id), hexOf(key)])
      expect(shown).toEqual(drawn.ranking_first10.map(({ n, key }) => [n, key]))
      const absent = new Set(v.log.flatMap(({ rec: r }) => (r.type === 'absent' ? [r.entry] : [])))
      const draw = v.plan.draws.find(({ id }) => id === rec.draws[0]?.id) as Plan['draws'][number]
      const winners = holders({ draw, ranked, out: new Map(rec.out), absent, claims: new Map() })
      const won = drawn.allocation.filter(({ status }) => status === 'won')
      expect([...winners].map((id) => number.get(id))).toEqual(won.map(({ n }) => n))
    }
  })

  test(`${v.name}: a person's inclusion is proved, and a changed proof is not`, () => {
    const list = listOf(v)
    const leaves = list.map((line) => leafHash(leafData(line)))
    const { index, size, path, leaf } = v.inclusion
    expect(pathOf(leaves, index).map(hexOf)).toEqual(path)
    expect(hexOf(leaves[index] ?? new Uint8Array())).toBe(leaf)
    const proved = (at: number) => leadsToRoot(bytes(leaf), { index: at, size }, path.map(bytes), bytes(v.root))
    expect([proved(index), proved(index + 1)]).toEqual([true, false])
  })

  test(`${v.name}: the whole bundle follows`, () => {
    expect(verifyBundle(bundleOf(v))).toMatchObject({ follows: true, people: v.entries.length, head: v.head })
  })

  test(`${v.name}: no single change of any record, re-hashed or not, still follows`, () => {
    let tried = 0
    for (const change of changesOf(bundleOf(v))) {
      tried++
      expect(verifyBundle(change.bundle), change.what).toMatchObject({ follows: false })
    }
    expect(tried).toBeGreaterThan(40)
  })
}

test('the eight well-known roots of RFC 6962 come out', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  const leaves = inputs.map((input) => leafHash(bytes(input)))
  expect(leaves.map((_, at) => hexOf(rootOf(leaves.slice(0, at + 1))))).toEqual(roots)
})

test('fifteen real beacon rounds are accepted, each only for its own round', () => {
  const { rounds } = read('rounds') as { rounds: { round: number; time: string; signature: string }[] }
  expect(rounds).toHaveLength(15)
  for (const { round, signature, time } of rounds) {
    expect(isBeacon(round, signature), `round ${round}`).toBe(true)
    expect(isBeacon(round + 1, signature), `round ${round} as the next`).toBe(false)
    expect(roundAt(Date.parse(time) / 1000)).toBe(round)
  }
})

test('other spellings and forgeries of a beacon are refused', () => {
  const { cases } = read('refuse') as { cases: { round: number; why: string; signature: string }[] }
  expect(cases.length).toBeGreaterThan(5)
  for (const { round, why, signature } of cases) expect(isBeacon(round, signature), why).toBe(false)
})

test('a throw counts dice once and cards twice, and nothing else', () => {
  expect(throwSize('d6:1 2 3 4 5 6 1 2 3 4 5 6 1 2 3 4')).toBe(16)
  expect(throwSize('cards:7H KD 2S AC 9D JS 4C QH')).toBe(16)
  expect(throwSize('d6:1 2 3;cards:AS 10H')).toBe(7)
  for (const wrong of ['d6:7', 'd6:0', 'd4:1', 'cards:7H 7H', 'cards:1H', 'heads tails', ''])
    expect(throwSize(wrong), wrong).toBeNull()
})

test('canonical JSON refuses what two programs might write in two ways', () => {
  for (const wrong of [null, 1.5, -1, 2 ** 53, -0, 'e\u0301', '\ud800', { é: 1 }, undefined, new Date(0)]) {
    expect(() => canonical(wrong)).toThrow()
  }
  expect(canonical({ b: [1, true], a: 'é"\n' })).toBe('{"a":"é\\"\\n","b":[1,true]}')
})

function sourcesOf(v: Vector, arm: string) {
  const room = v.log.find(({ rec }) => rec.type === 'room' && rec.arm === arm)?.rec
  const result = v.log.find(({ rec }) => rec.type === 'result' && rec.arm === arm)?.rec
  if (result?.type !== 'result') throw new Error('the vector has no result')
  return {
    room: room?.type === 'room' ? room.text : undefined,
    link: result.reveal ? bytes(result.reveal) : undefined,
    signature: result.signature,
  }
}
