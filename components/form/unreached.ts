import type { FormState, FormValues } from '@/lib/web/form'

/**
 * The answer when the server could not be reached, as browsers report it: what was typed stays, and it is said beside
 * it, instead of the whole page giving up. Anything else is thrown on.
 */
export function unreached(error: unknown, data: FormData, message: string): FormState {
  if (!(error instanceof TypeError)) throw error
  const values: FormValues = {}
  for (const name of new Set(data.keys())) {
    const sent = data.getAll(name).map((value) => (typeof value === 'string' ? value : ''))
    values[name] = sent.length > 1 ? sent : (sent[0] ?? '')
  }
  return { status: 'refused', code: 'form.unreached', message, values }
}
