import { findHead } from '@/lib/draws/queries/sessions'
import { publishedEvent } from '@/lib/people/scope'
import { publicRoute } from '@/lib/web/route'

/** The hash of the last record on the big screen; asked every second, so it says nothing else. */
export const GET = publicRoute({}, async (request, { params }) => {
  const event = await publishedEvent({ series: params.series ?? '', event: params.event ?? '' })
  if (!event) return new Response(null, { status: 404 })
  const head = await findHead(event, new URL(request.url).searchParams.get('rehearsal') === '1')
  return new Response(head ?? '', { headers: { 'content-type': 'text/plain; charset=utf-8' } })
})
