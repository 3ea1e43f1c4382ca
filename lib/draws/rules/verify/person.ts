import { bytesOf, hexOf } from '../bytes'
import { leadsToRoot, leafData, leafHash, pathOf } from '../tree'
import { type Drawn, holders, type Session } from './state'

/** How one draw went for one person: `rank` from 1; `key` is what they were ranked by. */
export type Standing = {
  draw: string
  prize: string
  rank: number
  of: number
  key: string
  status: 'won' | 'called' | 'absent' | 'out' | 'not-drawn'
  /** Why they were out, when they were. */
  out: string | null
}
/** Where one person stands: their line in the list, the proof that leads from it to the root, and every draw. */
export type Person = {
  id: string
  index: number
  size: number
  weight: number
  leaf: string
  path: string[]
  root: string
  proved: boolean
  standings: Standing[]
}

/** Looks one entry up in a session that was checked; null when it is not in the list. */
export function personIn(session: Session, id: string): Person | null {
  const index = session.list.findIndex((line) => line.id === id)
  const line = session.list[index]
  if (!line || !session.lock) return null
  const leaves = session.list.map((one) => leafHash(leafData(one)))
  const path = pathOf(leaves, index)
  const leaf = leafHash(leafData(line))
  const { root } = session.lock.record
  const at = { index, size: leaves.length }
  return {
    id,
    ...at,
    weight: line.weight,
    leaf: hexOf(leaf),
    path: path.map(hexOf),
    root,
    proved: leadsToRoot(leaf, at, path, bytesOf(root, 32) ?? new Uint8Array()),
    standings: [...session.results.values()].map((drawn) => standingIn(drawn, id)),
  }
}

function standingIn(drawn: Drawn, id: string): Standing {
  const place = drawn.ranked.findIndex((ranked) => ranked.id === id)
  return {
    draw: drawn.draw.id,
    prize: drawn.draw.prize,
    rank: place + 1,
    of: drawn.ranked.length,
    key: hexOf(drawn.ranked[place]?.key ?? new Uint8Array()),
    status: statusIn(drawn, id),
    out: drawn.out.get(id) ?? null,
  }
}

function statusIn(drawn: Drawn, id: string): Standing['status'] {
  if (drawn.claims.has(id)) return 'won'
  if (drawn.absent.has(id)) return 'absent'
  if (drawn.out.has(id)) return 'out'
  return holders(drawn).has(id) ? 'called' : 'not-drawn'
}
