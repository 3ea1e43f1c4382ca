/** Whether a name is set as Chinese or as Latin capitals. */
export function scriptOf(city: string): 'han' | 'latin' {
  return /[\u2e80-\u{3ffff}]/u.test(city) ? 'han' : 'latin'
}

/** From this width on, in em, a Latin name of several words is larger on two lines. */
const TWO_LINES_FROM = 4

/** The lines a name is set in: one, or two about as long for Latin names of several words. */
export function linesOf(city: string): string[] {
  const words = city.trim().split(/\s+/u)
  if (scriptOf(city) === 'han' || words.length < 2 || emsOf(city) < TWO_LINES_FROM) return [city]
  const cuts = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
  const longest = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length))
  return cuts.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best))
}

/** About how wide a line is set in the display faces, in em: Chinese 0.8, Latin capitals 0.5. */
export function emsOf(line: string): number {
  const widths = [...line].map((character) => (/[\u2e80-\u{3ffff}]/u.test(character) ? 0.8 : 0.5))
  const width = widths.reduce((sum, one) => sum + one, 0)
  return Math.max(1, width)
}

/** The part of its slot's height one line of a name may take. */
export function shareOf(lines: readonly string[]): number {
  return lines.length > 1 ? 0.54 : 1
}
