import { type Box, distanceTo, type Point } from './boxes'
import { straightened } from './line-path'

export type Station = Point & { readonly kind: 'now' | 'stop' | 'faint'; readonly radius: number }

/** Radii of the rings, in thicknesses of the main line. */
export const RADIUS = { now: 1.22, stop: 0.72, faint: 0.58 } as const

type Room = {
  readonly width: number
  readonly height: number
  readonly keepOut: readonly Box[]
  readonly cell: number
  readonly thickness: number
  /** Small stations wanted ahead of the present one. */
  readonly before: number
  /** The line leads to the present station, which then is its last point. */
  readonly endsHere: boolean
  readonly nowBefore: number
}

/**
 * The stations of the main line, given point by point: the present one about two thirds along (or
 * at the end), a few at equal steps ahead of it, one after. They stand on straights, off the rim.
 */
export function stationsAlong(way: readonly Point[], room: Room, next: () => number): Station[] {
  const ring = (kind: 'now' | 'stop', index: number): Station[] => {
    const at = way[index]
    return at ? [{ x: at.x, y: at.y, kind, radius: RADIUS[kind] * room.thickness }] : []
  }
  const straight = placesOn(way, room)
  const now = room.endsHere ? way.length - 1 : presentAmong(straight, way, room, 0.6 + next() * 0.25)
  if (now === undefined) return []
  const gap = 4 + Math.floor(next() * 3)
  const before: number[] = []
  for (const index of straight.toReversed()) {
    if (before.length < room.before && index <= (before.at(-1) ?? now) - gap) before.push(index)
  }
  const after = straight.find((index) => index > now + gap)
  return [
    ...ring('now', now),
    ...before.flatMap((index) => ring('stop', index)),
    ...(after === undefined ? [] : ring('stop', after)),
  ]
}

/** Rather on a level run than on a slope, and where it can be seen. */
function presentAmong(straight: readonly number[], way: readonly Point[], room: Room, share: number) {
  const seen = straight.filter((index) => (way[index]?.x ?? 0) < room.nowBefore)
  const level = seen.filter((index) => way[index]?.y === way[index + 1]?.y)
  const choice = [level, seen, straight].find((some) => some.length > 3) ?? straight
  return choice[Math.floor(choice.length * share)]
}

/** Where a station can stand: two steps from the next bend, or at least somewhere on a crowded picture. */
function placesOn(way: readonly Point[], room: Room): number[] {
  const places = [2, 1, 0].map((steps) => [...way.keys()].filter((index) => canStopAt(way, index, steps, room)))
  return places.find((some) => some.length > 0) ?? []
}

/** On a straight of so many steps to both sides, off the rim, with air around. */
function canStopAt(way: readonly Point[], index: number, steps: number, room: Room): boolean {
  const { width, height, keepOut, cell, thickness } = room
  const span = way.slice(Math.max(0, index - steps), index + steps + 1)
  const at = way[index]
  if (span.length < 2 * steps + 1 || !at || straightened(span).length > 2) return false
  const rim = 1.3 * cell
  const inside = at.x > rim && at.y > rim && at.x < width - rim && at.y < height - rim
  return inside && distanceTo(at, keepOut) > RADIUS.now * thickness + 0.1 * steps * cell
}
