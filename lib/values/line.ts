/**
 * The poster line: what a city's picture and page are recognised by. One main line with its stations
 * and a few faint ones on a square lattice, drawn from nothing but a word (the slug) and the places
 * that must stay free. The same options give the same drawing on every machine.
 */
import { type Box, distanceTo, type Point } from './boxes'
import { fieldFor } from './line-field'
import { Lattice } from './line-lattice'
import { roundedPath, straightened } from './line-path'
import { type Node, routeThrough } from './line-route'
import { RADIUS, type Station, stationsAlong } from './line-stations'
import { sequenceOf } from './seed'

export type { Box, Point } from './boxes'
export type { Station } from './line-stations'

type LineOptions = {
  /** The word everything follows from. */
  readonly seed: string
  /** The picture's size, in any unit (px, mm); all answers use the same. */
  readonly width: number
  readonly height: number
  /** Places no line and no station may touch. */
  readonly keepOut: readonly Box[]
  /** The lattice's step; by default about 1/29 of the picture. */
  readonly cell?: number
  /** How thick the main line is; by default 0.7 of a step. Faint lines are half as thick, stations follow. */
  readonly thickness?: number
  /** The present station stands left of this; by default anywhere. */
  readonly nowBefore?: number
  /** Where the main line ends, when it leads somewhere; otherwise it leaves the picture. */
  readonly end?: Point
  /** Small stations wanted ahead of the present one, as far as there is room (default 3). */
  readonly stopsBefore?: number
  /** Faint lines wanted, as far as there is room (default 5). */
  readonly faintLines?: number
}

export type DrawnLine = {
  readonly tone: 'main' | 'faint'
  readonly thickness: number
  /** The bends, first to last; the first and last point usually lie outside the picture. */
  readonly points: readonly Point[]
  /** The same as an SVG path with rounded bends. */
  readonly path: string
}

export type LineDrawing = {
  readonly cell: number
  /** Faint lines first, the main line last: the order of painting. */
  readonly lines: readonly DrawnLine[]
  readonly stations: readonly Station[]
}

/** Room beside a line, in cells: the main line, faint lines. */
const ROOM = { main: 0.42, faint: 0.45 }

/** Draws the line. Where the keep-out places leave no way through, that line is left out. */
export function drawLine(options: LineOptions): LineDrawing {
  const sheet = new Sheet(options)
  const main = sheet.mainLine()
  const faint = sheet.faintLines()
  return { cell: sheet.cell, lines: [...faint, ...main], stations: sheet.stations }
}

class Sheet {
  readonly stations: Station[] = []
  private readonly thickness: number
  private readonly lattice: Lattice
  private readonly next: () => number

  constructor(private readonly options: LineOptions) {
    const { seed, width, height, end } = options
    const cell = options.cell ?? Math.round(Math.sqrt(width * height) / 29)
    this.next = sequenceOf(seed)
    this.thickness = options.thickness ?? 0.7 * cell
    this.lattice = new Lattice({ width, height, cell, through: end })
  }

  get cell() {
    return this.lattice.cell
  }

  mainLine(): DrawnLine[] {
    const { end, stopsBefore = 3, nowBefore = Number.POSITIVE_INFINITY } = this.options
    const { cell, thickness } = this
    const goal = end && this.lattice.nodeAt(end)
    const closed = this.closedPlaces(thickness / 2 + ROOM.main * cell)
    const way = routeThrough(fieldFor(this.lattice, { main: true, goal, wish: this.wish(), closed }, this.next))
    if (!way) return []
    const room = { ...this.options, cell, thickness, before: stopsBefore, endsHere: goal !== undefined, nowBefore }
    const points = way.map((node) => this.lattice.point(node))
    this.stations.push(...stationsAlong(points, room, this.next))
    return [this.line('main', thickness, way)]
  }

  faintLines(): DrawnLine[] {
    const wanted = this.options.faintLines ?? 5
    return Array.from({ length: wanted }).flatMap((_, index) => this.faintLine((index + this.next()) / wanted))
  }

  private faintLine(around: number): DrawnLine[] {
    const thickness = this.thickness / 2
    const goal = this.next() < 0.35 ? this.freeNode() : undefined
    const closed = this.closedPlaces(thickness / 2 + ROOM.faint * this.cell)
    const character = { main: false, goal, wish: this.wish(around), closed }
    const way = routeThrough(fieldFor(this.lattice, character, this.next))
    if (!way) return []
    const end = { radius: RADIUS.faint * this.thickness, kind: 'faint' } as const
    if (goal) this.stations.push({ ...this.lattice.point(goal), ...end })
    return [this.line('faint', thickness, way)]
  }

  /** The row a line would like to be in, column by column: a few steps up and down. */
  private wish(around?: number): number[] {
    const { columns, rows } = this.lattice
    const wish: number[] = []
    while (wish.length < columns) {
      const level = around === undefined ? this.next() : around + (this.next() - 0.5) * 0.4
      const row = Math.max(1, Math.min(rows - 2, Math.round(level * (rows - 1))))
      const span = 5 + Math.floor(this.next() * 6)
      wish.push(...Array.from({ length: Math.min(span, columns - wish.length) }, () => row))
    }
    return wish
  }

  /** Keep-out places and stations, with room around them. */
  private closedPlaces(margin: number): Box[] {
    const stations = this.stations.map(({ x, y, radius }) => around({ x, y, width: 0, height: 0 }, radius + margin))
    return [...this.options.keepOut.map((box) => around(box, margin)), ...stations]
  }

  /** A node in the right two thirds for a faint line to end in, away from all else; none after some tries. */
  private freeNode(): Node | undefined {
    const { columns, rows } = this.lattice
    const tries = Array.from({ length: 12 }, () => ({
      column: Math.floor((0.35 + this.next() * 0.6) * columns),
      row: 1 + Math.floor(this.next() * (rows - 2)),
    }))
    const occupied = this.closedPlaces(0)
    return tries.find((node) => {
      const at = this.lattice.point(node)
      const near = this.lattice.isTakenAround(node, 2)
      return !near && at.x < this.options.width - this.cell && distanceTo(at, occupied) > 1.4 * this.cell
    })
  }

  private line(tone: DrawnLine['tone'], thickness: number, way: readonly Node[]): DrawnLine {
    this.lattice.take(way)
    const points = straightened(way.map((node) => this.lattice.point(node)))
    return { tone, thickness, points, path: roundedPath(points, this.cell) }
  }
}

function around({ x, y, width, height }: Box, margin: number): Box {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }
}
