import type { Point } from './boxes'
import type { Node } from './line-route'

/** The square lattice under a picture: its nodes as points, and which of them are taken by lines. */
export class Lattice {
  readonly columns: number
  readonly rows: number
  readonly cell: number
  private readonly origin: Point
  private readonly taken = new Set<number>()

  /** `through` is a point that must be a node; by default the rim runs half a cell beside the nodes. */
  constructor(size: { width: number; height: number; cell: number; through: Point | undefined }) {
    const { width, height, cell, through } = size
    this.cell = cell
    this.origin = { x: through ? through.x % cell : cell / 2, y: through ? through.y % cell : cell / 2 }
    this.columns = Math.ceil((width - this.origin.x) / cell)
    this.rows = Math.ceil((height - this.origin.y) / cell)
  }

  point(node: Node): Point {
    return { x: this.origin.x + node.column * this.cell, y: this.origin.y + node.row * this.cell }
  }

  nodeAt(point: Point): Node {
    return {
      column: Math.round((point.x - this.origin.x) / this.cell),
      row: Math.round((point.y - this.origin.y) / this.cell),
    }
  }

  take(way: readonly Node[]) {
    for (const [index, node] of way.entries()) {
      this.taken.add(nodeNumber(node))
      const before = way[index - 1]
      if (before) this.taken.add(stepNumber(before, node))
    }
  }

  isTaken(node: Node): boolean {
    return this.taken.has(nodeNumber(node))
  }

  /** Whether any node at most so many columns and rows away is taken. */
  isTakenAround({ column, row }: Node, reach: number): boolean {
    const offsets = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach)
    return offsets.some((right) => offsets.some((down) => this.isTaken({ column: column + right, row: row + down })))
  }

  isStepTaken(from: Node, to: Node): boolean {
    return this.taken.has(stepNumber(from, to))
  }
}

// Numbers, not words: a drawing asks for them a hundred thousand times. Columns and rows may be a little below 0.
const WIDTH = 4096
const LEAST = 64

function nodeNumber({ column, row }: Node): number {
  return (row + LEAST) * WIDTH + column + LEAST
}

/** The same in both directions, and never that of a node. */
function stepNumber(one: Node, other: Node): number {
  const [from, to] = [nodeNumber(one), nodeNumber(other)]
  return Math.min(from, to) * WIDTH * WIDTH + Math.max(from, to)
}
