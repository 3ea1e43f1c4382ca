import type { Locale } from '@/lib/words/load'

/** What every row of the programme needs to know of its page. */
export type RowContext = {
  event: string
  timeZone: string
  locale: Locale
  /** Everybody of the series who can be put on stage. */
  known: readonly { id: string; name: string; organisation: string }[]
  count: number
}
