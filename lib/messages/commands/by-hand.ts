import 'server-only'
import { change } from '@/lib/database/change'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'

type Sender = EventScope<'guests.edit'>

/** Tries a waiting or failed message again, now. Refuses `messages.not-to-send` for one that left or was erased. */
export const retryMessage = (scope: Sender, id: string) =>
  change(scope, {}, async (tx, record) => {
    const count = await tx.$executeRaw`
      UPDATE messages SET status = 'waiting', attempts = 0, last_error = NULL, next_attempt_at = clock_timestamp()
      WHERE id = ${id}::uuid AND event_id = ${scope.eventId}::uuid
        AND status IN ('waiting', 'failed') AND last_error IS DISTINCT FROM 'erased'`
    if (count === 0) refuse('messages.not-to-send')
    record('message.retried', id)
  })

/** Notes that a message was passed on by hand; its link is forgotten. */
export const markPassedOn = (scope: Sender, id: string) =>
  change(scope, {}, async (tx, record) => {
    const { count } = await tx.message.updateMany({
      where: { ...scope.within, id, status: { in: ['waiting', 'failed'] } },
      data: { status: 'sent', sentAt: new Date(), sealedLink: null, lastError: null },
    })
    if (count === 0) refuse('messages.not-to-send')
    record('message.passed-on', id)
  })
