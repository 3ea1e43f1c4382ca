import 'server-only'
import { refuse } from '@/lib/values/refusal'

type Queue = { tail: Promise<unknown>; waiting: number }
const queues = new Map<string, Queue>()

/** So many may wait for one turn in this process; whoever comes then is asked to try again. */
const mostWaiting = 2_000

/**
 * Runs works of one key one after the other, first come first served, within this process. They would wait for the same
 * row in Postgres anyway; waiting here keeps the connections free for everything else. Refuses `form.too-many` when the
 * line is too long.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(key) ?? { tail: Promise.resolve(), waiting: 0 }
  if (queue.waiting >= mostWaiting) refuse('form.too-many')
  queues.set(key, queue)
  queue.waiting++
  const mine = queue.tail.then(work)
  queue.tail = mine.catch(() => {})
  try {
    return await mine
  } finally {
    queue.waiting--
    if (queue.waiting === 0) queues.delete(key)
  }
}
