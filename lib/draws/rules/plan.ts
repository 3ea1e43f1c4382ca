import { inPlannedOrder } from '@/lib/prizes/rules/plan'
import { maxWeight } from './entry'
import type { Plan } from './record'
import type { SourceName } from './seed'

/** Where the randomness comes from: dice or cards of the room, a public beacon, or both. */
export const presets = ['room', 'beacon', 'both'] as const
export type Preset = (typeof presets)[number]

export const sourcesOf: Record<Preset, SourceName[]> = {
  room: ['chain', 'room'],
  beacon: ['chain', 'beacon'],
  both: ['chain', 'room', 'beacon'],
}

export const presetOf = (sources: readonly SourceName[]): Preset =>
  !sources.includes('beacon') ? 'room' : sources.includes('room') ? 'both' : 'beacon'

/** A prize as the plan sees it; `units` are those in stock. */
export type Drawable = {
  id: string
  title: string
  units: number
  position: number
  /** Its place in the ledger's plan of the day, where somebody gave it one. */
  place?: number | null
  /** Where the randomness of this one comes from, when it is not as for all. */
  preset?: Preset | undefined
  sponsorId: string
}

/** The order that is proposed: as the prize plan of the ledger has it; else many small ones first, the big one last. */
export const proposedOrder = <T extends Drawable>(prizes: readonly T[]): T[] => inPlannedOrder(prizes)

/** The tag by which a sponsor's own people are known in the list, and kept out of its prizes. */
export const sponsorTag = (sponsorId: string): string => `sponsor:${sponsorId.replaceAll('-', '').slice(-12)}`

/** What becomes of a prize that its winner leaves behind: drawn again in public, or back to whoever gave it. */
export type Unclaimed = 'again' | 'donor'

type Promise = {
  event: string
  crew: number
  preset: Preset
  oneEach: boolean
  wait?: number
  unclaimed?: Unclaimed
}

/**
 * What happens when somebody is called and does not come, as the plan says it: seconds of patience first, if any; and,
 * where it says so, what becomes of a prize that was won and never fetched.
 */
const absentRule = (wait: number, unclaimed?: Unclaimed): string =>
  `${wait > 0 ? `next after ${wait} s` : 'next'}${unclaimed ? `; unclaimed: ${unclaimed}` : ''}`

/** How many seconds a plan promises to wait for whoever is called. */
export const waitOf = (rule: string): number => Number(/^next after (\d{1,5}) s(;|$)/.exec(rule)?.[1] ?? 0)

/** What a plan promises about prizes that nobody fetched, or null. */
export const unclaimedOf = (rule: string): Unclaimed | null =>
  (/; unclaimed: (again|donor)$/.exec(rule)?.[1] as Unclaimed | undefined) ?? null

/** The plan as it is published: prizes in this order, who stays out, what happens when somebody is not there. */
export function planOf(
  prizes: readonly Drawable[],
  { event, crew, preset, oneEach, wait = 0, unclaimed }: Promise,
): Plan {
  return {
    event,
    left_out: { crew },
    draws: prizes.map((prize, index) => ({
      id: `d${index + 1}`,
      prize: prize.title.normalize('NFC'),
      units: prize.units,
      sources: sourcesOf[prize.preset ?? preset],
      absent: absentRule(wait, unclaimed),
      one_each: oneEach,
      exclude: [sponsorTag(prize.sponsorId)],
    })),
  }
}

/** The plan of a ballot: one draw of so many seats, over everybody who entered; nobody is left out. */
export const ballotPlan = (of: { event: string; preset: Preset; seats: number }): Plan => ({
  event: of.event,
  left_out: {},
  draws: [
    {
      id: 'd1',
      prize: '席位 · Seats',
      units: of.seats,
      sources: sourcesOf[of.preset],
      absent: absentRule(0),
      one_each: true,
    },
  ],
})

/** How many links the chain gets: each draw once, and enough to draw some again after a void. */
export const chainLength = (plan: Plan): number => plan.draws.length * 3 + 8

/** May these draws be armed with one throw? Only from the same sources, and when the same people stay out of all. */
export const mayArmTogether = (draws: Plan['draws']): boolean =>
  new Set(draws.map(({ exclude = [], one_each, sources }) => `${one_each} ${sources} ${exclude.join()}`)).size <= 1

/** How much somebody counts for who came to so many earlier stops. */
export const weightFor = (stops: number): number => Math.min(maxWeight, 1 + stops)

/** Invented people for a rehearsal: nobody could take them for guests. */
export const inventedLabels = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `[TEST] ${String(index + 1).padStart(3, '0')}`)
