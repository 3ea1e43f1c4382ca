/** How wide a text is in its own font's height: Chinese signs are square, the rest, in bold, under two thirds of that. */
export const emsOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 1 : 0.63), 0)

/** From 1 to 40 cards at once: how they are set. Each fits 16:9 and 4:3 without a scrollbar. */
export const gridFor = (cards: number): 'one' | 'few' | 'half' | 'dozen' | 'score' | 'crowd' => {
  if (cards <= 1) return 'one'
  if (cards <= 3) return 'few'
  if (cards <= 6) return 'half'
  if (cards <= 12) return 'dozen'
  return cards <= 20 ? 'score' : 'crowd'
}
