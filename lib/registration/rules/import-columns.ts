import { allWords, locales } from '@/lib/words/load'
import { type ColumnKind, columnKinds } from '../schema/imports'

/**
 * Heads as Luma, Eventbrite, Meetup, pretix, Hi.Events, form makers and people write them, without spaces and signs;
 * the earlier a head stands, the surer it is.
 */
const headsOf = (kind: Exclude<ColumnKind, 'skip'>): string[] =>
  locales.flatMap((locale) => allWords(locale).guests.heads[kind].split(' '))
const known = columnKinds.filter((kind) => kind !== 'skip')

const plain = (head: string) =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** What each column is, guessed from its head; no kind twice, and a whole name before its halves. */
export function guessColumns(head: readonly string[]): ColumnKind[] {
  const found: ColumnKind[] = head.map(() => 'skip')
  for (const kind of known) {
    const heads = headsOf(kind)
    const rank = (text: string) => heads.indexOf(plain(text))
    const columns = head
      .map((text, at) => ({ at, rank: rank(text) }))
      .filter(({ at, rank }) => rank >= 0 && found[at] === 'skip')
    const best = columns.sort((a, b) => a.rank - b.rank)[0]
    if (best) found[best.at] = kind
  }
  if (found.includes('name')) return found.map((kind) => (kind === 'first' || kind === 'last' ? 'skip' : kind))
  return found
}

/** Can anybody be told apart by these columns: a name, and a way to reach them? */
export function missingColumns(columns: readonly string[]): ('name' | 'contact')[] {
  const has = (...kinds: ColumnKind[]) => kinds.some((kind) => columns.includes(kind))
  return [
    ...(has('name', 'first', 'last') ? [] : ['name' as const]),
    ...(has('email', 'phone', 'contact') ? [] : ['contact' as const]),
  ]
}
