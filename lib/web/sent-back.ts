import 'server-only'
import { isUuid } from '@/lib/values/uuid'
import { isLocale, type Locale, words } from '@/lib/words/load'
import type { FormValues, Problem, Sent } from './form'
import type { Told } from './origin'
import { keepTyped } from './typed'

/** Answers of plain forms: on to another page for people, JSON for programs that ask for it. */

export const wantsJson = (request: { headers: Told }): boolean => {
  const accept = request.headers.get('accept') ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

/** The language that a plain form says it was in. */
export const localeIn = (data: Sent): Locale => {
  const told = data.get('locale')
  return isLocale(told) ? told : 'zh'
}

/** The key of a repeatable write in a plain form, or null. */
export function requestKeyIn(data: Sent): string | null {
  const key = data.get('requestKey')
  return isUuid(key) ? key : null
}

/** On to a page of this site (303, so that it is fetched and a reload sends nothing again). */
export const goOn = (path: string): Response => new Response(null, { status: 303, headers: { location: path } })

export type Wrong = {
  values: FormValues
  problems?: Record<string, Problem>
  refused?: string
  requestKey: string | null
}

/** Back to the form at `path` with everything typed and what is wrong beside it; 422 for programs. */
export async function sendBack(request: Request, path: string, wrong: Wrong): Promise<Response> {
  const { values, problems = {}, refused = null, requestKey } = wrong
  if (wantsJson(request)) return Response.json({ problems, refused }, { status: 422 })
  const ticket = await keepTyped({ values, problems, refused, requestKey })
  return goOn(`${path}?again=${ticket}#problems`)
}

/** One sentence for a form that cannot even be sent back. */
export function saidNo(request: { headers: Told }, locale: Locale, status: 400 | 404 | 413 | 415) {
  const t = words(locale, 'registration')
  const sentence = { 400: 'not-a-form', 404: 'no-event', 413: 'too-big', 415: 'not-a-form' } as const
  const text = t(`refusals.${sentence[status]}`)
  return wantsJson(request)
    ? { status, type: 'application/json', text: JSON.stringify({ refused: `registration.${sentence[status]}`, text }) }
    : { status, type: 'text/plain; charset=utf-8', text: `${text}\n` }
}

/** The same as an answer. */
export function sayNo(...asked: Parameters<typeof saidNo>): Response {
  const { status, type, text } = saidNo(...asked)
  return new Response(text, { status, headers: { 'content-type': type } })
}
