/**
 * The poster line: what a city's picture and page are recognised by. One main line with its stations
 * and a few faint ones on a square lattice, drawn from nothing but a word (the slug) and the places
 * that must stay free. The same options give the same drawing on every machine.
 */
import { clearOf, distanceTo, type Box, type Point } from "./boxes";
import { type Field, type Heading, type Node, headings, routeThrough } from "./line-route";
import { roundedPath, straightened } from "./line-path";
import { sequenceOf } from "./seed";

export type { Box, Point } from "./boxes";

export type LineOptions = {
  /** The word everything follows from. */
  readonly seed: string;
  /** The picture's size, in any unit (px, mm); all answers use the same. */
  readonly width: number;
  readonly height: number;
  /** Places no line and no station may touch. */
  readonly keepOut: readonly Box[];
  /** The lattice; by default about 1/29 of the picture. Lines are 0.7 and 0.34 of it thick. */
  readonly cell?: number;
  /** Where the main line ends, when it leads somewhere; otherwise it leaves the picture. */
  readonly end?: Point;
  /** Small stations wanted ahead of the present one, as far as there is room (default 3). */
  readonly stopsBefore?: number;
  /** Faint lines wanted, as far as there is room (default 5). */
  readonly faintLines?: number;
};

export type DrawnLine = {
  readonly tone: "main" | "faint";
  readonly thickness: number;
  /** The bends, first to last; the first and last point usually lie outside the picture. */
  readonly points: readonly Point[];
  /** The same as an SVG path with rounded bends. */
  readonly path: string;
};

export type Station = Point & { readonly kind: "now" | "stop" | "faint"; readonly radius: number };

export type LineDrawing = {
  readonly cell: number;
  /** Faint lines first, the main line last: the order of painting. */
  readonly lines: readonly DrawnLine[];
  readonly stations: readonly Station[];
};

const BLEED = 3;
/** What a column costs that a line leaves out by entering or leaving above or below. */
const MISSED_COLUMN = 3;
const NOW_RADIUS = 0.86;
const STOP_RADIUS = 0.5;
const FAINT_RADIUS = 0.4;

/** Draws the line. Where the keep-out places leave no way through, that line is left out. */
export function drawLine(options: LineOptions): LineDrawing {
  const sheet = new Sheet(options);
  const main = sheet.mainLine();
  const faint = sheet.faintLines();
  return { cell: sheet.cell, lines: [...faint, ...main], stations: sheet.stations };
}

class Sheet {
  readonly cell: number;
  readonly stations: Station[] = [];
  private readonly columns: number;
  private readonly rows: number;
  private readonly origin: Point;
  private readonly next: () => number;
  private readonly taken = new Set<string>();
  private readonly options: LineOptions;

  constructor(options: LineOptions) {
    const { seed, width, height, end } = options;
    this.options = options;
    this.next = sequenceOf(seed);
    this.cell = options.cell ?? Math.round(Math.sqrt(width * height) / 29);
    this.origin = {
      x: end ? end.x % this.cell : this.cell / 2,
      y: end ? end.y % this.cell : this.cell / 2,
    };
    this.columns = Math.ceil((width - this.origin.x) / this.cell);
    this.rows = Math.ceil((height - this.origin.y) / this.cell);
  }

  mainLine(): DrawnLine[] {
    const { end } = this.options;
    const thickness = 0.7 * this.cell;
    const goal = end && this.nodeNear(end);
    const way = routeThrough(this.field({ thickness, goal, wish: this.wish(), room: 0.42, main: true }));
    if (!way) return [];
    this.placeStations(way, goal !== undefined);
    this.take(way);
    return [this.line("main", thickness, way)];
  }

