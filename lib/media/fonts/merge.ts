import { componentsOf, type Piece } from './piece'
import { trueTypeFrom } from './woff'

/** A character with the piece and the glyph that draw it. */
export type Chosen = { readonly codePoint: number; readonly piece: Piece; readonly glyph: number }

/**
 * One TrueType font from glyphs of several pieces of the same face (same em, same metrics): the
 * pieces a package cuts Chinese faces into can't be joined by a subsetter. Layout tables are left
 * out; nothing in the pieces is hinted, so outlines stay as they are.
 */
export function mergedFont(chosen: readonly Chosen[]): Buffer {
  const [first] = chosen
  if (!first) throw new Error('a font needs at least one glyph')
  const sheet = new GlyphSheet(first.piece)
  const codes = chosen
    .map(({ codePoint, piece, glyph }) => ({ codePoint, glyph: sheet.add(piece, glyph) }))
    .sort((one, other) => one.codePoint - other.codePoint)
  const { piece } = first
  return trueTypeFrom({
    ...sheet.tables(),
    cmap: characterTable(codes),
    head: withNumber(piece.table('head'), 50, 1),
    hhea: withNumber(piece.table('hhea'), 34, sheet.count),
    maxp: largest(new Set(chosen.map((one) => one.piece.table('maxp'))), sheet.count),
    'OS/2': piece.table('OS/2'),
    name: piece.table('name'),
    post: nameless(piece.table('post')),
  })
}

class GlyphSheet {
  private readonly outlines: Buffer[] = []
  private readonly metrics: Buffer[] = []
  private readonly known = new Map<Piece, Map<number, number>>()

  constructor(first: Piece) {
    this.add(first, 0)
  }

  get count() {
    return this.outlines.length
  }

  add(piece: Piece, glyph: number): number {
    const ofPiece = this.known.get(piece) ?? new Map<number, number>()
    this.known.set(piece, ofPiece)
    const before = ofPiece.get(glyph)
    if (before !== undefined) return before
    const id = this.outlines.length
    ofPiece.set(glyph, id)
    const outline = Buffer.from(piece.outlineOf(glyph))
    this.outlines.push(outline)
    this.metrics.push(piece.metricsOf(glyph))
    for (const place of componentsOf(outline)) {
      outline.writeUInt16BE(this.add(piece, outline.readUInt16BE(place)), place)
    }
    return id
  }

  tables() {
    const padded = this.outlines.map((outline) => Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]))
    const loca = Buffer.alloc(4 * (padded.length + 1))
    let at = 0
    for (const [index, outline] of padded.entries()) {
      at += outline.length
      loca.writeUInt32BE(at, 4 * (index + 1))
    }
    return { glyf: Buffer.concat(padded), loca, hmtx: Buffer.concat(this.metrics) }
  }
}

/** A `cmap` of format 12 for Windows (3, 10) and Unicode (0, 4): one group a character. */
function characterTable(codes: readonly { codePoint: number; glyph: number }[]): Buffer {
  const table = Buffer.alloc(20 + 16 + 12 * codes.length)
  const words = [0, 2, 0, 4]
  for (const [index, word] of words.entries()) table.writeUInt16BE(word, 2 * index)
  table.writeUInt32BE(20, 8)
  table.writeUInt16BE(3, 12)
  table.writeUInt16BE(10, 14)
  table.writeUInt32BE(20, 16)
  table.writeUInt16BE(12, 20)
  table.writeUInt32BE(16 + 12 * codes.length, 24)
  table.writeUInt32BE(codes.length, 32)
  for (const [index, { codePoint, glyph }] of codes.entries()) {
    table.writeUInt32BE(codePoint, 36 + 12 * index)
    table.writeUInt32BE(codePoint, 40 + 12 * index)
    table.writeUInt32BE(glyph, 44 + 12 * index)
  }
  return table
}

function withNumber(table: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(table)
  copy.writeUInt16BE(value, at)
  return copy
}

/** `maxp`: each limit is the largest of all pieces. */
function largest(tables: ReadonlySet<Buffer>, count: number): Buffer {
  const [first = Buffer.alloc(32)] = tables
  const merged = withNumber(first, 4, count)
  for (let at = 6; at < merged.length; at += 2) {
    merged.writeUInt16BE(Math.max(...[...tables].map((table) => table.readUInt16BE(at))), at)
  }
  return merged
}

/** `post` version 3: without glyph names. */
function nameless(post: Buffer): Buffer {
  const short = Buffer.from(post.subarray(0, 32))
  short.writeUInt32BE(0x00030000, 0)
  return short
}
