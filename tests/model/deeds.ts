/** What somebody does to a stop. Ids are the real ones; people are numbers, each with one address. */
export type Deed =
  | { do: 'register'; key: string; person: number; name: string; code: Code | null }
  | { do: 'cancel' | 'decline' | 'approve' | 'restore'; guest: string }
  | { do: 'cancel mine' | 'restore mine' | 'accept offer' | 'decline offer' | 'reconfirm' | 'erase'; guest: string }
  | { do: 'hand over'; guest: string; person: number }
  | { do: 'jump'; guest: string; reason: string }
  | { do: 'add'; key: string; person: number; hold: string | null }
  | { do: 'let in' }
  | { do: 'edit'; capacity: number; approval: boolean; version: number }
  | { do: 'hold'; seats: number; codes: 'shared' | 'none'; hours: number | null }
  | { do: 'release hold'; hold: string }
  | { do: 'entry'; mode: 'open' | 'invitation' }
  | { do: 'ask again'; days: number | null; release: number | null }
  | { do: 'read the clock' }
  | { do: 'hours pass'; hours: number }
  | { do: 'call off' | 'put off' | 'put on again' }
  | { do: 'keep list'; key: string; people: number[] }
  | { do: 'plan list'; list: string; whenFull: 'waiting' | 'refused' }
  | { do: 'run list'; list: string }
  | { do: 'undo list'; list: string; typed: number }
  | { do: 'scan'; key: string; guest: string }
  | { do: 'undo scan'; scan: string }
  | { do: 'walk in'; key: string; person: number }

/** A code as it is typed, and the hold it opens; null opens nothing. */
export type Code = { typed: string; hold: string | null }

/** What came of it: a refusal by its name, what was answered, or what nobody expected. */
export type Answer = { refused: string } | { answered: unknown } | { broke: string }

/** One deed as it happened: its answer, its place in the true order, and when it was asked and answered. */
export type Entry = {
  deed: Deed
  answer: Answer
  /** The number the event's row had while it was under way; null when it never came so far. */
  serial: bigint | null
  /** The numbers of the transaction it shared with others. */
  batch: { from: bigint; to: bigint } | null
  committed: boolean
  asked: number
  answeredAt: number
  /** At which of its calls to the database it is broken off; null: at none. */
  failAt: number | null
  calls: number
  failed: boolean
}

export const refusalOf = (answer: Answer): string | null => ('refused' in answer ? answer.refused : null)