  faintLines(): DrawnLine[] {
    const wanted = this.options.faintLines ?? 5;
    const thickness = 0.34 * this.cell;
    const lines: DrawnLine[] = [];
    for (let index = 0; index < wanted; index++) {
      const goal = this.next() < 0.35 ? this.freeNode() : undefined;
      const wish = this.wish((index + this.next()) / wanted);
      const way = routeThrough(this.field({ thickness, goal, wish, room: 0.45, main: false }));
      if (!way) continue;
      if (goal) this.stations.push({ ...this.point(goal), kind: "faint", radius: FAINT_RADIUS * this.cell });
      this.take(way);
      lines.push(this.line("faint", thickness, way));
    }
    return lines;
  }

  private field(line: {
    thickness: number;
    goal: Node | undefined;
    wish: readonly number[];
    room: number;
    main: boolean;
  }): Field {
    const { columns, rows } = this;
    const right = columns + BLEED - 1;
    const bottom = rows + BLEED - 1;
    const places = this.closedPlaces(line.thickness / 2 + line.room * this.cell);
    const rowWhim = Array.from({ length: rows }, () => this.next() * 5);
    const entry = line.main || this.next() < 0.4 ? 0 : this.next() * 0.65 * columns;
    const columnWhim = Array.from({ length: columns + 2 * BLEED }, (_, index) => MISSED_COLUMN * Math.abs(index - entry) + 2);
    const level = this.next() < 0.6 ? Number.POSITIVE_INFINITY : 0;
    return {
      bleed: BLEED,
      columns,
      rows,
      bendPrice: 2.2,
      shortestRun: line.main ? 3 : 2,
      price: (node, heading) => this.price(node, heading, places, line),
      begin: (node, heading) => {
        if (node.column === -BLEED && heading === 0) return entry * 2 + (rowWhim[node.row] ?? Number.POSITIVE_INFINITY);
        const across = (node.row === -BLEED && heading === 2) || (node.row === bottom && heading === 1);
        return across ? (columnWhim[node.column + BLEED] ?? 0) : Number.POSITIVE_INFINITY;
      },
      end: (node, heading) => {
        if (line.goal) {
          const there = node.column === line.goal.column && node.row === line.goal.row;
          if (!there) return Number.POSITIVE_INFINITY;
          return heading === 4 ? 0 : heading === 0 ? (line.main ? 60 + level : 0) : Number.POSITIVE_INFINITY;
        }
        if (node.column === right) return node.row >= 0 && node.row < rows ? 0 : 8;
        const out = (node.row === -BLEED && heading === 1) || (node.row === bottom && heading === 2);
        return out ? (line.main ? 3 : 2) * MISSED_COLUMN * (right - node.column) : Number.POSITIVE_INFINITY;
      },
    };
  }

  private price(node: Node, heading: Heading, places: readonly Box[], line: { wish: readonly number[]; main: boolean }): number {
    const [right, down] = headings[heading];
    const to = { column: node.column + right, row: node.row + down };
    if (!clearOf(this.point(node), this.point(to), places)) return Number.POSITIVE_INFINITY;
    const length = right !== 0 && down !== 0 ? Math.SQRT2 : 1;
    const hidden = to.row < 0 || to.row >= this.rows;
    const rim = to.row < 1 || to.row >= this.rows - 1;
    const wished = line.wish[Math.max(0, Math.min(this.columns - 1, to.column))] ?? 0;
    let price = length * (right === 0 ? 1.6 : 1) + 0.14 * Math.abs(to.row - wished);
    if (hidden) price += 1.5;
    else if (rim) price += line.main ? 4 : 1.2;
    if (this.taken.has(`${to.column},${to.row}`)) price += 4;
    if (this.taken.has(edgeName(node, to))) price += 14;
    return price;
  }

  /** The row a line would like to be in, column by column; a few steps up and down, seeded. */
  private wish(around?: number): number[] {
    const wish: number[] = [];
    while (wish.length < this.columns) {
      const level = around === undefined ? this.next() : around + (this.next() - 0.5) * 0.6;
      const row = Math.max(1, Math.min(this.rows - 2, Math.round(level * (this.rows - 1))));
      const span = 5 + Math.floor(this.next() * 6);
      for (let count = 0; count < span && wish.length < this.columns; count++) wish.push(row);
    }
    return wish;
  }

