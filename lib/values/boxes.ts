export type Point = { readonly x: number; readonly y: number }
export type Box = Point & { readonly width: number; readonly height: number }

/** Whether the straight way between two points stays outside all boxes (Liang and Barsky 1984). */
export function clearOf(from: Point, to: Point, boxes: readonly Box[]): boolean {
  return boxes.every((box) => !crosses(from, to, box))
}

/** The distance from a point to the nearest box; 0 inside one, Infinity where there is none. */
export function distanceTo(point: Point, boxes: readonly Box[]): number {
  const distances = boxes.map((box) => {
    const right = Math.max(box.x - point.x, 0, point.x - box.x - box.width)
    const down = Math.max(box.y - point.y, 0, point.y - box.y - box.height)
    return Math.hypot(right, down)
  })
  return Math.min(Number.POSITIVE_INFINITY, ...distances)
}

function crosses(from: Point, to: Point, box: Box): boolean {
  const right = to.x - from.x
  const down = to.y - from.y
  const sides: readonly (readonly [number, number])[] = [
    [-right, from.x - box.x],
    [right, box.x + box.width - from.x],
    [-down, from.y - box.y],
    [down, box.y + box.height - from.y],
  ]
  let enter = 0
  let leave = 1
  for (const [towards, room] of sides) {
    if (towards === 0 && room <= 0) return false
    if (towards < 0) enter = Math.max(enter, room / towards)
    if (towards > 0) leave = Math.min(leave, room / towards)
  }
  return enter < leave
}
