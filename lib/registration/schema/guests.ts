import { z } from 'zod'
import { checkbox, choice, id, line, optionalLine, version, wholeNumber } from '@/lib/values/fields'
import { contact, type GuestTab, isGuestTab } from './registration'

/** The orders of a guest list; `place` is the queue's own. */
export const guestSorts = ['newest', 'oldest', 'name', 'place'] as const
export type GuestSort = (typeof guestSorts)[number]
export const guestContacts = ['any', 'email', 'phone'] as const
export const guestArrivals = ['any', 'in', 'out'] as const

/** Which guests, in which order: all of it stands in the address of the list. */
export type GuestFilter = {
  tab: GuestTab
  q: string
  sort: GuestSort
  by: (typeof guestContacts)[number]
  came: (typeof guestArrivals)[number]
}

const oneOf = <T extends string>(otherwise: T, values: readonly T[], text: unknown): T =>
  values.includes(text as T) ? (text as T) : otherwise

/** The filter that an address asks for. What it does not know counts as not said. */
export function guestFilter(search: Record<string, string | undefined>): GuestFilter {
  const tab = isGuestTab(search.tab) ? search.tab : 'all'
  const waiting = tab === 'waitlisted'
  // Only those who wait have a place to be sorted by.
  const sorts = guestSorts.filter((sort) => waiting || sort !== 'place')
  return {
    tab,
    q: (search.q ?? '').replaceAll('\0', '').slice(0, 80).trim(),
    sort: oneOf(waiting ? 'place' : 'newest', sorts, search.sort),
    by: oneOf('any', guestContacts, search.by),
    came: oneOf('any', guestArrivals, search.came),
  }
}

/** The filter as an address says it: only what differs from what an empty one means. */
export function filterQuery(filter: GuestFilter): Record<string, string> {
  const plain = guestFilter({ tab: filter.tab })
  const told = Object.entries(filter).filter(
    ([name, value]) => value !== (name === 'tab' ? 'all' : plain[name as keyof GuestFilter]),
  )
  return Object.fromEntries(told)
}

/** Does the filter narrow more than its tab does? */
export const narrows = ({ q, by, came }: GuestFilter): boolean => q !== '' || by !== 'any' || came !== 'any'

/** The name and contact of a guest as an organiser corrects them, over the version that was seen. */
export const guestEditSchema = z.object({ id: id(), version: version(), name: line(40), contact: contact() })

/** What can be done with many guests at once. */
const bulkActs = ['approve', 'promote', 'decline', 'cancel', 'restore', 'resend'] as const
export type BulkAct = (typeof bulkActs)[number]

/** So many guests are taken in one go; the browser asks again until all are through. */
export const bulkPortion = 50

/** May it be taken back with one press? Not when people were told, and not for more than come in one go. */
export const canUndo = (act: BulkAct, notify: boolean, count: number): boolean =>
  (act === 'decline' || act === 'cancel') && !notify && count <= 4 * bulkPortion

/** Must the number of people be typed first? Where it ends somebody's place and cannot be taken back. */
export const mustType = (act: BulkAct, notify: boolean, count: number): boolean =>
  (act === 'decline' || act === 'cancel') && !canUndo(act, notify, count)

/**
 * One portion of many guests: those ticked (`ids`), or all that the list's address shows (`list`, from the guest after
 * `from`). `typed` is the number of people, where it must be typed.
 */
export const bulkSchema = z.object({
  locale: choice(['zh', 'en']),
  act: choice(bulkActs),
  notify: checkbox(),
  /** Why they pass those who wait longer; only `promote` needs one. */
  reason: optionalLine(200),
  ids: z.array(id()).max(bulkPortion).optional(),
  list: optionalLine(2_000).optional(),
  from: z.union([z.literal(''), id()]).optional(),
  count: wholeNumber(1, 10_000_000),
  typed: optionalLine(20).optional(),
})

export type GuestEdit = z.output<typeof guestEditSchema>
