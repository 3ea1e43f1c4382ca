import { publicRoute } from '@/lib/web/route'
import { publishedEvent } from '@/lib/people/scope'
import { mailTicketAgain } from '@/lib/registration/commands/register'
import { findSchema } from '@/lib/registration/schema/registration'
import { Refusal } from '@/lib/values/refusal'
import { readPostedForm } from '@/lib/web/body'
import { readForm } from '@/lib/web/form'
import { passGuard } from '@/lib/web/limit'
import { goOn, localeIn, sayNo, sendBack, wantsJson } from '@/lib/web/sent-back'

/** "Find my ticket": has the link mailed again. Answers the same for every address. */
export const POST = publicRoute({ writes: true }, async (request) => {
  const data = await readPostedForm(request)
  if (typeof data === 'number') return sayNo(request, 'zh', data)
  const locale = localeIn(data)
  const event = await publishedEvent({ id: String(data.get('event') ?? '') })
  if (!event) return sayNo(request, locale, 404)
  const page = `/${locale}/${event.seriesSlug}/${event.eventSlug}/find`
  const reading = readForm(findSchema, data)
  const { values } = reading
  if (!reading.ok) return sendBack(request, page, { values, problems: reading.problems, requestKey: null })
  try {
    await passGuard('find', request.headers, event.eventId)
    await mailTicketAgain(event, reading.input.contact.contact)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return sendBack(request, page, { values, refused: error.code, requestKey: null })
  }
  return wantsJson(request) ? Response.json({ mailed: true }, { status: 202 }) : goOn(`${page}?done=sent`)
})
