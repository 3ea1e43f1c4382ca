import { holderRoute } from '@/lib/web/route'
import { liveAnswer } from '@/lib/web/live/answer'

/** A ticket hears of the draw, and whether it is about its own holder. */
export const GET = holderRoute({ kind: 'ticket' }, async (request, { holder }) =>
  liveAnswer(request, { eventId: holder.eventId, topics: ['draw'], registrationId: holder.subjectId }),
)
