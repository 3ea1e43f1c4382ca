import type { GiftKind, GiftStatus, PrizeKind } from '@/lib/sponsors/schema/gifts'
import type { PictureRef } from '@/lib/values/picture'
import type { HighlightKind } from '../schema/recap'

/** All that the article is composed of, in a plain shape that can be cached: instants are ISO text. */
export type RecapData = {
  series: { name: string; nameEn: string | null; organizerName: string }
  event: RecapStop
  /** Every published stop of the series that is neither called off nor waiting for a new day, by start. */
  stops: RecapStop[]
  venue: { name: string; nameEn: string | null } | null
  talks: RecapTalk[]
  gifts: RecapGift[]
  crew: { id: string; name: string; leads: boolean }[]
  written: Written | null
}

export type RecapStop = {
  id: string
  number: number
  city: string
  cityEn: string
  startsAt: string
  timeZone: string
}

export type RecapTalk = {
  id: string
  kind: 'talk' | 'panel' | 'icebreaker' | 'break' | 'raffle'
  title: string
  titleEn: string | null
  people: {
    name: string
    organisation: string
    organisationEn: string | null
    position: string
    positionEn: string | null
    role: 'speaker' | 'panelist' | 'moderator' | 'host'
  }[]
  note: {
    version: number
    body: string
    bodyEn: string | null
    highlightKind: HighlightKind | null
    highlights: string
    highlightsEn: string | null
  } | null
}

/** A gift that is promised or here. */
export type RecapGift = {
  id: string
  kind: GiftKind
  status: GiftStatus
  title: string
  titleEn: string | null
  quantity: number | null
  photo?: PictureRef | null
  prize: { kind: PrizeKind; admits: number } | null
  sponsor: { id: string; kind: 'organisation' | 'person'; name: string; nameEn: string | null; everyStop: boolean }
  thanks: string[]
}

/** What people wrote over the generated sentences. */
export type Written = {
  version: number
  publishedAt: string | null
  completedAt?: string | null
  headline: string
  headlineEn: string | null
  opening: string
  openingEn: string | null
  icebreaker: string
  icebreakerEn: string | null
  raffle: string
  raffleEn: string | null
  closing: string
  closingEn: string | null
}
