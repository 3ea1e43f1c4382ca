import { inPlannedOrder } from '@/lib/prizes/rules/plan'
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
  sponsorId: string
}

/** The order that is proposed: as the prize plan of the ledger has it; else many small ones first, the big one last. */
export const proposedOrder = <T extends Drawable>(prizes: readonly T[]): T[] => inPlannedOrder(prizes)

/** The tag by which a sponsor's own people are known in the list, and kept out of its prizes. */
export const sponsorTag = (sponsorId: string): string => `sponsor:${sponsorId.replaceAll('-', '').slice(-12)}`

type Promise = { event: string; crew: number; preset: Preset; oneEach: boolean; wait?: number }

/** What happens when somebody is called and does not come, as the plan says it; seconds of patience first, if any. */
export const absentRule = (wait: number): string => (wait > 0 ? `next after ${wait} s` : 'next')

/** How many seconds a plan promises to wait for whoever is called. */
export const waitOf = (rule: string): number => Number(/^next after (\d{1,5}) s$/.exec(rule)?.[1] ?? 0)

/** The plan as it is published: prizes in this order, who stays out, what happens when somebody is not there. */
export function planOf(prizes: readonly Drawable[], { event, crew, preset, oneEach, wait = 0 }: Promise): Plan {
  return {
    event,
    left_out: { crew },
    draws: prizes.map((prize, index) => ({
      id: `d${index + 1}`,
      prize: prize.title.normalize('NFC'),
      units: prize.units,
      sources: sourcesOf[preset],
      absent: absentRule(wait),
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

/** May these draws be armed with one throw? Only when the same people stay out of all of them. */
export const mayArmTogether = (draws: Plan['draws']): boolean =>
  new Set(draws.map(({ exclude = [], one_each }) => `${one_each} ${exclude.join()}`)).size <= 1

/** Invented people for a rehearsal: nobody could take them for guests. */
export const inventedLabels = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `[TEST] ${String(index + 1).padStart(3, '0')}`)
