import 'server-only'
import { startBackground } from './background'
import { startFront } from './front'

/** Starts what runs in a server beside the framework: the worker, and the front. */
export function startServer(): void {
  startBackground()
  startFront()
}
