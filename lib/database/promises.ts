import 'server-only'
import { Prisma } from './generated/client'

/** What to say when Postgres refuses because one of its named promises would break. */
export type Promises = Record<string, () => never>

/** The name of the promise (constraint) that a database error speaks of, among those named; else null. */
export function brokenPromise(error: unknown, names: string[]): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  const cause = causeOf(error)
  const told = `${cause?.constraint?.index ?? ''} ${cause?.originalMessage ?? ''}`
  return names.find((name) => new RegExp(`\\b${name}\\b`).test(told)) ?? null
}

/** A serialisation failure or deadlock: safe to run the whole transaction again. */
export function isRetryable(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === 'P2034' || ['40001', '40P01'].includes(causeOf(error)?.originalCode ?? ''))
  )
}

/** No transaction could begin in time, or the event's row stayed locked: nothing was done, a later try may succeed. */
export function isTooBusy(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (causeOf(error)?.originalCode === '55P03') return true
  return error.code === 'P2024' || (error.code === 'P2028' && /unable to start a transaction/i.test(error.message))
}

type Cause = { originalCode?: string; originalMessage?: string; constraint?: { index?: string } }

function causeOf(error: Prisma.PrismaClientKnownRequestError): Cause | undefined {
  return (error.meta as { driverAdapterError?: { cause?: Cause } } | undefined)?.driverAdapterError?.cause
}
