import 'server-only'
import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { config } from '@/lib/config'

const kept = globalThis as { nextStopLog?: pino.Logger }

/** The log: one JSON object a line, without names, addresses, bodies or secrets. */
export function log(): pino.Logger {
  kept.nextStopLog ??= pino({ level: config().LOG_LEVEL, base: null })
  return kept.nextStopLog
}

/**
 * Logs an error that nobody can act on and answers the reference that the error page shows. Messages of the database
 * may quote whole rows, so only the kind, the code and the places in the code are kept.
 */
export function reportError(error: unknown, where: string): string {
  const known = error instanceof Error ? error : new Error('not an error')
  const reference = (known as { digest?: string }).digest ?? randomBytes(5).toString('hex')
  const at = known.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
  log().error({ reference, where, kind: known.name, code: (known as { code?: string }).code, at }, 'unexpected error')
  return reference
}
