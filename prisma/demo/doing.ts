import { createHash } from 'node:crypto'
import type { Repeatable } from '@/lib/database/change'
import { ChangedMeanwhile, Refusal } from '@/lib/values/refusal'

/** The same key for the same step at every run, so that a seed that was killed goes on where it stopped. */
export function once(step: string): Repeatable {
  const hex = createHash('sha256').update(`demo/${step}`).digest('hex')
  const key = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return { key, input: step }
}

/** Does a step that has no key of its own; having been done before is as good. */
export async function unlessDone(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile) && !(error instanceof Refusal)) throw error
  }
}
