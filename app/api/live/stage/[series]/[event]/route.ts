import { publicRoute } from '@/lib/web/route'
import { publishedEvent } from '@/lib/people/scope'
import { liveAnswer } from '@/lib/web/live/answer'

/** The big screen hears of everything that it shows. */
export const GET = publicRoute({}, async (request, { params }) => {
  const event = await publishedEvent({ series: params.series ?? '', event: params.event ?? '' })
  if (!event) return new Response(null, { status: 404 })
  return liveAnswer(request, { eventId: event.eventId, topics: ['draw', 'rehearsal', 'checkin', 'stage'] })
})
