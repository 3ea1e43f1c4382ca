/** A binary heap of (cost, id), cheapest first; equal costs by id, so that the order is one order. */
export class Heap {
  private readonly costs: number[] = []
  private readonly ids: number[] = []

  add(cost: number, id: number) {
    let hole = this.ids.length
    while (hole > 0) {
      const parent = (hole - 1) >> 1
      if (!this.isBefore(cost, id, parent)) break
      this.move(parent, hole)
      hole = parent
    }
    this.costs[hole] = cost
    this.ids[hole] = id
  }

  /** Takes the id with the least cost; -1 from an empty heap. */
  take(): number {
    const first = this.ids[0] ?? -1
    const cost = this.costs.pop()
    const id = this.ids.pop()
    if (cost !== undefined && id !== undefined && this.ids.length > 0) this.sink(cost, id)
    return first
  }

  /** Puts what was last in the place of the first, below all that is cheaper. */
  private sink(cost: number, id: number) {
    let hole = 0
    for (;;) {
      let child = 2 * hole + 1
      if (child >= this.ids.length) break
      const next = child + 1
      if (next < this.ids.length && this.isBefore(this.costs[next] ?? 0, this.ids[next] ?? 0, child)) child = next
      if (this.isBefore(cost, id, child)) break
      this.move(child, hole)
      hole = child
    }
    this.costs[hole] = cost
    this.ids[hole] = id
  }

  private isBefore(cost: number, id: number, other: number) {
    const difference = cost - (this.costs[other] ?? 0)
    return difference < 0 || (difference === 0 && id < (this.ids[other] ?? 0))
  }

  private move(from: number, to: number) {
    this.costs[to] = this.costs[from] ?? 0
    this.ids[to] = this.ids[from] ?? 0
  }
}
