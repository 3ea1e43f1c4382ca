import type { GiftSort, GiftStatus } from '@/lib/sponsors/schema/gifts'

/** What the demo knows of a stop. Times are wall clock in the event's zone; undefined English means the same. */
export type DemoStop = {
  stop: {
    number: number
    slug: string
    city: string
    cityEn: string
    title: string
    titleEn: string
    summary: string
    summaryEn: string
    date: string
    start: string
    end: string
    capacity: number
    pigment: string
  }
  venue?: { name: string; nameEn: string; address: string; addressEn: string; directions: string; coordinates: string }
  talks: DemoTalk[]
  sponsors: DemoSponsor[]
  /** Who is named first, under which words; the others follow. */
  tiers?: { name: string; nameEn: string; sponsors: string[] }[]
  crew: { name: string; role: string; shift?: string; leads: boolean; confirmed?: boolean }[]
  needs?: DemoNeed[]
  asks?: { need: string; sponsor: string; contact: string }[]
  /** From the public board, which is open when there are any. */
  offers?: { need: string; title: string; quantity: string; delivery: string; thanks: string; contact: string }[]
  /** Everybody was thanked. */
  thanked?: boolean
  published: boolean
  recap?: { opening: string; openingEn: string }
}

type DemoNeed = {
  sort: GiftSort
  title: string
  titleEn: string
  quantity: number | null
  /** How many days before the start it has to be settled; ten where nothing is said. */
  daysBefore?: number
  note?: string
  noteEn?: string
}

export type DemoTalk = {
  kind: 'talk' | 'panel' | 'icebreaker' | 'break' | 'raffle'
  title: string
  titleEn: string
  minutes: number
  people: DemoPerson[]
  summary?: string
  summaryEn?: string
  note?: string
  noteEn?: string
  highlight?: { kind: 'questions' | 'consensus' | 'promise'; lines: string; linesEn: string }
}

export type DemoPerson = {
  name: string
  organisation?: string
  organisationEn?: string
  position?: string
  positionEn?: string
  role?: 'speaker' | 'panelist' | 'moderator' | 'host'
  confirmed?: boolean
}

export type DemoSponsor = {
  name: string
  nameEn?: string
  blurb?: string
  blurbEn?: string
  contacts: string[]
  gifts: {
    sort: GiftSort
    title: string
    titleEn: string
    quantity: number | null
    admits?: number
    status: GiftStatus
    /** The title of the need that it answers. */
    need?: string
    delivery?: string
    parcel?: string
    /** In yuan. */
    value?: string
  }[]
}
