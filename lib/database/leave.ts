import 'server-only'

/** Ends once what was just asked of a transaction has left for Postgres. */
export const left = () => new Promise<void>((done) => process.nextTick(() => process.nextTick(done)))

/** What several asked of one transaction were answered; when some failed the first error, as it is the others' cause. */
export async function answersOf<T extends unknown[]>(asked: { [N in keyof T]: Promise<T[N]> }): Promise<T> {
  const ends = await Promise.allSettled(asked)
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return Promise.all(asked) as Promise<T>
}

/**
 * Asks several things of one transaction so that they leave for Postgres in this order without waiting for each other's
 * answers; answers all. What is asked within one tick, Prisma's client sends one after the other's answer.
 */
export async function leaveTogether<T extends unknown[]>(...asks: { [N in keyof T]: () => Promise<T[N]> }): Promise<T> {
  const asked: Promise<unknown>[] = []
  for (const ask of asks) {
    const answer = ask()
    // Looked at below; until then nobody minds how it ends.
    answer.catch(() => undefined)
    asked.push(answer)
    await left()
  }
  return answersOf(asked) as Promise<T>
}
