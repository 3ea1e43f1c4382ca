import 'server-only'
import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** More than can be on their way at once; what was never sent, because its transaction had ended, makes room. */
const most = 1_000

// One for the whole process, as the connections are, however often the framework loads this file.
const shared = globalThis as { nextStopParcels?: { mark: string; last: number; waiting: Map<string, string> } }
function parcels() {
  shared.nextStopParcels ??= { mark: `parcel ${randomUUID()} `, last: 0, waiting: new Map() }
  return shared.nextStopParcels
}

/**
 * Rows as one JSON parameter of a raw statement: `` FROM json_to_recordset(${parcel(rows)}::json) ``. Prisma's client
 * quotes each parameter three times over before it leaves, and keeps the last hundred statements with theirs in memory;
 * of a parcel it gets a number only, in whose place the connection puts the rows.
 */
export function parcel(rows: readonly unknown[]): string {
  const all = parcels()
  const number = `${all.mark}${++all.last}`
  all.waiting.set(number, JSON.stringify(rows))
  if (all.waiting.size > most) all.waiting.delete(all.waiting.keys().next().value as string)
  return number
}

function opened(value: unknown): unknown {
  const { mark, waiting } = parcels()
  if (typeof value !== 'string' || !value.startsWith(mark)) return value
  const rows = waiting.get(value)
  if (rows === undefined) throw new Error('a parcel is sent once')
  waiting.delete(value)
  return rows
}

/** A connection that sends what is in a parcel, not its number. */
export class ParcelClient extends pg.Client {}

const plainly = () => pg.Client.prototype.query
ParcelClient.prototype.query = function (this: pg.Client, ...told: [{ values?: unknown[] }, ...unknown[]]) {
  const [statement] = told
  if (statement.values) statement.values = statement.values.map(opened)
  return Reflect.apply(plainly(), this, told)
} as typeof pg.Client.prototype.query
