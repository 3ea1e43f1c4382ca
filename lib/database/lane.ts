import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

// One for the whole process, however often the framework loads this file.
const shared = globalThis as { nextStopLanes?: AsyncLocalStorage<true> }
function lanes(): AsyncLocalStorage<true> {
  shared.nextStopLanes ??= new AsyncLocalStorage()
  return shared.nextStopLanes
}

/**
 * Runs work on connections that nothing else may take: the check-in of one event while another goes on sale, and the
 * question whether the database answers. They are few, so only for what must go on whatever happens.
 */
export const withOwnShare = <T>(work: () => Promise<T>): Promise<T> => lanes().run(true, work)

export const hasOwnShare = (): boolean => lanes().getStore() === true
