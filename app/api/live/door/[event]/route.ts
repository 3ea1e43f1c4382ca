import { organizerRoute } from '@/lib/web/route'
import { liveAnswer } from '@/lib/web/live/answer'

/** The doors hear of each other's scans. */
export const GET = organizerRoute({ may: 'checkin.run' }, async (request, { scope }) =>
  liveAnswer(request, { eventId: scope.eventId, topics: ['checkin'], own: scope.actorId }),
)
