import type { PictureRef } from '@/lib/values/picture'

/** One gift in a sponsor's report, with what became of it. */
export type ReportGift = {
  id: string
  kind: string
  title: string
  titleEn: string | null
  /** Null: nobody said or counted how many. */
  quantity: number | null
  status: string
  prize: boolean
  drawn: number
  handedOver: number
  returned: number
}

/** What a winner told whoever gave the prize, or the photo of its hand-over; a name only of those who agreed. */
export type ReportWinner = {
  id: string
  name: string | null
  words: string
  photo: PictureRef | null
  title: string
  titleEn: string | null
  /** By the winner themselves; else it is the photo of the hand-over alone. */
  sent: boolean
  /** Organisers keep it to themselves; never on the giver's own page. */
  leftOut: boolean
}

/** Everything that a sponsor's report of one stop says; every number is counted, none estimated. */
export type Report = {
  stop: {
    city: string
    cityEn: string
    number: number
    pigment: string
    startsAt: Date
    endsAt: Date
    timeZone: string
    series: string
    seriesEn: string | null
    organizer: string
    path: string
  }
  sponsor: { id: string; name: string; nameEn: string | null }
  contacts: string[]
  gifts: ReportGift[]
  winners: ReportWinner[]
  /** Where they were named: the public page, the big screen, the published recap. */
  named: { page: boolean; stage: boolean; recap: boolean }
  reach: { registered: number; checkedIn: number; inTheHat: number }
  /** The stop after this one, and whether something of theirs stands in its ledger already. */
  next: { id: string; city: string; cityEn: string; startsAt: Date; timeZone: string; asked: boolean } | null
}

/** The parts of a gift's line: what has left the table, what still lies there. They add up to its quantity. */
export function fateOf({ quantity, drawn, handedOver, returned }: ReportGift) {
  const all = Math.max(quantity ?? 0, drawn + returned)
  return {
    all,
    handedOver,
    waiting: Math.max(0, drawn - handedOver),
    returned,
    left: Math.max(0, all - drawn - returned),
  }
}

/** The sums over all prizes, for the sentence at the head. */
export function sumsOf(gifts: readonly ReportGift[]) {
  const fates = gifts.filter(({ prize }) => prize).map(fateOf)
  const sum = (of: (fate: ReturnType<typeof fateOf>) => number) => fates.reduce((total, fate) => total + of(fate), 0)
  return {
    all: sum(({ all }) => all),
    drawn: sum(({ handedOver, waiting }) => handedOver + waiting),
    handedOver: sum(({ handedOver }) => handedOver),
    left: sum(({ left }) => left),
  }
}

/** Winners who said something, in words or with a picture, and the names of those who only let them be told. */
export function toldBy(winners: readonly ReportWinner[]) {
  const said = winners.filter(({ words, photo }) => words !== '' || photo !== null)
  const names = winners.flatMap((winner) => (winner.name && !said.includes(winner) ? [winner.name] : []))
  return { said, names }
}
