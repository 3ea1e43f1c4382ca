import { type Tables, tablesOf } from './woff'

const COMPOSITE = { words: 0x0001, scale: 0x0008, more: 0x0020, twoScales: 0x0040, matrix: 0x0080 }

/** One file of a face that its package splits into many: which glyphs it holds, and their outlines. */
export class Piece {
  readonly bytes: Buffer
  readonly tables: Tables
  private readonly glyphs: ReadonlyMap<number, number>

  constructor(woff: Buffer) {
    this.bytes = woff
    this.tables = tablesOf(woff)
    this.glyphs = characterMap(this.table('cmap'))
  }

  /** The glyph of a code point; 0 (none) where the piece lacks it. */
  glyphOf(codePoint: number): number {
    return this.glyphs.get(codePoint) ?? 0
  }

  /** How far the pen moves after the glyph, and where its ink begins, in units of the em (0 … 1). */
  measure(glyph: number): { advance: number; inkLeft: number } {
    const metrics = this.metricsOf(glyph)
    const unitsPerEm = this.table('head').readUInt16BE(18)
    return { advance: metrics.readUInt16BE(0) / unitsPerEm, inkLeft: metrics.readInt16BE(2) / unitsPerEm }
  }

  /** The four bytes of `hmtx`: advance and left side bearing. */
  metricsOf(glyph: number): Buffer {
    const hmtx = this.table('hmtx')
    const full = this.table('hhea').readUInt16BE(34)
    if (glyph < full) return hmtx.subarray(4 * glyph, 4 * glyph + 4)
    const bearing = 4 * full + 2 * (glyph - full)
    return Buffer.concat([hmtx.subarray(4 * full - 4, 4 * full - 2), hmtx.subarray(bearing, bearing + 2)])
  }

  /** The outline's bytes as they stand in `glyf`; empty for a space. */
  outlineOf(glyph: number): Buffer {
    const loca = this.table('loca')
    const long = this.table('head').readInt16BE(50) === 1
    const at = (index: number) => (long ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index))
    return this.table('glyf').subarray(at(glyph), at(glyph + 1))
  }

  table(tag: string): Buffer {
    const table = this.tables[tag]
    if (!table) throw new Error(`the font lacks its ${tag} table`)
    return table
  }
}

/** Where a composite outline names other glyphs: byte offsets of their ids. Empty for simple outlines. */
export function componentsOf(outline: Buffer): number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return []
  const places: number[] = []
  let at = 10
  for (let flags = COMPOSITE.more; flags & COMPOSITE.more; ) {
    flags = outline.readUInt16BE(at)
    places.push(at + 2)
    at += 4 + (flags & COMPOSITE.words ? 4 : 2)
    if (flags & COMPOSITE.scale) at += 2
    else if (flags & COMPOSITE.twoScales) at += 4
    else if (flags & COMPOSITE.matrix) at += 8
  }
  return places
}

function characterMap(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * index))
    const format = table.readUInt16BE(0)
    if (format === 4) readSegments(table, glyphs)
    if (format === 12) readGroups(table, glyphs)
  }
  return glyphs
}

function readSegments(table: Buffer, glyphs: Map<number, number>) {
  const span = table.readUInt16BE(6)
  for (let at = 0; at < span; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + span + at)
    const delta = table.readUInt16BE(16 + 2 * span + at)
    const place = 16 + 3 * span + at
    const offset = table.readUInt16BE(place)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = offset === 0 ? code : table.readUInt16BE(place + offset + 2 * (code - first))
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}

function readGroups(table: Buffer, glyphs: Map<number, number>) {
  for (let index = 0; index < table.readUInt32BE(12); index++) {
    const [first, last, glyph] = [0, 4, 8].map((offset) => table.readUInt32BE(16 + 12 * index + offset))
    if (first === undefined || last === undefined || glyph === undefined) continue
    for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first)
  }
}
