import 'server-only'
import { headers } from 'next/headers'

type Answer = { status: number; to?: string }
// Set by scripts/app/gate/instead.mjs where it stands before the framework.
const shared = globalThis as { nextStopInstead?: (name: string, answer: Answer) => boolean }

/** What a page that ended with an error of the framework has decided: that it is missing, or elsewhere. */
function decisionOf(error: unknown): Answer | null {
  const digest = String((error as { digest?: unknown } | null)?.digest ?? '')
  if (digest === 'NEXT_HTTP_ERROR_FALLBACK;404') return { status: 404 }
  const [, to, status] = /^NEXT_REDIRECT;\w+;(\/.*);(30\d);$/.exec(digest) ?? []
  return to ? { status: Number(status), to } : null
}

/**
 * Has the gate answer in the page's stead when it found that it is missing or elsewhere: the framework renders three
 * times for either. False where no gate stands, or a script of the framework asks: then the error goes its way.
 */
export async function isAnsweredInstead(error: unknown): Promise<boolean> {
  const decision = decisionOf(error)
  const name = decision && (await headers()).get('x-answer')
  return Boolean(decision && name && shared.nextStopInstead?.(name, decision))
}
