import type { Pigment } from '@/lib/values/pigments'

/** What a picture says. Every word comes from the caller, in the picture's language. */
export type PosterStop = {
  /** The event's slug; the line follows from it. */
  readonly slug: string
  /** Which stop of the tour this is, from 1: so many stations, the last one present. */
  readonly number: number
  /** The badge: 第 07 站, Stop 07. */
  readonly badge: string
  readonly city: string
  /** Shown in capitals below the city; left out where it says the same again. */
  readonly cityLatin: string
  readonly title: string
  readonly dateText: string
  readonly venueText: string
  /** The last line: that it is free, how to register. */
  readonly freeText: string
  /** Absolute address for the QR code. */
  readonly url: string
  readonly pigment: Pigment
}

export type PictureLocale = 'zh' | 'en'

export type PictureFormat = 'card' | 'tall' | 'wide' | 'square' | 'screen' | 'a3'

/** All lengths in px of the drawing; `a3` is drawn at 1080 wide and printed at 297 × 420 mm. */
export type Plan = {
  readonly width: number
  readonly height: number
  readonly ground: 'light' | 'night'
  readonly type: 'png' | 'svg'
  readonly cell: number
  readonly margin: number
  /** The text's column; the rest of the width belongs to the line. */
  readonly column: number
  readonly badge: number
  readonly date: number
  readonly city: number
  readonly latin: number
  /** Title sizes from the wished to the smallest; none where there is no title. */
  readonly titles: readonly number[]
  readonly titleStands: 'under-city' | 'over-facts'
  readonly facts: readonly number[]
  readonly gap: number
  /** Edge of the QR code with its quiet zone; 0 for none. */
  readonly qr: number
  readonly faintLines: number
}

const poster = {
  width: 1080,
  ground: 'light',
  cell: 36,
  margin: 72,
  column: 730,
  badge: 34,
  date: 36,
  city: 400,
  latin: 92,
  titles: [60, 56, 52, 46, 40],
  titleStands: 'under-city',
  facts: [34, 30, 26],
  gap: 36,
  qr: 236,
} as const

export const plans: Readonly<Record<PictureFormat, Plan>> = {
  card: {
    width: 1200,
    height: 630,
    ground: 'light',
    type: 'png',
    cell: 30,
    margin: 56,
    column: 800,
    badge: 28,
    date: 30,
    city: 290,
    latin: 60,
    titles: [42, 38, 34, 30],
    titleStands: 'over-facts',
    facts: [26, 23, 20],
    gap: 24,
    qr: 0,
    faintLines: 5,
  },
  tall: { ...poster, height: 1440, type: 'png', faintLines: 6 },
  wide: {
    width: 900,
    height: 383,
    ground: 'light',
    type: 'png',
    cell: 22,
    margin: 40,
    column: 560,
    badge: 22,
    date: 24,
    city: 190,
    latin: 44,
    titles: [30, 27, 24],
    titleStands: 'over-facts',
    facts: [],
    gap: 18,
    qr: 0,
    faintLines: 4,
  },
  square: {
    width: 500,
    height: 500,
    ground: 'light',
    type: 'png',
    cell: 26,
    margin: 40,
    column: 420,
    badge: 28,
    date: 30,
    city: 220,
    latin: 52,
    titles: [],
    titleStands: 'over-facts',
    facts: [30, 26, 22],
    gap: 20,
    qr: 0,
    faintLines: 4,
  },
  screen: {
    width: 1920,
    height: 1080,
    ground: 'night',
    type: 'png',
    cell: 48,
    margin: 96,
    column: 1180,
    badge: 44,
    date: 48,
    city: 480,
    latin: 104,
    titles: [72, 66, 60, 52],
    titleStands: 'over-facts',
    facts: [44, 38, 32],
    gap: 40,
    qr: 0,
    faintLines: 6,
  },
  a3: { ...poster, height: 1527, type: 'svg', faintLines: 6 },
}

export const pictureFormats = Object.keys(plans) as PictureFormat[]
