import { type PublishedEvent, publishedEvent } from '@/lib/people/scope'
import { type NewTicket, registerFor } from '@/lib/registration/commands/register'
import { questionsOf } from '@/lib/registration/queries/questions'
import { readAnswers, sentIn, sentNothing } from '@/lib/registration/rules/questions'
import { registrationSchema } from '@/lib/registration/schema'
import { Refusal } from '@/lib/values/refusal'
import { readPostedForm } from '@/lib/web/body'
import { expire, seatsTag } from '@/lib/web/cache'
import { readForm } from '@/lib/web/form'
import { rememberLink } from '@/lib/web/holder'
import { passRegistration } from '@/lib/web/limit'
import { publicRoute } from '@/lib/web/route'
import { goOn, localeIn, requestKeyIn, sayNo, sendBack, wantsJson } from '@/lib/web/sent-back'

/**
 * Registers. A plain form posts here, also from a page that was opened before a deploy: the address and the fields stay
 * as they are. Leads to the ticket at once, or back to the form with everything typed.
 */
export const POST = publicRoute({ writes: true }, async (request) => {
  const data = await readPostedForm(request)
  if (typeof data === 'number') return sayNo(request, 'zh', data)
  const locale = localeIn(data)
  const event = await publishedEvent({ id: String(data.get('event') ?? '') })
  if (!event) return sayNo(request, locale, 404)
  const place = `/${locale}/${event.seriesSlug}/${event.eventSlug}`
  const back = (wrong: Partial<Parameters<typeof sendBack>[2]>) =>
    sendBack(request, `${place}/register`, { values, requestKey: key, ...wrong })

  const key = requestKeyIn(data)
  const { sent, rest } = sentIn(data)
  const reading = readForm(registrationSchema, rest)
  const { given: answers, problems } = readAnswers(sentNothing(sent) ? [] : await questionsOf(event), sent)
  const values = { ...reading.values, ...sent.values }
  if (!reading.ok) return back({ problems: { ...reading.problems, ...problems } })
  if (Object.keys(problems).length > 0) return back({ problems })
  if (!key) return back({ refused: 'registration.expired' })
  try {
    await passRegistration(request.headers, event, data.get('proof'))
    const ticket = await registerFor(event, { ...reading.input, answers }, { key, input: values })
    return ticket ? welcome(request, locale, event, ticket) : already(request, place)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { field } = error.about
    if (field) return back({ problems: { [field]: { code: error.code.split('.')[1] ?? '', params: {} } } })
    // The key belongs to another form by now: the next try needs its own.
    const keepKey = error.code !== 'form.key-used-for-something-else'
    return back({ refused: error.code, requestKey: keepKey ? key : null })
  }
})

async function welcome(request: Request, locale: string, event: PublishedEvent, ticket: NewTicket): Promise<Response> {
  await rememberLink(ticket.linkId, ticket.secret)
  expire(seatsTag(event.eventId))
  const path = `/${locale}/ticket/${ticket.linkId}`
  return wantsJson(request) ? Response.json({ ticket: path, status: ticket.status }, { status: 201 }) : goOn(path)
}

const already = (request: Request, place: string): Response =>
  wantsJson(request) ? Response.json({ mailed: true }, { status: 202 }) : goOn(`${place}/find?done=known`)
