import type { GiftKind, GiftSort, GiftStatus, PrizeKind } from '../schema/gifts'

/** The way of a gift, station by station; offered (by themselves, waiting for our word) and declined are sidings. */
export const line: readonly GiftStatus[] = ['draft', 'asked', 'pledged', 'received', 'thanked']

const next: Record<GiftStatus, GiftStatus | null> = {
  draft: 'asked',
  asked: 'pledged',
  offered: 'pledged',
  pledged: 'received',
  received: 'thanked',
  thanked: null,
  declined: 'asked',
}
// Only what Postgres allows too: see gifts_step_allowed.
const asides = [
  'draft-pledged',
  'draft-declined',
  'asked-declined',
  'asked-draft',
  'offered-declined',
  'pledged-asked',
  'pledged-declined',
  'received-pledged',
  'thanked-received',
  'declined-pledged',
  'declined-draft',
] as const satisfies readonly `${GiftStatus}-${GiftStatus}`[]

/** The one step that moves a gift on; null at the end of the line. */
export const nextStep = (status: GiftStatus): GiftStatus | null => next[status]

/** The other steps that can be taken from here: back, aside, or skipping the asking; `name` is their word. */
export const otherSteps = (status: GiftStatus) =>
  asides
    .filter((name) => name.startsWith(`${status}-`))
    .map((name) => ({ name, to: name.slice(status.length + 1) as GiftStatus }))

/** May anybody see it? Plans, asks and refusals are nobody's business. */
export const publicStatuses = ['pledged', 'received', 'thanked'] as const satisfies readonly GiftStatus[]

/** Is it promised or here? */
export const isPublic = (status: GiftStatus): boolean => (publicStatuses as readonly GiftStatus[]).includes(status)

/** What the sponsor's own desk shows: all but the organiser's plans. */
export const deskStatuses = [
  'asked',
  'offered',
  'pledged',
  'received',
  'thanked',
  'declined',
] as const satisfies readonly GiftStatus[]

/** The sponsor may change or withdraw a gift until it has arrived. */
export const openAtDesk = (status: GiftStatus): boolean => ['asked', 'offered', 'pledged'].includes(status)

/** The kind of a gift and, for a prize, which sort of prize, out of the one question asked. */
export function kindsOf(sort: GiftSort): { kind: GiftKind; prizeKind: PrizeKind | null } {
  if (sort.startsWith('prize-')) return { kind: 'prize', prizeKind: sort.slice('prize-'.length) as PrizeKind }
  return { kind: sort as GiftKind, prizeKind: null }
}

/** The one question's answer out of what is stored. */
export const sortOf = (kind: GiftKind, prizeKind: PrizeKind | null): GiftSort =>
  kind === 'prize' ? `prize-${prizeKind ?? 'thing'}` : kind

/** One unit of these may let in or serve several people. */
export const admitsSeveral = (sort: GiftSort): boolean => sort === 'prize-voucher' || sort === 'prize-service'

/** The names in a line such as "Ruby、Jaden", in order, each once. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；/]/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]

/** The line that `namesIn` reads back to the same names. */
export const namesLine = (names: readonly string[]): string => names.join('、')

/** Gifts by status: what waits for our word first, then the line's order, the declined last. */
export function ledgerOf<Gift extends { status: GiftStatus }>(gifts: readonly Gift[]) {
  return ['offered' as const, ...line, 'declined' as const].map((status) => ({
    status,
    gifts: gifts.filter((gift) => gift.status === status),
  }))
}

/** Sponsors by the position of their tier, those without one last; within a tier as they came. */
export const byTier = <One extends { tier: { position: number } | null }>(sponsors: readonly One[]): One[] =>
  [...sponsors].sort(
    (a, b) => (a.tier?.position ?? Number.MAX_SAFE_INTEGER) - (b.tier?.position ?? Number.MAX_SAFE_INTEGER),
  )

/** The same under the names of their tiers, in order; a stop without tiers has one group without a name. */
export function underTiers<One extends { tier: { id: string; position: number } | null }>(
  sponsors: readonly One[],
): { tier: One['tier']; sponsors: One[] }[] {
  const groups: { tier: One['tier']; sponsors: One[] }[] = []
  for (const sponsor of byTier(sponsors)) {
    const last = groups.at(-1)
    if (last && last.tier?.id === sponsor.tier?.id) last.sponsors.push(sponsor)
    else groups.push({ tier: sponsor.tier, sponsors: [sponsor] })
  }
  return groups
}

/** The order after moving one thing past its neighbour; the same order when there is none. */
export function movedPast(ids: readonly string[], id: string, direction: 'up' | 'down'): string[] {
  const from = ids.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  const moved = [...ids]
  const [a, b] = [moved[from], moved[to]]
  if (a === undefined || b === undefined) return moved
  moved[from] = b
  moved[to] = a
  return moved
}
