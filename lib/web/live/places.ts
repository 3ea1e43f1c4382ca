import 'server-only'

/** Who takes a place: by what they hold, or null for anybody, and from where. */
type Who = { own: string | null; corner: string }
export type Place = { free: () => void; givesWay: (end: () => void) => void }
type Taken = { end: () => void }

/** One ticket on several devices, one account on the tablets of a door. */
const mostOfOne = 12

/**
 * The places of one process for streams. While there is room everybody gets one: a hall of any size sits behind one
 * address. Once it is full, whoever holds something takes the place of somebody who holds nothing, and among equals a
 * corner of the network with few takes one from the corner with most: no single stranger keeps others out. Whoever has
 * to give way asks instead, like whoever comes too late.
 */
export function makePlaces(most: number) {
  const known = new Map<string, Set<Taken>>()
  const strangers = new Map<string, Set<Taken>>()
  const owned = new Map<string, number>()
  let count = 0

  return {
    /** A place, until it is freed; null when there is none. */
    take({ own, corner }: Who): Place | null {
      const held = own === null ? 0 : (owned.get(own) ?? 0)
      if (held >= mostOfOne) return null
      const side = own === null ? strangers : known
      if (count >= most && !makeRoom(side, corner)) return null
      const taken: Taken = { end: () => {} }
      const beside = side.get(corner) ?? new Set()
      side.set(corner, beside.add(taken))
      if (own !== null) owned.set(own, held + 1)
      count++
      return {
        givesWay: (end) => {
          taken.end = end
        },
        free: () => {
          if (!beside.delete(taken)) return
          count--
          if (beside.size === 0 && side.get(corner) === beside) side.delete(corner)
          if (own !== null) leaveOne(own)
        },
      }
    },
  }

  function leaveOne(own: string): void {
    const left = (owned.get(own) ?? 0) - 1
    if (left > 0) owned.set(own, left)
    else owned.delete(own)
  }

  /** Ends the newest stream of the corner with most, if somebody from this corner may have its place. */
  function makeRoom(side: Map<string, Set<Taken>>, corner: string): boolean {
    const from = side === known && strangers.size > 0 ? strangers : side
    const fullest = [...from.values()].reduce((so, one) => (one.size > so.size ? one : so), new Set<Taken>())
    if (from === side && fullest.size <= (side.get(corner)?.size ?? 0) + 1) return false
    const last = [...fullest].at(-1)
    last?.end()
    return last !== undefined && !fullest.has(last)
  }
}
