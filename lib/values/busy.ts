type Told = Error & { code?: string; meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } }

/** Codes of Postgres: a lock that stayed held, a statement that ran longer than it may. */
const overdue = ['55P03', '57014']

/**
 * Is this an error of the database that only says it had no time? No connection was free, the event's row stayed locked,
 * or a statement ran longer than it may: nothing was done, a later try may succeed.
 */
export function isTooBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, message, meta }: Told = error
  // What the pool of `pg` throws has no code.
  if (message === 'timeout exceeded when trying to connect') return true
  if (overdue.includes(meta?.driverAdapterError?.cause?.originalCode ?? '')) return true
  return code === 'P2024' || (code === 'P2028' && /unable to start a transaction/i.test(message))
}
