/**
 * The way of one metro line over a square lattice: only east, north and south and the 45° between
 * them, every bend 45°, every run at least `shortestRun` cells. Found as the cheapest way
 * (Dijkstra 1959) over the states (node, direction, cells since the last bend).
 */
import { Heap } from './heap'

export type Node = { readonly column: number; readonly row: number }
export type Heading = 0 | 1 | 2 | 3 | 4

/** East, north-east, south-east, north, south, as column and row steps. */
export const headings = [
  [1, 0],
  [1, -1],
  [1, 1],
  [0, -1],
  [0, 1],
] as const

const bends: readonly (readonly Heading[])[] = [[1, 2], [0, 3], [0, 4], [1], [2]]

export type Field = {
  /** Nodes outside the picture on every side, so that lines leave it at any angle. */
  readonly bleed: number
  readonly columns: number
  readonly rows: number
  /** What the step from a node costs; Infinity where the line may not go. */
  price(node: Node, heading: Heading): number
  /** What it costs to begin here with this heading; Infinity where it may not. */
  begin(node: Node, heading: Heading): number
  /** What it costs to end here having come with this heading; Infinity where it may not. */
  end(node: Node, heading: Heading): number
  readonly bendPrice: number
  readonly shortestRun: number
}

/** The cheapest way as its nodes one cell apart, or null where there is none. */
export function routeThrough(field: Field): Node[] | null {
  const search = new Search(field)
  return search.run()
}

class Search {
  private readonly across: number
  private readonly nodes: number
  private readonly runs: number
  private readonly cost: Float64Array
  private readonly from: Int32Array
  /** Every step is priced once; NaN where it was not asked for yet. */
  private readonly prices: Float64Array
  private readonly heap = new Heap()

  constructor(private readonly field: Field) {
    this.across = field.columns + 2 * field.bleed
    this.nodes = this.across * (field.rows + 2 * field.bleed)
    this.runs = field.shortestRun + 1
    this.cost = new Float64Array(this.nodes * 5 * this.runs + 1).fill(Number.POSITIVE_INFINITY)
    this.prices = new Float64Array(this.nodes * 5).fill(Number.NaN)
    this.from = new Int32Array(this.cost.length).fill(-1)
  }

  run(): Node[] | null {
    const goal = this.cost.length - 1
    this.begin()
    for (let state = this.heap.take(); state >= 0; state = this.heap.take()) {
      if (state === goal) return this.trace(this.from[goal] ?? -1)
      this.walkOn(state, goal)
    }
    return null
  }

  private begin() {
    for (let index = 0; index < this.nodes; index++) {
      for (const heading of [0, 1, 2, 3, 4] as const) {
        const price = this.field.begin(this.nodeAt(index), heading)
        if (price < Number.POSITIVE_INFINITY) this.reach(this.state(index, heading, this.runs - 1), price, -1)
      }
    }
  }

  private walkOn(state: number, goal: number) {
    const run = state % this.runs
    const heading = (Math.floor(state / this.runs) % 5) as Heading
    const index = Math.floor(state / this.runs / 5)
    const node = this.nodeAt(index)
    const spent = this.cost[state] ?? 0
    if (run >= this.field.shortestRun) this.reach(goal, spent + this.field.end(node, heading), state)
    this.step(state, node, heading, Math.min(run + 1, this.runs - 1), spent)
    if (run < this.field.shortestRun) return
    for (const next of bends[heading] ?? []) this.step(state, node, next, 1, spent + this.field.bendPrice)
  }

  private step(state: number, node: Node, heading: Heading, run: number, spent: number) {
    const [right, down] = headings[heading]
    const index = this.indexOf(node.column + right, node.row + down)
    if (index < 0) return
    this.reach(this.state(index, heading, run), spent + this.priceOf(node, heading), state)
  }

  private priceOf(node: Node, heading: Heading): number {
    const step = this.indexOf(node.column, node.row) * 5 + heading
    const known = this.prices[step] ?? Number.NaN
    if (!Number.isNaN(known)) return known
    const price = this.field.price(node, heading)
    this.prices[step] = price
    return price
  }

  private reach(state: number, cost: number, from: number) {
    if (!(cost < (this.cost[state] ?? 0))) return
    this.cost[state] = cost
    this.from[state] = from
    this.heap.add(cost, state)
  }

  private trace(last: number): Node[] {
    const way: Node[] = []
    for (let state = last; state >= 0; state = this.from[state] ?? -1) {
      way.push(this.nodeAt(Math.floor(state / this.runs / 5)))
    }
    return way.reverse()
  }

  private state(index: number, heading: Heading, run: number) {
    return (index * 5 + heading) * this.runs + run
  }

  private indexOf(column: number, row: number) {
    const { bleed, columns, rows } = this.field
    if (column < -bleed || row < -bleed || column >= columns + bleed || row >= rows + bleed) return -1
    return (row + bleed) * this.across + column + bleed
  }

  private nodeAt(index: number): Node {
    const { bleed } = this.field
    return { column: (index % this.across) - bleed, row: Math.floor(index / this.across) - bleed }
  }
}
