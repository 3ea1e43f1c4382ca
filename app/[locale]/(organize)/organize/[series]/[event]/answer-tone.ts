import type { Answer } from '@/lib/program/rules'

/** The mark beside an answer: a "no" needs somebody to act, silence waits. */
export const toneOf = { open: 'wait', confirmed: 'good', declined: 'bad' } as const satisfies Record<Answer, string>
