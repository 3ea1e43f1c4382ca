import { AsyncLocalStorage } from 'node:async_hooks'
import { Client } from 'pg'

const counting = new AsyncLocalStorage<{ count: number }>()
const { query } = Client.prototype
// Every statement of this process goes through here, whichever pool it came from.
Client.prototype.query = function (this: Client, ...told: unknown[]) {
  const here = counting.getStore()
  if (here) here.count++
  return Reflect.apply(query, this, told)
} as typeof query

/** How many statements reach Postgres while `work` runs, transactions' own words included. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const here = { count: 0 }
  // Prisma asks only once it is awaited.
  await counting.run(here, async () => await work())
  return here.count
}
