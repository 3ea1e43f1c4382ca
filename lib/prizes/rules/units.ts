import { refuse } from '@/lib/values/refusal'

/** One of a prize's units as far as its number is concerned. */
export type UnitState = { number: number; status: 'in_stock' | 'won' | 'handed_over' | 'returned' }

/**
 * Which numbers must come and go so that a prize has exactly `quantity` units, 1…n; none while nobody knows how many.
 * Refuses `prizes.units-taken` when a unit that was won, handed over or returned would have to go.
 */
export function unitsToSettle(
  units: readonly UnitState[],
  quantity: number | null,
): { add: number[]; remove: number[] } {
  const wanted = quantity ?? 0
  const taken = units.filter((unit) => unit.status !== 'in_stock').map((unit) => unit.number)
  const least = Math.max(0, ...taken)
  if (wanted < least) refuse('prizes.units-taken', { field: 'quantity', values: { least } })
  const there = new Set(units.map((unit) => unit.number))
  const all = Array.from({ length: wanted }, (_, index) => index + 1)
  return {
    add: all.filter((number) => !there.has(number)),
    remove: [...there].filter((number) => number > wanted),
  }
}
