'use server'

import { randomUUID } from 'node:crypto'
import { addWalkIn, findTyped, scanTicket, undoScan } from '@/lib/checkin/commands'
import { letInSchema, scanSchema, undoSchema } from '@/lib/checkin/schema'
import { guestSchema } from '@/lib/registration/schema/registration'
import { organizerAction } from '@/lib/web/action'
import { expireInAction, seatsTag } from '@/lib/web/cache'

type At = { seriesSlug: string; eventSlug: string }
const door = (at: At, query: Record<string, string>) =>
  `/organize/${at.seriesSlug}/${at.eventSlug}/checkin?${new URLSearchParams(query)}`

export const scan = organizerAction({
  may: 'checkin.run',
  input: scanSchema,
  run: async (scope, input) => {
    const registrationId = await findTyped(scope, input.typed)
    if (!registrationId) return { goTo: door(scope, { q: input.typed.slice(0, 80) }) }
    await scanTicket(scope, { scan: input.scan, registrationId })
    return { goTo: door(scope, { scan: input.scan }) }
  },
})

export const letIn = organizerAction({
  may: 'checkin.run',
  input: letInSchema,
  run: async (scope, input) => {
    await scanTicket(scope, { scan: input.scan, registrationId: input.id })
    return { goTo: door(scope, { scan: input.scan }) }
  },
})

export const undo = organizerAction({
  may: 'checkin.run',
  input: undoSchema,
  done: 'checkin.undone',
  run: (scope, { id }) => undoScan(scope, id),
})

export const walkIn = organizerAction({
  may: 'checkin.run',
  input: guestSchema,
  run: async (scope, input, once) => {
    const scanId = await addWalkIn(scope, input, once ?? { key: randomUUID(), input })
    expireInAction(seatsTag(scope.eventId))
    return { goTo: door(scope, { scan: scanId }) }
  },
})
