import { organizerRoute } from '@/lib/web/route'
import { liveAnswer } from '@/lib/web/live/answer'

/** A console of the host hears of what another one did. */
export const GET = organizerRoute({ may: 'stage.run' }, async (request, { scope }) =>
  liveAnswer(request, {
    eventId: scope.eventId,
    topics: ['draw', 'rehearsal', 'checkin', 'stage'],
    own: scope.actorId,
  }),
)
