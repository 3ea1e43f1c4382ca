/** What counts as a throw: at least 16 dice or 8 cards in all, mixed in proportion (§1.2). */
const cards = new Set([...'SHDC'].flatMap((suit) => 'A 2 3 4 5 6 7 8 9 10 J Q K'.split(' ').map((rank) => rank + suit)))

/**
 * How much of a full throw a text holds, in 16ths of dice: `d6:3 1 6…` counts one a die, `cards:7H KD…` two a card,
 * parts are joined by `;`. Null when a part is not a throw: a die shows 1 to its sides, no card is drawn twice.
 */
export function throwSize(text: string): number | null {
  let size = 0
  for (const part of text.split(';')) {
    const [, kind, sides, thrown] = /^\s*(?:(d)(\d{1,3})|cards):(.*)$/.exec(part) ?? []
    if (thrown === undefined) return null
    const values = thrown.split(/[ ,]+/).filter(Boolean)
    if (kind === 'd') {
      const most = Number(sides)
      if (most < 6 || !values.every((value) => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= most))
        return null
      size += values.length
    } else {
      if (new Set(values).size !== values.length || !values.every((value) => cards.has(value))) return null
      size += values.length * 2
    }
  }
  return size
}

/** Is the throw large enough that preparing the hash chain could not lift anybody noticeably? */
export const isFullThrow = (text: string): boolean => (throwSize(text) ?? 0) >= 16
