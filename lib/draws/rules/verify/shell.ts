import { bytesOf, hexOf, integer, utf8 } from '../bytes'
import { canonical } from '../canonical'
import { linkBelow } from '../chain'
import type { Bundle, DrawRecord } from '../record'
import { leafData, leafHash, nodeHash } from '../tree'
import type { Session } from './state'

/** One thing that is hashed: what it is, the hash that must come out, and the line that computes it in a terminal. */
export type Hashed = { what: string; at: number | null; hash: string; line: string }

/** Beyond so many people the tree is left to the verifiers: its lines would be longer than anybody reads. */
const treeUpTo = 2_000

/**
 * Every hashed string of a checked session with its line for a POSIX shell: plan, records, opened entries, the tree of
 * the list, the links of the chain, the seeds, and the keys of those whom a result names. SHA-256 lines need only
 * `sha256sum`; the keyed ones need `openssl`.
 */
export function hashedLines(bundle: Bundle, session: Session): Hashed[] {
  const links = linkLines(bundle)
  return [
    text({ what: 'plan', at: 0, hash: planOf(bundle) }, 'hat1/plan', bundle.plan),
    ...bundle.log.map(({ hash, rec }) => text({ what: rec.type, at: rec.i, hash }, 'hat1/rec', rec)),
    ...bundle.log.flatMap(({ rec }) =>
      rec.type === 'claim'
        ? [text({ what: `entry ${rec.open.n}`, at: rec.i, hash: rec.entry }, 'hat1/entry', rec.open)]
        : [],
    ),
    ...(session.list.length <= treeUpTo ? treeLines(session) : []),
    ...links,
    ...bundle.log.flatMap(({ hash, rec }) => (rec.type === 'result' ? seedAndKeys(session, hash, rec) : [])),
  ]
}

/** The same as a script that says of every line whether it comes out. */
export function shellScript(lines: readonly Hashed[]): string {
  const checks = lines.map(({ what, at, hash, line }) => `${line} | is ${hash} '${at === null ? '' : `${at} `}${what}'`)
  return `${head}${checks.join('\n')}\n`
}

const head = `#!/bin/sh
# Every hash of this draw, computed again on your own machine. Each line says ok, or NOT with what came out instead.
is() { read -r got _; if [ "$got" = "$1" ]; then echo "ok  $2"; else echo "NOT $2: $got"; fi; }
`

const planOf = ({ log: [first] }: Bundle): string => (first?.rec.type === 'open' ? first.rec.plan : '')

type Known = Pick<Hashed, 'what' | 'at' | 'hash'>

function text(known: Known, tag: string, value: unknown): Hashed {
  const quoted = canonical(value).replaceAll("'", "'\\''")
  return { ...known, line: `printf '${tag}\\000%s' '${quoted}' | sha256sum` }
}

const bytes = (known: Known, ...parts: Uint8Array[]): Hashed => ({
  ...known,
  line: `printf '${parts.map(octal).join('')}' | sha256sum`,
})

/** Three octal digits are the only way to write a byte that every shell's printf knows. */
const octal = (part: Uint8Array): string => [...part].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')

function treeLines({ list }: Session): Hashed[] {
  const lines: Hashed[] = []
  let level = list.map((one, index) => {
    const data = leafData(one)
    const hash = leafHash(data)
    lines.push(bytes({ what: `leaf ${index}`, at: 1, hash: hexOf(hash) }, Uint8Array.of(0), data))
    return hash
  })
  for (let height = 1; level.length > 1; height++) {
    const next: Uint8Array[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at] as Uint8Array, level[at + 1]]
      if (!right) {
        next.push(left)
        continue
      }
      const hash = nodeHash(left, right)
      const what = `node ${height}/${at / 2}${level.length === 2 ? ' = root' : ''}`
      lines.push(bytes({ what, at: 1, hash: hexOf(hash) }, Uint8Array.of(1), left, right))
      next.push(hash)
    }
    level = next
  }
  return lines
}

/** From every link that was revealed down to the one below it, and so on to the tip. */
function linkLines({ log }: Bundle): Hashed[] {
  const lines = new Map<string, Hashed>()
  const lengths = new Map(log.map(({ hash, rec }) => [hash, rec.type === 'arm' ? (rec.link ?? 0) : 0]))
  const drawn = new Map<string, number>()
  for (const { rec } of log) {
    if (rec.type !== 'result' && rec.type !== 'void') continue
    for (const reveal of revealedIn(rec)) {
      const index = drawn.get(rec.arm) ?? 0
      drawn.set(rec.arm, index + 1)
      let link = bytesFrom(reveal)
      for (let k = (lengths.get(rec.arm) ?? 0) + index; k > 0 && !lines.has(hexOf(link)); k--) {
        const below = linkBelow(link)
        const known = { what: `link ${k} -> ${k - 1}`, at: rec.i, hash: hexOf(below) }
        lines.set(hexOf(link), bytes(known, utf8('hat1/chain\0'), link))
        link = below
      }
    }
  }
  return [...lines.values()]
}

const revealedIn = (rec: DrawRecord & { type: 'result' | 'void' }): string[] =>
  rec.type === 'void' ? rec.reveal : rec.reveal ? [rec.reveal] : []

const bytesFrom = (hex: string): Uint8Array => bytesOf(hex, hex.length / 2) ?? new Uint8Array()

function seedAndKeys(session: Session, hash: string, rec: DrawRecord & { type: 'result' }): Hashed[] {
  const armed = session.arms.get(rec.arm)
  const parts = (armed?.record.sources ?? []).flatMap((source) => {
    if (source === 'chain') return []
    const said = source === 'room' ? utf8(armed?.room ?? '') : bytesFrom(rec.signature ?? '')
    return [integer(source === 'room' ? 1 : 2, 1), integer(said.length, 4), said]
  })
  const message = [utf8('hat1/seed\0'), bytesFrom(rec.arm), ...parts, integer(rec.index, 2)]
  const ranked = session.results.get(hash)?.ranked.slice(0, rec.first.length) ?? []
  return [
    keyed({ what: 'seed', at: rec.i, hash: rec.seed }, rec.reveal ?? '0'.repeat(64), message),
    ...ranked.flatMap(({ id, key, weight }, place) =>
      weight === 1
        ? [keyed({ what: `key ${place + 1}`, at: rec.i, hash: hexOf(key) }, rec.seed, [bytesFrom(id), integer(0, 2)])]
        : [],
    ),
  ]
}

const keyed = (known: Known, key: string, parts: Uint8Array[]): Hashed => ({
  ...known,
  line: `printf '${parts.map(octal).join('')}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:${key} -r`,
})
