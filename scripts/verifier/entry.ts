/** What the checking page and the public page compute with: the very code that draws, and nothing else. */
export { verifyBundle } from '../../lib/draws/rules/verify/bundle'
