import { createHash } from 'node:crypto'
import subsetFont from 'subset-font'
import { type FaceName, face } from './face'

export type DisplayFont = {
  /** `<sha-256, 32 hex digits>.woff2`: the same glyphs always have the same name. */
  readonly name: string
  readonly bytes: Buffer
  readonly face: FaceName
}

/**
 * The face a city's name is set in: Barlow Condensed for Latin, ZCOOL QingKe HuangYou for Chinese,
 * Noto Sans SC where that lacks a single character, so that one name is never two faces.
 */
export function displayFaceOf(text: string): FaceName {
  const characters = [...text].filter((character) => /\S/u.test(character))
  const whole = (['barlow', 'huangyou'] as const).find((name) => characters.every((one) => face(name).has(one)))
  return whole ?? 'heavy'
}

/**
 * A web font with nothing but the glyphs of one name (capitals included, as the Latin line is shown
 * in capitals); about 1 kB. Null when no face has all of its characters: then the system's own is better.
 */
export async function displayFont(text: string): Promise<DisplayFont | null> {
  const name = displayFaceOf(text)
  const wanted = [...new Set(text.normalize('NFC') + text.normalize('NFC').toUpperCase())].sort().join('')
  const complete = [...wanted].every((character) => /\s/u.test(character) || face(name).has(character))
  const font = complete ? face(name).fontFor(wanted) : null
  if (!font) return null
  const bytes = Buffer.from(await subsetFont(font, wanted, { targetFormat: 'woff2' }))
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return { name: `${hash}.woff2`, bytes, face: name }
}
