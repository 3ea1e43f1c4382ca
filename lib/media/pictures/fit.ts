import { type FaceName, face } from '@/lib/media/fonts/face'

/** Text that keeps to its room: how large, and whether it takes one line or two. */
export type Fitted = { readonly text: string; readonly size: number; readonly lines: number }

/** Satori measures with kerning and rounds; this much of the room stays unused. */
const SAFETY = 0.97

/** In UTF-16 units: some three times what the widest line takes. */
const LONGEST = 240

/** Down to this share of the wished size, one line is better than two with a lonely word. */
const ONE_LINE_WORTH = 0.84

/**
 * The text as these faces can draw it: composed (NFC), without controls and marks of direction,
 * without characters none of the faces has (emoji among them), single-spaced, and no longer than
 * any picture can show.
 */
export function drawable(text: string, names: readonly FaceName[]): string {
  const kept = [...text.slice(0, LONGEST).normalize('NFC').replace(/\s+/gu, ' ')].filter(
    (character) => character === ' ' || (!/\p{C}/u.test(character) && names.some((name) => face(name).has(character))),
  )
  return kept.join('').replace(/ +/g, ' ').trim()
}

/** Width of a single line for type of size 1, with `tracking` (in em) after every character. */
export function widthOf(text: string, name: FaceName, tracking = 0): number {
  return face(name).measure(text).width + tracking * [...text].length
}

/** The largest size at which the text fits one line, else two lines, else the smallest size, cut. */
export function fit(text: string, name: FaceName, room: number, sizes: readonly number[], lines = 2): Fitted {
  const width = widthOf(text, name)
  const smallest = sizes.at(-1) ?? 0
  const largest = sizes[0] ?? smallest
  const onOneLine = sizes.find((size) => width * size <= room * SAFETY)
  const worthOneLine = lines === 1 ? smallest : ONE_LINE_WORTH * largest
  if (onOneLine !== undefined && onOneLine >= worthOneLine) return { text, size: onOneLine, lines: 1 }
  if (lines === 1) return { text, size: smallest, lines }
  for (const size of sizes) {
    const broken = inTwo(text, name, (room * SAFETY) / size)
    if (broken) return { text: broken, size, lines }
  }
  return { text, size: smallest, lines }
}

/**
 * The text broken between two words (Unicode's word boundaries, which know Chinese words) where the
 * lines come out most alike, after punctuation if there is some near; null where a line would not fit.
 */
function inTwo(text: string, name: FaceName, room: number): string | null {
  const places = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((part) => part.index)
  const breaks = places.flatMap((place) => {
    const [first, second] = [text.slice(0, place).trimEnd(), text.slice(place).trimStart()]
    const torn =
      first === '' || second === '' || /^[\p{Pe}\p{Pf}\p{Po}]/u.test(second) || /[\p{Ps}\p{Pi}]$/u.test(first)
    const [one, two] = [widthOf(first, name), widthOf(second, name)]
    if (torn || one > room || two > room) return []
    const pause = /[：:，,。！!？?；;、—–]$/u.test(first) ? room * 0.35 : 0
    return [{ text: `${first}\n${second}`, price: Math.abs(one - two) - pause }]
  })
  return breaks.sort((one, other) => one.price - other.price)[0]?.text ?? null
}

type FittedName = { readonly lines: readonly string[]; readonly size: number }

/**
 * A city's name as large as its room allows: on one line, or cut at a space into two when that lets
 * it grow (San / Francisco). `leading` is the distance of two lines in em.
 */
export function fitName(
  name: string,
  faceName: FaceName,
  room: { width: number; height: number; largest: number; leading: number },
): FittedName {
  const candidates = [[name], ...cuts(name)].map((lines) => {
    const widest = Math.max(...lines.map((line) => widthOf(line, faceName)))
    const byHeight = room.height / (lines.length * room.leading)
    return { lines, size: Math.floor(Math.min(room.largest, byHeight, room.width / widest)) }
  })
  return candidates.reduce((best, one) => (one.size > best.size ? one : best))
}

function cuts(name: string): string[][] {
  const words = name.split(' ')
  return words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
}
