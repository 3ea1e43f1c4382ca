import { bytesOf, hashOf, hexOf, join } from './bytes'
import type { Listed } from './entry'

/** The Merkle tree of RFC 9162 §2.1 (RFC 6962's shape): leaves are prefixed 0x00, nodes 0x01. */
const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

export const leafHash = (data: Uint8Array): Uint8Array => hashOf(leafPrefix, data)
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => hashOf(nodePrefix, left, right)

/** What a leaf of the draw's list holds: the entry's id and its weight as u16. */
export function leafData({ id, weight }: Listed): Uint8Array {
  const bytes = bytesOf(id, 32)
  if (!bytes) throw new Error('an id is 64 lower-case hex characters')
  return join(bytes, Uint8Array.of(weight >> 8, weight & 0xff))
}

/** The root over leaf hashes; the empty tree's root is the hash of nothing. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hashOf()
  let level = [...leaves]
  // Splitting at the largest power of two below n is the same as pairing neighbours and carrying an odd last one up.
  while (level.length > 1) level = nextLevel(level)
  return level[0] as Uint8Array
}

/** The root of a locked list, hex. */
export const listRoot = (list: readonly Listed[]): string => hexOf(rootOf(list.map((line) => leafHash(leafData(line)))))

/** The inclusion proof (RFC 9162 §2.1.3.1) of the leaf at `index`: siblings from the leaf up. */
export function pathOf(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (index < 0 || index >= leaves.length) throw new Error('there is no such leaf')
  const path: Uint8Array[] = []
  let level = [...leaves]
  let at = index
  while (level.length > 1) {
    const sibling = level[at % 2 === 0 ? at + 1 : at - 1]
    if (sibling) path.push(sibling)
    level = nextLevel(level)
    at = Math.floor(at / 2)
  }
  return path
}

/** Does this path lead from the leaf at `index` of `size` to the root? (RFC 9162 §2.1.3.2) */
export function leadsToRoot(
  leaf: Uint8Array,
  place: { index: number; size: number },
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (place.index < 0 || place.index >= place.size) return false
  let [at, last, hash] = [place.index, place.size - 1, leaf]
  for (const sibling of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash)
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else hash = nodeHash(hash, sibling)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && hexOf(hash) === hexOf(root)
}

function nextLevel(level: readonly Uint8Array[]): Uint8Array[] {
  const next: Uint8Array[] = []
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at] as Uint8Array, level[at + 1]]
    next.push(right ? nodeHash(left, right) : left)
  }
  return next
}
