import type { StationState } from '@/lib/events/rules'

type Standing = { state: StationState; startsAt: string }

/** Nothing is ahead of a stop that was called off once its day is over. */
const isBehind = ({ state, startsAt }: Standing, now: Date): boolean =>
  state === 'done' || (state === 'cancelled' && new Date(startsAt) <= now)

/** Where the tour is heading, then what comes after, cancelled and postponed ones too; in the line's order. */
export const aheadOf = <S extends Standing>(stops: readonly S[], now: Date): S[] => [
  ...stops.filter(({ state }) => state === 'now'),
  ...stops.filter((stop) => stop.state !== 'now' && !isBehind(stop, now)),
]

/** Where the tour has been, or would have, the latest first. */
export const behindOf = <S extends Standing>(stops: readonly S[], now: Date): S[] =>
  stops.filter((stop) => isBehind(stop, now)).reverse()
