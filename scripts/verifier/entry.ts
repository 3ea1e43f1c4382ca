/** What the checking page and the public page compute with: the very code that draws, and how it is shown. */
export { verifyBundle } from '../../lib/draws/rules/verify/bundle'
export { firstChanged, keepSeen, readKept } from './kept'
export { show } from './screen'
