import type { SeatsState } from '@/lib/events/rules'

const words = { open: 'free', few: 'free', ballot: 'ballot', invitation: 'invitation', full: 'wait' } as const

const isOpen = (state: SeatsState): state is keyof typeof words => state in words

/** The word of `public.register` for what registering is in this state of the seats; null when nobody can. */
export const registerWord = (state: SeatsState) => (isOpen(state) ? words[state] : null)
