import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Chosen, mergedFont } from './merge'
import { Piece } from './piece'

/** The faces pictures and city names are set in; all of them come whole with the npm packages. */
const packages = {
  huangyou: { folder: 'zcool-qingke-huangyou', weight: 400 },
  barlow: { folder: 'barlow-condensed', weight: 600 },
  text: { folder: 'noto-sans-sc', weight: 400 },
  bold: { folder: 'noto-sans-sc', weight: 700 },
  heavy: { folder: 'noto-sans-sc', weight: 900 },
} as const

export type FaceName = keyof typeof packages
export const faceNames = Object.keys(packages) as FaceName[]

type Found = { readonly piece: Piece; readonly glyph: number }
type Range = { readonly first: number; readonly last: number; readonly piece: string }

/** One face of one weight, read piece by piece as glyphs are asked for. */
export class Face {
  private readonly found = new Map<string, Found | null>()
  private readonly pieces = new Map<string, Piece>()
  private readonly ranges: readonly Range[]
  private readonly folder: string

  constructor(readonly name: FaceName) {
    this.folder = packageFolder(packages[name].folder)
    this.ranges = rangesIn(JSON.parse(readFileSync(join(this.folder, 'unicode.json'), 'utf8')))
  }

  has(character: string): boolean {
    return this.find(character) !== null
  }

  /** The text's width and the place where its ink begins, for type of size 1, without kerning. */
  measure(text: string): { width: number; inkLeft: number } {
    let width = 0
    let inkLeft: number | null = null
    for (const character of text) {
      const found = this.find(character)
      const size = found ? found.piece.measure(found.glyph) : { advance: 1, inkLeft: 0 }
      inkLeft ??= size.inkLeft
      width += size.advance
    }
    return { width, inkLeft: inkLeft ?? 0 }
  }

  /**
   * One font file (WOFF or TrueType) with the glyphs of the text; characters the face lacks are
   * left out. Text within one piece gets that piece itself, which keeps its kerning.
   */
  fontFor(text: string): Buffer | null {
    const chosen = this.chosenFor(text)
    const [first] = chosen
    if (!first) return null
    return chosen.every(({ piece }) => piece === first.piece) ? first.piece.bytes : mergedFont(chosen)
  }

  /** The same with no other glyph in it, for a face that another's text passes through. */
  fontOfOnly(text: string): Buffer | null {
    const chosen = this.chosenFor(text)
    return chosen.length > 0 ? mergedFont(chosen) : null
  }

  private chosenFor(text: string) {
    const chosen: (Chosen & Found)[] = []
    for (const character of new Set(text)) {
      const found = this.find(character)
      if (found) chosen.push({ codePoint: character.codePointAt(0) ?? 0, ...found })
    }
    return chosen
  }

  private find(character: string): Found | null {
    const known = this.found.get(character)
    if (known !== undefined) return known
    const found = this.search(character.codePointAt(0) ?? 0)
    this.found.set(character, found)
    return found
  }

  private search(codePoint: number): Found | null {
    for (const { first, last, piece: name } of this.ranges) {
      if (codePoint < first || codePoint > last) continue
      const piece = this.piece(name)
      const glyph = piece.glyphOf(codePoint)
      if (glyph !== 0) return { piece, glyph }
    }
    return null
  }

  private piece(name: string): Piece {
    const known = this.pieces.get(name)
    if (known) return known
    const { folder, weight } = packages[this.name]
    const piece = new Piece(readFileSync(join(this.folder, 'files', `${folder}-${name}-${weight}-normal.woff`)))
    this.pieces.set(name, piece)
    return piece
  }
}

const opened = new Map<FaceName, Face>()

/** A face, opened once a process. */
export function face(name: FaceName): Face {
  const known = opened.get(name) ?? new Face(name)
  opened.set(name, known)
  return known
}

/** `unicode.json` of a package: piece → "U+0-ff,U+131"; the Latin pieces first, as they are asked most. */
function rangesIn(pieces: Readonly<Record<string, string>>): Range[] {
  const ranges = Object.entries(pieces).flatMap(([key, list]) =>
    list.split(',').map((item) => {
      const [first = '', last = first] = item.trim().replace(/^U\+/i, '').split('-')
      return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16), piece: key.replace(/[[\]]/g, '') }
    }),
  )
  return ranges.sort((one, other) => Number(one.piece !== 'latin') - Number(other.piece !== 'latin'))
}

/** Found by walking up from the working directory: a bundled server has no module path of its own. */
function packageFolder(name: string): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const candidate = join(/*turbopackIgnore: true*/ folder, 'node_modules', '@fontsource', name)
    if (existsSync(candidate)) return candidate
    if (folder === dirname(folder)) throw new Error(`@fontsource/${name} is not installed`)
  }
}