  private closedPlaces(margin: number): Box[] {
    const stations = this.stations.map(({ x, y, radius }) => ({
      x: x - radius,
      y: y - radius,
      width: 2 * radius,
      height: 2 * radius,
    }));
    return [...this.options.keepOut, ...stations].map((box) => ({
      x: box.x - margin,
      y: box.y - margin,
      width: box.width + 2 * margin,
      height: box.height + 2 * margin,
    }));
  }

  private placeStations(way: readonly Node[], endsHere: boolean) {
    const last = way.length - 1;
    const straight = way.map((_, index) => index).filter((index) => this.canStopAt(way, index));
    const share = 0.6 + this.next() * 0.25;
    const level = straight.filter((index) => way[index]?.row === way[index + 1]?.row);
    const choice = level.length > 3 ? level : straight;
    const now = endsHere ? last : choice[Math.floor(choice.length * share)];
    if (now === undefined) return;
    this.station(way[now], "now", NOW_RADIUS);
    const placed = [now];
    const before = this.options.stopsBefore ?? 3;
    const gap = 4 + Math.floor(this.next() * 3);
    for (const index of [...straight].reverse()) {
      if (placed.length > before) break;
      if (index <= (placed.at(-1) ?? 0) - gap) {
        this.station(way[index], "stop", STOP_RADIUS);
        placed.push(index);
      }
    }
    const after = straight.find((index) => index >= now + gap + 1);
    if (after !== undefined) this.station(way[after], "stop", STOP_RADIUS);
  }

  /** On a straight of two cells to both sides, off the rim, with air around. */
  private canStopAt(way: readonly Node[], index: number): boolean {
    const span = way.slice(Math.max(0, index - 2), index + 3);
    const here = way[index];
    if (span.length < 5 || !here || straightened(span.map((node) => this.point(node))).length > 2) return false;
    const at = this.point(here);
    const rim = 1.3 * this.cell;
    const inside = at.x > rim && at.y > rim && at.x < this.options.width - rim && at.y < this.options.height - rim;
    return inside && distanceTo(at, this.options.keepOut) > (NOW_RADIUS + 0.3) * this.cell;
  }

  private station(node: Node | undefined, kind: Station["kind"], radius: number) {
    if (node) this.stations.push({ ...this.point(node), kind, radius: radius * this.cell });
  }

  private freeNode(): Node | undefined {
    for (let attempt = 0; attempt < 12; attempt++) {
      const node = {
        column: Math.floor((0.35 + this.next() * 0.6) * this.columns),
        row: 1 + Math.floor(this.next() * (this.rows - 2)),
      };
      const at = this.point(node);
      const occupied = [...this.options.keepOut, ...this.closedPlaces(0)];
      const nearLine = headings.some(([right, down]) => this.taken.has(`${node.column + right},${node.row + down}`));
      if (!nearLine && distanceTo(at, occupied) > 1.4 * this.cell && at.x < this.options.width - this.cell) return node;
    }
    return undefined;
  }

  private take(way: readonly Node[]) {
    for (const [index, node] of way.entries()) {
      this.taken.add(`${node.column},${node.row}`);
      const before = way[index - 1];
      if (before) this.taken.add(edgeName(before, node));
    }
  }

  private line(tone: DrawnLine["tone"], thickness: number, way: readonly Node[]): DrawnLine {
    const points = straightened(way.map((node) => this.point(node)));
    return { tone, thickness, points, path: roundedPath(points, this.cell) };
  }

  private point(node: Node): Point {
    return { x: this.origin.x + node.column * this.cell, y: this.origin.y + node.row * this.cell };
  }

  private nodeNear(point: Point): Node {
    return {
      column: Math.round((point.x - this.origin.x) / this.cell),
      row: Math.round((point.y - this.origin.y) / this.cell),
    };
  }
}

function edgeName(one: Node, other: Node): string {
  const forth = one.column < other.column || (one.column === other.column && one.row < other.row);
  const [first, second] = forth ? [one, other] : [other, one];
  return `${first.column},${first.row}-${second.column},${second.row}`;
}
