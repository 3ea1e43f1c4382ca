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
  const [left, right, top, bottom] = [box.x, box.x + box.width, box.y, box.y + box.height]
  // Nearly all boxes lie on one side of a step.
  if ((from.x <= left && to.x <= left) || (from.x >= right && to.x >= right)) return false
  if ((from.y <= top && to.y <= top) || (from.y >= bottom && to.y >= bottom)) return false
  const sides: readonly (readonly [number, number])[] = [
    [from.x - to.x, from.x - left],
    [to.x - from.x, right - from.x],
    [from.y - to.y, from.y - top],
    [to.y - from.y, bottom - from.y],
  ]
  let enter = 0
  let leave = 1
  for (const [towards, room] of sides) {
    if (towards < 0) enter = Math.max(enter, room / towards)
    if (towards > 0) leave = Math.min(leave, room / towards)
  }
  return enter < leave
}
