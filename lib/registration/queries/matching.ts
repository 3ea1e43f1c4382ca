import 'server-only'
import { Prisma } from '@/lib/database/generated/client'
import { parseContact } from '@/lib/values/address'
import { searchWords } from '../rules/seats'
import type { GuestFilter, GuestSort } from '../schema/guests'
import type { GuestTab } from '../schema/registration'

/** The guest list's conditions in SQL, over `registrations r`. Every statement asks for one event only. */

/** So many of a search's hits are looked at: more is a call for another letter, not for more pages. */
export const mostFound = 1_000

const statuses = {
  all: [null],
  confirmed: ['confirmed'],
  waitlisted: ['waitlisted'],
  pending: ['pending'],
  // Two statuses are two lists that meet, each in the order of its index.
  ended: ['cancelled', 'declined'],
} as const satisfies Record<GuestTab, readonly (string | null)[]>

/** The statuses that a tab shows; none means every one. */
export const statusesOf = (tab: GuestTab): string[] => statuses[tab].filter((status) => status !== null)

/** Where somebody stands in an order: the values of its columns. */
export type Place = { id: string; name: string; place: number | null }

/** The columns of an order; the id makes it whole. */
export function orderOf(sort: GuestSort, backwards = false) {
  const down = (sort === 'newest') !== backwards
  const way = down ? Prisma.sql`DESC` : Prisma.sql`ASC`
  if (sort === 'name') return Prisma.sql`left(r.search_text, 40) ${way}, r.id ${way}`
  if (sort === 'place') return Prisma.sql`r.waitlist_position ${way}, r.id ${way}`
  return Prisma.sql`r.id ${way}`
}

/** What comes after a place in an order. */
function beyond(sort: GuestSort, from: Place, backwards = false) {
  const down = (sort === 'newest') !== backwards
  const than = down ? Prisma.sql`<` : Prisma.sql`>`
  const id = Prisma.sql`${from.id}::uuid`
  if (sort === 'name') return Prisma.sql`(left(r.search_text, 40), r.id) ${than} (${from.name}, ${id})`
  if (sort !== 'place') return Prisma.sql`r.id ${than} ${id}`
  return Prisma.sql`(r.waitlist_position, r.id) ${than} (${from.place}, ${id})`
}

/** What the filter asks for beside its tab, as conditions joined by AND; words by their keys, or read row by row. */
export function conditions(
  eventId: string,
  filter: GuestFilter,
  words: 'by key' | 'by reading' = 'by key',
): Prisma.Sql {
  const found = [Prisma.sql`r.event_id = ${eventId}::uuid`]
  if (filter.by !== 'any') found.push(Prisma.sql`r.contact_kind = ${filter.by}::contact_kind`)
  if (filter.came !== 'any') {
    const scan = Prisma.sql`(SELECT 1 FROM check_ins c WHERE c.event_id = r.event_id AND c.registration_id = r.id
      AND c.outcome = 'accepted' AND c.undone_at IS NULL)`
    found.push(filter.came === 'in' ? Prisma.sql`EXISTS ${scan}` : Prisma.sql`NOT EXISTS ${scan}`)
  }
  const whole = parseContact(filter.q)
  if (whole) found.push(Prisma.sql`r.contact = ${whole.contact}`)
  else if (filter.q) found.push(...(words === 'by key' ? [keysIn(eventId, filter.q)] : []), ...wordsIn(filter.q))
  return Prisma.join(found, ' AND ')
}

/** The keys of every word of a search. */
function keysIn(eventId: string, q: string): Prisma.Sql {
  const keys = searchWords(q).flatMap(keysOf)
  return Prisma.sql`registration_search_keys(r.event_id, r.search_text)
    @> registration_search_numbers(${eventId}::uuid, ${keys}::text[])`
}

