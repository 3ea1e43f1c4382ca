'use server'

import { publishEvent, unpublishEvent } from '@/lib/events/commands/status'
import { oneEventSchema, pressSchema } from '@/lib/events/schema'
import { undoStart } from '@/lib/tour/commands/undo'
import { organizerAction, seriesAction } from '@/lib/web/action'

export const publish = organizerAction({
  may: 'event.edit',
  input: pressSchema,
  done: 'events.checklist.published',
  run: async (scope) => ({ subject: (await publishEvent(scope)).id }),
})

export const unpublish = organizerAction({
  may: 'event.edit',
  input: pressSchema,
  done: 'events.steps.unpublished',
  run: async (scope) => ({ subject: (await unpublishEvent(scope)).id }),
})

export const takeStartBack = seriesAction({
  may: 'events.create',
  input: oneEventSchema,
  run: async (scope, { id }) => {
    await undoStart(scope, id)
    return { goTo: `/organize/${scope.seriesSlug}` }
  },
})
