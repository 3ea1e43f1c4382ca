import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { refuse } from '@/lib/values/refusal'

/** How many works one batch may hold, how many may wait in this process, and how many batches run at the same time. */
export type Limits = { most: number; waiting: () => number; atOnce: () => number }
type Waiting<In, Out> = { item: In; settle: (outcome: PromiseSettledResult<Out>) => void }

/**
 * Natural group commit: one batch of a key is under way, all that arrives meanwhile forms the next one. No timer, so
 * that nobody waits when nobody else comes. Each key has its line, in the order of arrival; keys take turns. Answers a
 * function that puts one item in its line; it refuses `form.busy` at once when the lines are full.
 */
export function inBatches<In, Out>(
  run: (key: string, items: In[]) => Promise<PromiseSettledResult<Out>[]>,
  limits: Limits,
): (key: string, item: In) => Promise<Out> {
  const lines = new Map<string, Waiting<In, Out>[]>()
  const ready: string[] = []
  let running = 0
  let waiting = 0

  const begin = () => {
    while (running < limits.atOnce() && ready.length > 0) void work(ready.shift() as string)
  }
  const work = async (key: string) => {
    const line = lines.get(key) ?? []
    const batch = line.splice(0, limits.most)
    running++
    waiting -= batch.length
    const outcomes = await run(
      key,
      batch.map(({ item }) => item),
    ).catch((reason): PromiseSettledResult<Out>[] => batch.map(() => ({ status: 'rejected', reason })))
    running--
    if (line.length > 0) ready.push(key)
    else lines.delete(key)
    begin()
    for (const [n, { settle }] of batch.entries()) {
      settle(outcomes[n] ?? { status: 'rejected', reason: new Error('a batch must answer each of its items') })
      // An answer takes longer to write than a statement of the next batch to send: a few a turn, so that Postgres never
      // waits for all of them.
      if (n % 3 === 2) await nextTurn()
    }
  }

  return (key, item) => {
    if (waiting >= limits.waiting()) refuse('form.busy')
    return new Promise<Out>((done, failed) => {
      const settle = (outcome: PromiseSettledResult<Out>) =>
        outcome.status === 'fulfilled' ? done(outcome.value) : failed(outcome.reason)
      waiting++
      const line = lines.get(key)
      if (line) return void line.push({ item, settle })
      lines.set(key, [{ item, settle }])
      ready.push(key)
      begin()
    })
  }
}
