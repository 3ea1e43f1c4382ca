import { publicRoute } from '@/lib/web/route'
import { type PublishedEvent, publishedEvent } from '@/lib/people/scope'
import { type NewDesk, offerHelp } from '@/lib/prizes/commands/offers'
import { offerSchema } from '@/lib/sponsors/schema/needs'
import { Refusal } from '@/lib/values/refusal'
import { readPostedForm } from '@/lib/web/body'
import { readForm } from '@/lib/web/form'
import { rememberLink } from '@/lib/web/holder'
import { passGuard } from '@/lib/web/limit'
import { goOn, localeIn, requestKeyIn, sayNo, sendBack, wantsJson } from '@/lib/web/sent-back'

/**
 * "I can help" of a public board of needs. A plain form posts here, also from a page that was opened before a deploy.
 * Leads to the helper's own desk at once, or back to the form with everything typed.
 */
export const POST = publicRoute({ writes: true }, async (request) => {
  const data = await readPostedForm(request)
  if (typeof data === 'number') return sayNo(request, 'zh', data)
  const locale = localeIn(data)
  const event = await publishedEvent({ id: String(data.get('event') ?? '') })
  if (!event) return sayNo(request, locale, 404)
  const place = placeOf(event, locale)
  const key = requestKeyIn(data)
  const reading = readForm(offerSchema, data)
  const back = (wrong: Partial<Parameters<typeof sendBack>[2]>) =>
    sendBack(request, `${place}/help`, { values: reading.values, requestKey: key, ...wrong })

  if (!reading.ok) return back({ problems: reading.problems })
  if (!key) return back({ refused: 'needs.expired' })
  try {
    await passGuard('offer', request.headers, event.eventId)
    const desk = await offerHelp(event, reading.input, { key, input: reading.values })
    return desk ? welcome(request, locale, desk) : already(request, place)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // The key belongs to another form by now: the next try needs its own.
    const keepKey = error.code !== 'form.key-used-for-something-else'
    return back({ refused: error.code, requestKey: keepKey ? key : null })
  }
})

const placeOf = ({ seriesSlug, eventSlug }: PublishedEvent, locale: string) =>
  `/${locale}/${seriesSlug}/${eventSlug}/needs`

async function welcome(request: Request, locale: string, desk: NewDesk): Promise<Response> {
  await rememberLink(desk.linkId, desk.secret)
  const path = `/${locale}/desk/${desk.linkId}?done=offered`
  return wantsJson(request) ? Response.json({ desk: path }, { status: 201 }) : goOn(path)
}

const already = (request: Request, place: string): Response =>
  wantsJson(request) ? Response.json({ known: true }, { status: 202 }) : goOn(`${place}/help?done=known`)
