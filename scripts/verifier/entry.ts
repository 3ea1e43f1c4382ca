/** What the checking page and the public page compute with: the very code that draws, and how it is shown. */

export { firstChanged, keepSeen, readKept } from '../../components/draw/kept'
export { verifyBundle } from '../../lib/draws/rules/verify/bundle'
export { show } from './screen'
