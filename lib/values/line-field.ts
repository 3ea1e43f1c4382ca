import { type Box, clearOf } from './boxes'
import type { Lattice } from './line-lattice'
import { type Field, type Heading, headings, type Node } from './line-route'

/** What a line is like: the main one runs from rim to rim, faint ones may begin and end where they like. */
export type Character = {
  readonly main: boolean
  /** The row it would like to be in, column by column. */
  readonly wish: readonly number[]
  /** Where it ends; otherwise it leaves the picture. */
  readonly goal: Node | undefined
  /** Boxes, already with room around them, that no step may cross. */
  readonly closed: readonly Box[]
}

/** Nodes outside the picture on every side. */
const BLEED = 3
/** What a column costs that a line leaves out by entering or leaving above or below. */
const MISSED_COLUMN = { main: 3.5, faint: 3 }
/** What it costs the main line to reach its goal sideways instead of from above. */
const SIDEWAYS = 60
const NEVER = Number.POSITIVE_INFINITY

/** The prices that make a way look like a metro line: few bends, near its wish, alone on its track. */
export function fieldFor(lattice: Lattice, character: Character, next: () => number): Field {
  const { main } = character
  return {
    bleed: BLEED,
    columns: lattice.columns,
    rows: lattice.rows,
    bendPrice: main ? 2.2 : 3.5,
    shortestRun: 3,
    price: (node, heading) => price(lattice, character, node, heading),
    begin: beginnings(lattice, main, next),
    end: character.goal ? arrivals(character.goal, main, next) : exits(lattice, main),
  }
}

function price(lattice: Lattice, { main, wish, closed, goal }: Character, node: Node, heading: Heading): number {
  const [right, down] = headings[heading]
  const to = { column: node.column + right, row: node.row + down }
  if (!clearOf(lattice.point(node), lattice.point(to), closed)) return NEVER
  const slope = right !== 0 && down !== 0 ? Math.SQRT2 : 1
  const upright = right === 0 ? 1.6 : 1
  const wished = wish[Math.max(0, Math.min(lattice.columns - 1, to.column))] ?? 0
  const away = (main ? 0.2 : 0.09) * Math.min(1, 22 / lattice.rows) * Math.abs(to.row - wished)
  const shared = (lattice.isTaken(to) ? 6 : 0) + (lattice.isStepTaken(node, to) ? 14 : 0)
  // A line on its way down to its goal doesn't climb first.
  const climb = main && goal && down < 0 ? 30 : 0
  return slope * upright + away + shared + climb + rim(lattice, main, to)
}

/** Along the rim a line looks cut off, outside it is not seen. */
function rim(lattice: Lattice, main: boolean, { row }: Node): number {
  if (row < 0 || row >= lattice.rows) return main ? 8 : 1.5
  const beside = Math.min(row, lattice.rows - 1 - row)
  if (main) return [6, 4][beside] ?? 0
  if (beside < 1) return 1.2
  return 0
}

function beginnings(lattice: Lattice, main: boolean, next: () => number): Field['begin'] {
  const { columns, rows } = lattice
  const missed = main ? MISSED_COLUMN.main : MISSED_COLUMN.faint
  const whim = Array.from({ length: rows }, () => next() * 5)
  const entry = main || next() < 0.4 ? 0 : next() * 0.65 * columns
  return (node, heading) => {
    if (node.column === -BLEED && heading === 0) return 2 * entry + (whim[node.row] ?? NEVER)
    const above = node.row === -BLEED && heading === 2
    const below = node.row === rows + BLEED - 1 && heading === 1
    if (node.column > 0.75 * columns) return NEVER
    return above || below ? missed * Math.abs(node.column + BLEED - entry) + 2 : NEVER
  }
}

function exits({ columns, rows }: Lattice, main: boolean): Field['end'] {
  const right = columns + BLEED - 1
  const missed = main ? 2 * MISSED_COLUMN.main : 2 * MISSED_COLUMN.faint
  return (node, heading) => {
    if (node.column === right) return node.row >= 0 && node.row < rows ? 0 : 8
    const above = node.row === -BLEED && heading === 1
    const below = node.row === rows + BLEED - 1 && heading === 2
    return above || below ? missed * (right - node.column) : NEVER
  }
}

/** Three in five main lines reach their goal from above only; faint ones as it comes. */
function arrivals(goal: Node, main: boolean, next: () => number): Field['end'] {
  const sideways = main ? SIDEWAYS + (next() < 0.6 ? NEVER : 0) : 0
  return (node, heading) => {
    if (node.column !== goal.column || node.row !== goal.row) return NEVER
    if (heading === 4) return 0
    return heading === 0 ? sideways : NEVER
  }
}