/** The words themselves, because keys end after eight letters, and are numbers that others may have too. */
const wordsIn = (q: string): Prisma.Sql[] =>
  searchWords(q).map((word) =>
    isLatin(word)
      ? Prisma.sql`strpos(' ' || r.search_text, ${` ${word}`}) > 0`
      : Prisma.sql`strpos(r.search_text, ${word}) > 0`,
  )

// Counted as Postgres counts: characters, not the halves of which JavaScript makes some.
const isLatin = (word: string) => Buffer.byteLength(word) === [...word].length

function keysOf(word: string): string[] {
  const letters = [...word]
  if (isLatin(word)) return [letters.slice(0, 8).join('')]
  if (letters.length === 1) return [word]
  return letters.slice(1).map((letter, n) => `${letters[n]}${letter}`)
}

type PageAsk = { take: number; from?: Place | null; backwards?: boolean }
const columns = Prisma.sql`r.event_id, r.id, r.search_text, r.waitlist_position, r.contact_kind, r.contact`

/** The ids of one page, in order: `from` is the place before it. */
export function pageOf(eventId: string, filter: GuestFilter, page: PageAsk): Prisma.Sql {
  const order = orderOf(filter.sort, page.backwards)
  if (!filter.q) return headOf(filter, { ...page, within: conditions(eventId, filter) })
  const after = page.from ? Prisma.sql`AND ${beyond(filter.sort, page.from, page.backwards)}` : Prisma.empty
  return Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT ${columns} FROM registrations r
      WHERE ${conditions(eventId, filter)} ${inTab(filter.tab)} ${after} LIMIT ${mostFound})
    SELECT r.event_id, r.id FROM found r ORDER BY ${order} LIMIT ${page.take}`
}

/**
 * The same page of a search, looked for among the first few hundred of the list alone: what many have in common is
 * found there faster than all who have it are gathered. A page that is not full says nothing.
 */
export function nearPageOf(eventId: string, filter: GuestFilter, page: PageAsk): Prisma.Sql {
  const order = orderOf(filter.sort, page.backwards)
  const head = headOf(filter, { ...page, take: 400, within: Prisma.sql`r.event_id = ${eventId}::uuid` })
  return Prisma.sql`
    WITH head AS MATERIALIZED (${head})
    SELECT r.event_id, r.id FROM head r WHERE ${conditions(eventId, filter, 'by reading')}
    ORDER BY ${order} LIMIT ${page.take}`
}

function headOf(filter: GuestFilter, page: PageAsk & { within: Prisma.Sql }): Prisma.Sql {
  const order = orderOf(filter.sort, page.backwards)
  const after = page.from ? Prisma.sql`AND ${beyond(filter.sort, page.from, page.backwards)}` : Prisma.empty
  const branches = statuses[filter.tab].map((status) => {
    const there = status ? Prisma.sql`AND r.status = ${status}::registration_status` : Prisma.empty
    return Prisma.sql`(SELECT ${columns} FROM registrations r
      WHERE ${page.within} ${there} ${after} ORDER BY ${order} LIMIT ${page.take})`
  })
  return Prisma.sql`SELECT ${columns} FROM (${Prisma.join(branches, ' UNION ALL ')}) r ORDER BY ${order} LIMIT ${page.take}`
}

const inTab = (tab: GuestTab): Prisma.Sql =>
  tab === 'all' ? Prisma.empty : Prisma.sql`AND r.status = ANY (${statusesOf(tab)}::registration_status[])`

/** How many match, counted no further than `most` + 1; `common` words are read, rare ones looked up. */
export function cappedCount(eventId: string, filter: GuestFilter, { most, common }: { most: number; common: boolean }) {
  const within = conditions(eventId, filter, common ? 'by reading' : 'by key')
  return Prisma.sql`SELECT count(*)::int AS count FROM (
    SELECT 1 FROM registrations r WHERE ${within} ${inTab(filter.tab)} LIMIT ${most + 1}) matches`
}
