import type { Point } from './boxes'

/** The ends and the bends of a way given step by step. */
export function straightened(way: readonly Point[]): Point[] {
  return way.filter((here, index) => {
    const [before, after] = [way[index - 1], way[index + 1]]
    if (!before || !after) return true
    const turn = (here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x)
    return Math.abs(turn) > 1e-6
  })
}

/** An SVG path through the points whose bends are rounded over at most `reach` of each leg. */
export function roundedPath(points: readonly Point[], reach: number): string {
  const parts = points.map((here, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (!before) return `M${text(here)}`
    if (!after) return `L${text(here)}`
    return `L${text(towards(here, before, reach))}Q${text(here)} ${text(towards(here, after, reach))}`
  })
  return parts.join('')
}

function towards(from: Point, to: Point, reach: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = Math.min(reach, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function text({ x, y }: Point): string {
  return `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`
}
