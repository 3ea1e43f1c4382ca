/** A binary heap of (cost, id), cheapest first; equal costs by id, so that the order is one order. */
export class Heap {
  private readonly costs: number[] = []
  private readonly ids: number[] = []

  add(cost: number, id: number) {
    this.costs.push(cost)
    this.ids.push(id)
    let child = this.ids.length - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!this.before(child, parent)) return
      this.swap(child, parent)
      child = parent
    }
  }

  /** Takes the id with the least cost; -1 from an empty heap. */
  take(): number {
    const first = this.ids[0]
    if (first === undefined) return -1
    this.swap(0, this.ids.length - 1)
    this.costs.pop()
    this.ids.pop()
    this.sink()
    return first
  }

  private sink() {
    let parent = 0
    for (;;) {
      let least = parent
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < this.ids.length && this.before(child, least)) least = child
      }
      if (least === parent) return
      this.swap(least, parent)
      parent = least
    }
  }

  private before(one: number, other: number) {
    const difference = (this.costs[one] ?? 0) - (this.costs[other] ?? 0)
    return difference < 0 || (difference === 0 && (this.ids[one] ?? 0) < (this.ids[other] ?? 0))
  }

  private swap(one: number, other: number) {
    ;[this.costs[one], this.costs[other]] = [this.costs[other] as number, this.costs[one] as number]
    ;[this.ids[one], this.ids[other]] = [this.ids[other] as number, this.ids[one] as number]
  }
}
