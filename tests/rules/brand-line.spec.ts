import fc from 'fast-check'
import { type Box, type DrawnLine, drawLine, type LineDrawing, type Point } from '@/lib/values/line'
import { expect, test } from '../support/test'

const poster = {
  width: 1080,
  height: 1440,
  cell: 36,
  keepOut: [
    { x: 72, y: 72, width: 160, height: 66 },
    { x: 630, y: 80, width: 378, height: 44 },
    { x: 72, y: 330, width: 640, height: 400 },
    { x: 72, y: 850, width: 720, height: 150 },
    { x: 772, y: 1132, width: 236, height: 236 },
  ],
}
const slugs = Array.from({ length: 24 }, (_, index) => `stop-${index}`)
let known: LineDrawing[] | undefined

/** One drawing for each word, made once. */
function drawings(): LineDrawing[] {
  known ??= slugs.map((seed) => drawLine({ ...poster, seed }))
  return known
}

test('the same word draws the same line, to the last digit', () => {
  expect(slugs.map((seed) => drawLine({ ...poster, seed }))).toEqual(drawings())
})

test('no two words draw the same line', () => {
  expect(new Set(drawings().map((drawing) => JSON.stringify(drawing))).size).toBe(slugs.length)
})

test('every poster has one main line, one present station and faint company', () => {
  for (const seed of slugs) {
    const { lines, stations } = drawLine({ ...poster, seed, stopsBefore: 2 })
    expect(lines.filter(({ tone }) => tone === 'main')).toHaveLength(1)
    expect(lines.at(-1)?.tone).toBe('main')
    expect(lines.length).toBeGreaterThan(2)
    expect(stations.filter(({ kind }) => kind === 'now')).toHaveLength(1)
  }
})

test('neither lines nor rounded bends nor stations touch a place kept free', () => {
  expect(drawings().flatMap((drawing) => touched(drawing, poster.keepOut))).toEqual([])
})

test('whatever must stay free stays free, wherever it lies', () => {
  const box = fc.record({
    x: fc.integer({ min: -100, max: 800 }),
    y: fc.integer({ min: -100, max: 500 }),
    width: fc.integer({ min: 1, max: 500 }),
    height: fc.integer({ min: 1, max: 300 }),
  })
  const property = fc.property(fc.string(), fc.array(box, { maxLength: 6 }), (seed, keepOut) => {
    expect(touched(drawLine({ seed, width: 900, height: 500, cell: 25, keepOut }), keepOut)).toEqual([])
  })
  fc.assert(property, { numRuns: 60, seed: 7 })
})

test('a picture that must stay free as a whole gets no line', () => {
  const keepOut = [{ x: -500, y: -500, width: 2000, height: 2000 }]
  expect(drawLine({ seed: 'chengdu', width: 600, height: 600, keepOut }).lines).toEqual([])
})

test('lines run level, upright or at 45°, and bend by 45° only', () => {
  const lines = drawings().flatMap((drawing) => drawing.lines)
  const legs = lines.map(({ points }) => points.slice(1).map((point, at) => eighthOf(points[at] as Point, point)))
  expect(legs.flat().filter((leg) => !Number.isInteger(leg))).toEqual([])
  const bends = legs.flatMap((line) => line.slice(1).map((leg, at) => Math.abs(leg - (line[at] ?? 0))))
  expect(new Set(bends)).toEqual(new Set([1]))
})

test('a line that leads somewhere ends there, at the present station', () => {
  for (const seed of slugs) {
    const end = { x: 890, y: 1060 }
    const { lines, stations } = drawLine({ ...poster, seed, end })
    expect(lines.at(-1)?.points.at(-1)).toEqual(end)
    expect(stations.find(({ kind }) => kind === 'now')).toMatchObject(end)
  }
})

test('the first stop of a tour has no station behind it', () => {
  for (const seed of slugs) {
    const { stations } = drawLine({ ...poster, seed, stopsBefore: 0, end: { x: 890, y: 1060 } })
    expect(stations.filter(({ kind }) => kind === 'stop')).toEqual([])
  }
})

/** Names what comes nearer to a box than its own half thickness, measured along the drawn path. */
function touched({ lines, stations }: LineDrawing, boxes: readonly Box[]): string[] {
  const along = lines.flatMap((line) => walk(line).map((at) => ({ at, reach: line.thickness / 2, name: line.path })))
  const rings = stations.map(({ x, y, radius, kind }) => ({ at: { x, y }, reach: radius, name: kind }))
  return [...along, ...rings]
    .filter(({ at, reach }) => boxes.some((box) => gap(at, box) < reach - 0.01))
    .map(({ name }) => name)
}

function gap({ x, y }: Point, box: Box): number {
  const beside = Math.max(box.x - x, x - box.x - box.width, 0)
  const above = Math.max(box.y - y, y - box.y - box.height, 0)
  return Math.hypot(beside, above)
}

/** Points along an SVG path of M, L and Q, at most 2 apart. */
function walk({ path }: DrawnLine): Point[] {
  const points: Point[] = []
  for (const [, letter = '', numbers = ''] of path.matchAll(/([MLQ])([^MLQ]*)/g)) {
    const [x = 0, y = 0, endX = x, endY = y] = numbers.trim().split(/\s+/).map(Number)
    const from = points.at(-1) ?? { x, y }
    const steps =
      letter === 'M' ? 1 : Math.ceil((Math.hypot(x - from.x, y - from.y) + Math.hypot(endX - x, endY - y)) / 2)
    for (let step = 1; step <= Math.max(1, steps); step++) {
      const t = step / Math.max(1, steps)
      const bend = letter === 'Q' ? { x, y } : { x: (from.x + endX) / 2, y: (from.y + endY) / 2 }
      points.push({
        x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * bend.x + t ** 2 * endX,
        y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * bend.y + t ** 2 * endY,
      })
    }
  }
  return points
}

/** The direction of a leg in eighths of a turn. */
function eighthOf(from: Point, to: Point): number {
  const eighths = Math.atan2(to.y - from.y, to.x - from.x) / (Math.PI / 4)
  return Math.abs(eighths - Math.round(eighths)) < 1e-6 ? Math.round(eighths) : eighths
}
