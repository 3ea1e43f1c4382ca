import type { Stop } from '../../../load'

/** The needs that anybody may help with: null while the list is not public, and once the stop is over or called off. */
export const openNeedsOf = (stop: Stop, now: Date): Stop['needs'] =>
  stop.cancelledAt !== null || new Date(stop.endsAt) <= now ? null : stop.needs
