import type { Audience } from './schema'

/** After so many tries a message counts as failed, until somebody presses "try again". */
export const mostAttempts = 10

/** So many messages leave for one address in an hour, over all events; the rest waits. */
export const mostAnHour = 3

/** How long to wait after the n-th failed try, in seconds: half a minute, doubled each time, at most two hours. */
export const secondsUntilNextTry = (attempts: number): number => Math.min(15 * 2 ** attempts, 7_200)

/** How a message reaches its person: by mail, or by hand when all that is known is a phone number. */
export const channelOf = (recipient: string): 'mail' | 'hand' => (recipient.includes('@') ? 'mail' : 'hand')

/** News is what people asked for beyond their own stop; everything else is a word to a group. */
export const rankOf = (audience: Audience): 'group' | 'news' => (audience === 'news' ? 'news' : 'group')
