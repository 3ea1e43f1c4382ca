import { getTranslations } from 'next-intl/server'

/** The words of the pad, which runs in the browser. */
export async function padWords() {
  const t = await getTranslations('draws.pad')
  const suits = { S: t('S'), H: t('H'), D: t('D'), C: t('C') }
  const ranks = 'A 2 3 4 5 6 7 8 9 10 J Q K'.split(' ')
  const cards = Object.fromEntries(
    (['S', 'H', 'D', 'C'] as const).flatMap((suit) =>
      ranks.map((rank) => [`${rank}${suit}`, t('card', { suit: suits[suit], rank })]),
    ),
  )
  return {
    suits,
    cards,
    dice: t('dice'),
    deck: t('cards'),
    faces: [1, 2, 3, 4, 5, 6].map((value) => t('die', { value })),
    undo: t('undo'),
    clear: t('clear'),
    readBack: t('readBack'),
    readLead: t('readLead'),
    confirm: t('confirm'),
    edit: t('edit'),
    rollers: t('rollers'),
    roller: [1, 2, 3].map((n) => t('roller', { n })),
  }
}

export type PadWords = Awaited<ReturnType<typeof padWords>>
