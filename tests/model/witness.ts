import { AsyncLocalStorage } from 'node:async_hooks'
import { Client, Pool } from 'pg'
import type { Entry } from './deeds'

/**
 * Sees every statement of this process on its way to Postgres. It reads off which number the event's row had for whose
 * deed, breaks a deed off at one of its calls, and lets a mistake be planted between the commands and the database.
 */
export type Mistake = {
  /** Another statement in place of this one. */
  ask?: (spot: Spot) => Promise<{ text: string; values?: unknown[] } | undefined>
  /** Another answer in place of this one; `names` are those of its columns. */
  answer?: (spot: Spot, rows: unknown[][], names: string[]) => unknown[][]
}
/** One statement on its way, with all that its transaction said and was told before. */
export type Spot = {
  text: string
  values: unknown[]
  seen: string[]
  told: unknown[]
  /** On the same connection, before it. */
  run: (text: string, values: unknown[]) => Promise<unknown>
  /** On another connection, at once and for good. */
  aside: (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>
}
type Config = { text: string; values?: unknown[] }
type Lock = { last: bigint; writes: number; entries: Entry[] }

class BrokenOff extends Error {}

const deeds = new AsyncLocalStorage<Entry>()
const locks = new WeakMap<Client, Lock>()
/** Forms that are under way, by their keys: those that share a transaction are told apart by it. */
const forms = new Map<string, Entry[]>()
const said = new WeakMap<Client, { seen: string[]; told: unknown[] }>()
let mistake: Mistake | null = null
let beside: Pool | null = null

const { query } = Client.prototype
const ask = (client: Client, told: unknown[]) => Reflect.apply(query, client, told)

Client.prototype.query = function (this: Client, ...told: unknown[]) {
  const [config] = told
  // What is no statement of Prisma's own transactions and questions passes by, such as a stream of rows.
  const isStatement =
    told.length === 1 && typeof config === 'object' && config && 'text' in config && !('submit' in config)
  return isStatement ? watched(this, config as Config) : ask(this, told)
} as typeof query

async function watched(client: Client, config: Config) {
  const entry = deeds.getStore()
  if (entry && breaksOff(entry, config.text)) {
    entry.failed = true
    if (config.text === 'COMMIT') await ask(client, ['ROLLBACK'])
    throw new BrokenOff('broken off')
  }
  const result = mistake ? await mistaken(client, config, mistake) : await ask(client, [config])
  follow(client, config, result.rows, entry)
  return result
}

async function mistaken(client: Client, config: Config, { ask: other, answer }: Mistake) {
  const { text, values = [] } = config
  if (text === 'BEGIN') said.set(client, { seen: [], told: [] })
  const { seen, told } = said.get(client) ?? { seen: [], told: [] }
  const spot: Spot = {
    text,
    values,
    seen,
    told,
    run: (more, its) => ask(client, [{ text: more, values: its }]),
    aside: async (more, its) => (await beside?.query(more, its))?.rows ?? [],
  }
  const instead = await other?.(spot)
  const result = await ask(client, [instead ? { ...config, values, ...instead } : config])
  seen.push(text)
  told.push(...values)
  const names = ((result.fields ?? []) as { name: string }[]).map(({ name }) => name)
  if (answer) result.rows = answer(spot, result.rows, names)
  return result
}

function breaksOff(entry: Entry, text: string): boolean {
  if (entry.failed || text === 'ROLLBACK') return false
  return ++entry.calls === entry.failAt
}

const takesTheLock = 'UPDATE events SET serial = serial + '
const looksForKeys = /FROM request_keys\s+WHERE actor = \$1 AND key = ANY/

function follow(client: Client, { text, values = [] }: Config, rows: unknown[][], entry: Entry | undefined) {
  if (text === 'BEGIN') locks.delete(client)
  if (text.includes(takesTheLock) && rows[0]) {
    const lock: Lock = { last: BigInt(rows[0][0] as string), writes: Number(values[0]), entries: [] }
    locks.set(client, lock)
    if (entry && entry.deed.do !== 'register') place(lock, entry, lock.last)
  }
  const lock = locks.get(client)
  if (!lock) return
  if (looksForKeys.test(text)) placeForms(lock, keysIn(values[1]))
  if (text === 'COMMIT') for (const one of lock.entries) one.committed = true
}

const keysIn = (value: unknown): string[] =>
  Array.isArray(value) ? (value as string[]) : String(value).replace(/[{}"]/g, '').split(',')

function placeForms(lock: Lock, keys: string[]) {
  const met = new Map<string, number>()
  for (const [n, key] of keys.entries()) {
    const nth = met.get(key) ?? 0
    met.set(key, nth + 1)
    // One that was stored may not have been told yet when the next of its key is looked up.
    const entry = (forms.get(key) ?? []).filter(({ answeredAt, committed }) => answeredAt === 0 && !committed)[nth]
    if (entry) place(lock, entry, lock.last - BigInt(keys.length - 1 - n))
  }
}

function place(lock: Lock, entry: Entry, serial: bigint) {
  entry.serial = serial
  entry.batch = { from: lock.last - BigInt(lock.writes - 1), to: lock.last }
  entry.committed = false
  lock.entries.push(entry)
}

/** Does a deed while it is watched. */
export async function watching<T>(entry: Entry, work: () => Promise<T>): Promise<T> {
  if (entry.deed.do === 'register') forms.set(entry.deed.key, [...(forms.get(entry.deed.key) ?? []), entry])
  return deeds.run(entry, async () => await work())
}

/** Runs something with a mistake planted between the commands and the database at this address. */
export async function withMistake<T>(planted: Mistake, url: string, work: () => Promise<T>): Promise<T> {
  mistake = planted
  beside = new Pool({ connectionString: url, max: 4 })
  try {
    return await work()
  } finally {
    mistake = null
    await beside.end()
  }
}

export const forgetForms = () => forms.clear()
