import 'server-only'
import { isTooBusy } from '@/lib/values/busy'
import { Refusal } from '@/lib/values/refusal'
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

/** What to tell of a failed transaction: the refusal of a broken promise, `form.busy`, or the error itself. */
export function reasonFor(error: unknown, promises: Promises): unknown {
  const name = brokenPromise(error, Object.keys(promises))
  try {
    if (name) promises[name]?.()
  } catch (refusal) {
    return refusal
  }
  return isTooBusy(error) ? new Refusal('form.busy') : error
}

/** A serialisation failure, deadlock or one of the broken `races`: safe to run the whole transaction again. */
export function isRetryable(error: unknown, ...races: string[]): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === 'P2034' ||
      ['40001', '40P01'].includes(causeOf(error)?.originalCode ?? '') ||
      brokenPromise(error, races) !== null)
  )
}

/** Did Postgres object to what stood in a row (its classes 22 and 23), not to the state it is in itself? */
export function isAboutRows(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && /^2[23]/.test(causeOf(error)?.originalCode ?? '')
}

type Cause = { originalCode?: string; originalMessage?: string; constraint?: { index?: string } }

function causeOf(error: Prisma.PrismaClientKnownRequestError): Cause | undefined {
  return (error.meta as { driverAdapterError?: { cause?: Cause } } | undefined)?.driverAdapterError?.cause
}
