import type { StationState } from '@/lib/events/rules'

type Standing = { state: StationState }

/** Where the tour is heading, then what comes after, cancelled and postponed ones too; in the line's order. */
export const aheadOf = <S extends Standing>(stops: readonly S[]): S[] => [
  ...stops.filter(({ state }) => state === 'now'),
  ...stops.filter(({ state }) => state !== 'now' && state !== 'done'),
]

/** Where the tour has been, the latest first. */
export const behindOf = <S extends Standing>(stops: readonly S[]): S[] =>
  stops.filter(({ state }) => state === 'done').reverse()
