/** A prize as the plan of the day sees it; `units` are how many are known, 0 while nobody said how many. */
export type Planned = { id: string; place?: number | null; units: number; position: number }

/**
 * The order in which prizes are drawn: as their places say; those without one after them, many small ones first, the
 * one big one last.
 */
export const inPlannedOrder = <Prize extends Planned>(prizes: readonly Prize[]): Prize[] =>
  [...prizes].sort(
    (a, b) =>
      (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY) ||
      b.units - a.units ||
      a.position - b.position,
  )

/** The order after one prize went to a place, counted from 1; a place beyond the end is the end. */
export function placedAt(ids: readonly string[], id: string, place: number): string[] {
  const others = ids.filter((other) => other !== id)
  others.splice(Math.min(Math.max(place, 1), others.length + 1) - 1, 0, id)
  return others
}
