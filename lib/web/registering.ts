import 'server-only'
import { type PublishedEvent, publishedEvent } from '@/lib/people/scope'
import { registerFor } from '@/lib/registration/commands/register'
import { questionsOf } from '@/lib/registration/queries/questions'
import { readAnswers, sentIn, sentNothing } from '@/lib/registration/rules/questions'
import { registrationSchema } from '@/lib/registration/schema/registration'
import { Refusal } from '@/lib/values/refusal'
import { isUuid } from '@/lib/values/uuid'
import type { Locale } from '@/lib/words/load'
import { parseForm } from './body'
import { busyPage } from './busy-page'
import { type Cookie, cookiesIn, setCookie } from './cookies'
import { readForm, type Sent } from './form'
import { linkCookie } from './holder'
import { keep } from './kept'
import { passRegistration } from './limit'
import { isSameOrigin, type Told } from './origin'
import { reportError } from './report'
import { guard } from './route'
import { localeIn, requestKeyIn, saidNo, type Wrong, wantsJson } from './sent-back'
import { seriesTag } from './tags'
import { typedCookies } from './typed'

/** A post, whoever received it: null for a body that was too big to be read. */
export type Posted = { headers: Told; body: Uint8Array<ArrayBuffer> | null }
/** An answer in plain values, for the framework to wrap or for the front to write. */
export type Plain = { status: number; headers: [string, string][]; body: string | null }

/**
 * Answers the post of a registration form: on to the ticket, back to the form with everything typed, or, when too many
 * come at once, a page that tries again by itself with the same key. All checks of a public door are made here, so that
 * the route and the front are one. Never throws.
 */
export async function takeRegistration(posted: Posted): Promise<Plain> {
  if (!isSameOrigin(posted.headers)) return guarded({ status: 403, headers: [], body: null })
  try {
    return guarded(await answer(posted))
  } catch (error) {
    return guarded(json(500, { reference: reportError(error, 'registering') }))
  }
}

async function answer({ headers, body }: Posted): Promise<Plain> {
  const data = body ? await parseForm(headers.get('content-type') ?? '', body) : 413
  if (typeof data === 'number') return plain(saidNo({ headers }, 'zh', data))
  const locale = localeIn(data)
  const event = await eventOf(String(data.get('event') ?? ''))
  if (!event) return plain(saidNo({ headers }, locale, 404))
  const place = `/${locale}/${event.seriesSlug}/${event.eventSlug}`
  const key = requestKeyIn(data)
  const { sent, rest } = sentIn(data)
  const reading = readForm(registrationSchema, rest)
  const { given: answers, problems } = readAnswers(sentNothing(sent) ? [] : await questionsFor(event), sent)
  const values = { ...reading.values, ...sent.values }
  const back = (wrong: Partial<Wrong>) => sendBack(headers, `${place}/register`, { values, requestKey: key, ...wrong })
  if (!reading.ok) return back({ problems: { ...reading.problems, ...problems } })
  if (Object.keys(problems).length > 0) return back({ problems })
  if (!key) return back({ refused: 'registration.expired' })
  try {
    await passRegistration(headers, event, data.get('proof'))
    const ticket = await registerFor(event, { ...reading.input, answers }, { key, input: values })
    const path = `/${locale}/ticket/${ticket.linkId}`
    const cookie = linkCookie(ticket.linkId, ticket.secret)
    return wantsJson({ headers }) ? json(201, { ticket: path, status: ticket.status }, cookie) : goOn(path, cookie)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'form.busy') return busy(headers, locale, data)
    const { field } = error.about
    if (field) return back({ problems: { [field]: { code: error.code.split('.')[1] ?? '', params: {} } } })
    // The key belongs to another form by now: the next try needs its own.
    const keepKey = error.code !== 'form.key-used-for-something-else'
    return back({ refused: error.code, requestKey: keepKey ? key : null })
  }
}

const noEvent = new Error('no such event')

// Which event it is, and that it is public, is asked once a second; whether it is open is asked behind its lock. Only
// one that exists is kept (what fails is not), so that made-up ids take nobody's place.
async function eventOf(id: string): Promise<PublishedEvent | null> {
  if (!isUuid(id)) return null
  const found = async () => (await publishedEvent({ id })) ?? Promise.reject(noEvent)
  return keep(`published ${id}`, { tags: [], ms: 1_000 }, found).catch((error) =>
    error === noEvent ? null : Promise.reject(error),
  )
}

const questionsFor = (event: PublishedEvent) =>
  keep(`questions ${event.eventId}`, { tags: [seriesTag(event.seriesSlug)], ms: 1_000 }, () => questionsOf(event))

/** When to try again, in seconds: not all in the same moment. */
const pause = () => 3 + Math.floor(Math.random() * 6)

function busy(headers: Told, locale: Locale, data: Sent): Plain {
  const seconds = pause()
  const again: [string, string] = ['retry-after', String(seconds)]
  if (wantsJson({ headers })) {
    const said = json(503, { refused: 'form.busy', retryAfter: seconds })
    return { ...said, headers: [...said.headers, again] }
  }
  const { html, policy } = busyPage(locale, data, seconds)
  const type: [string, string] = ['content-type', 'text/html; charset=utf-8']
  return { status: 503, headers: [again, type, ['content-security-policy', policy]], body: html }
}

function sendBack(headers: Told, path: string, wrong: Wrong): Plain {
  const { values, problems = {}, refused = null, requestKey } = wrong
  if (wantsJson({ headers })) return json(422, { problems, refused })
  const { ticket, kept } = typedCookies({ values, problems, refused, requestKey }, cookiesIn(headers.get('cookie')))
  return goOn(`${path}?again=${ticket}#problems`, ...kept)
}

const setting = (cookies: Cookie[]) => cookies.map((cookie): [string, string] => ['set-cookie', setCookie(cookie)])

// 303, so that it is fetched and a reload sends nothing again.
const goOn = (path: string, ...cookies: Cookie[]): Plain => ({
  status: 303,
  headers: [['location', path], ...setting(cookies)],
  body: null,
})

const json = (status: number, value: object, ...cookies: Cookie[]): Plain => ({
  status,
  headers: [['content-type', 'application/json'], ...setting(cookies)],
  body: JSON.stringify(value),
})

const plain = ({ status, type, text }: ReturnType<typeof saidNo>): Plain => ({
  status,
  headers: [['content-type', type]],
  body: text,
})

function guarded({ status, headers, body }: Plain): Plain {
  const names = new Set(headers.map(([name]) => name))
  return { status, headers: [...headers, ...guard.filter(([name]) => !names.has(name))], body }
}
