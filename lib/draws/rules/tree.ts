import { bytesOf, hashOf, hexOf, join } from './bytes'
import type { Listed } from './entry'

/** The Merkle tree of RFC 9162 §2.1 (RFC 6962's shape): leaves are prefixed 0x00, nodes 0x01. */
const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)
/** Bytes of a hash. */
const size = 32

export const leafHash = (data: Uint8Array): Uint8Array => hashOf(join(leafPrefix, data))
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => hashOf(join(nodePrefix, left, right))

/** What a leaf of the draw's list holds: the entry's id and its weight as u16. */
export function leafData({ id, weight }: Listed): Uint8Array {
  const bytes = bytesOf(id, 32)
  if (!bytes) throw new Error('an id is 64 lower-case hex characters')
  const data = new Uint8Array(size + 2)
  data.set(bytes)
  data[size] = weight >> 8
  data[size + 1] = weight & 0xff
  return data
}

/** The root over leaf hashes; the empty tree's root is the hash of nothing. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  return leaves.length === 0 ? hashOf(new Uint8Array()) : topOf(levelOf(leaves))
}

/** The root of a locked list, hex. */
export function listRoot(list: readonly Listed[]): string {
  if (list.length === 0) return hexOf(rootOf([]))
  const level = new Uint8Array(list.length * size)
  const leaf = new Uint8Array(1 + size + 2)
  leaf.set(leafPrefix)
  for (const [at, line] of list.entries()) {
    leaf.set(leafData(line), 1)
    level.set(hashOf(leaf), at * size)
  }
  return hexOf(topOf(level))
}

/** The inclusion proof (RFC 9162 §2.1.3.1) of the leaf at `index`: siblings from the leaf up. */
export function pathOf(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (index < 0 || index >= leaves.length) throw new Error('there is no such leaf')
  const path: Uint8Array[] = []
  let at = index
  for (let level = levelOf(leaves); level.length > size; level = levelAbove(level)) {
    const sibling = (at % 2 === 0 ? at + 1 : at - 1) * size
    if (sibling < level.length) path.push(level.slice(sibling, sibling + size))
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

/** Hashes side by side in one piece of memory: a hundred thousand small ones take long to make and to throw away. */
function levelOf(hashes: readonly Uint8Array[]): Uint8Array {
  const level = new Uint8Array(hashes.length * size)
  for (const [at, hash] of hashes.entries()) level.set(hash, at * size)
  return level
}

/** Splitting at the largest power of two below n is the same as pairing neighbours and carrying an odd last one up. */
function levelAbove(level: Uint8Array): Uint8Array {
  const above = new Uint8Array(Math.ceil(level.length / (2 * size)) * size)
  const node = new Uint8Array(1 + 2 * size)
  node.set(nodePrefix)
  for (let at = 0; at < level.length; at += 2 * size) {
    const pair = level.subarray(at, at + 2 * size)
    if (pair.length > size) node.set(pair, 1)
    above.set(pair.length > size ? hashOf(node) : pair, at / 2)
  }
  return above
}

function topOf(level: Uint8Array): Uint8Array {
  let top = level
  while (top.length > size) top = levelAbove(top)
  return top
}
