import type { FormState, FormValues } from '@/lib/web/form'

const brokenOff = /^(Connection closed|An unexpected response was received from the server)\b/

/**
 * The answer when the server could not be reached, as browsers report it: what was typed stays, and it is said beside
 * it, instead of the whole page giving up. Anything else is thrown on.
 */
export function unreached(error: unknown, data: FormData, message: string): FormState {
  // A server that died while it answered, or a front that has none behind it, are told by the framework in its own words.
  if (!(error instanceof TypeError || (error instanceof Error && brokenOff.test(error.message)))) throw error
  const values: FormValues = {}
  for (const name of new Set(data.keys())) {
    const sent = data.getAll(name).map((value) => (typeof value === 'string' ? value : ''))
    values[name] = sent.length > 1 ? sent : (sent[0] ?? '')
  }
  return { status: 'refused', code: 'form.unreached', message, values }
}
