import { type SeatsState, seatsStateOf } from '@/lib/events/rules'
import { findStop, seatsOf, type Tour, type TourStop } from './load'

const labels = { open: 'free', few: 'free', ballot: 'ballot', invitation: 'invitation', full: 'wait' } as const

const isOpen = (state: SeatsState): state is keyof typeof labels => state in labels

/** The word of `public.register` for what registering is in this state of the seats; null when nobody can. */
export const registerWord = (state: SeatsState) => (isOpen(state) ? labels[state] : null)

/** The same for one stop of a tour, with its seats as they are now. */
export async function registerWordOf(tour: Tour, { slug }: Pick<TourStop, 'slug'>, now: Date) {
  const found = await findStop(tour.slug, slug)
  if (!found || 'moved' in found) return null
  return registerWord(seatsStateOf(found.stop, await seatsOf(found.stop, tour.slug), now))
}

export type RegisterWord = NonNullable<ReturnType<typeof registerWord>>
