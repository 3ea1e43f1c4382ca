/** Whether a name is set as Chinese or as Latin capitals. */
export function scriptOf(city: string): 'han' | 'latin' {
  return /[\u2e80-\u{3ffff}]/u.test(city) ? 'han' : 'latin'
}

/** About how wide a name is set in the display faces, in em: Chinese 0.8, Latin capitals 0.5. */
export function emsOf(city: string): number {
  const widths = [...city].map((character) => (/[\u2e80-\u{3ffff}]/u.test(character) ? 0.8 : 0.5))
  return Math.max(
    1,
    widths.reduce((sum, width) => sum + width, 0),
  )
}
