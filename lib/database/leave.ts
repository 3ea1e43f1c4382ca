import 'server-only'

/** Ends once what was just asked of a transaction has left for Postgres. */
const left = () => new Promise<void>((done) => process.nextTick(() => process.nextTick(done)))

/** What several asked of one transaction were answered; when some failed the first error, as it is the others' cause. */
export async function answersOf<T extends unknown[]>(asked: { [N in keyof T]: Promise<T[N]> }): Promise<T> {
  const ends = await Promise.allSettled(asked)
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return Promise.all(asked) as Promise<T>
}

/** Takes what is asked of one transaction and need not be answered yet; ends once it has left for Postgres. */
export type Send = (asked: Promise<unknown>) => Promise<void>

/** A `send`, and `answers`, which waits for the answers to all that it took. */
export function sending(): { send: Send; answers: () => Promise<unknown[]> } {
  const sent: Promise<unknown>[] = []
  const send: Send = (asked) => {
    // Looked at by `answers`; until then nobody minds how it ends.
    asked.catch(() => undefined)
    sent.push(asked)
    return left()
  }
  return { send, answers: () => answersOf(sent) }
}

/**
 * Asks several things of one transaction so that they leave for Postgres in this order without waiting for each other's
 * answers; answers all. What is asked within one tick, Prisma's client sends one after the other's answer.
 */
export async function leaveTogether<T extends unknown[]>(...asks: { [N in keyof T]: () => Promise<T[N]> }): Promise<T> {
  const { send, answers } = sending()
  for (const ask of asks) await send(ask())
  return answers() as Promise<T>
}
