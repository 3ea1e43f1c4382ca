'use server'

import { removeDraft, restoreDraft } from '@/lib/events/commands/remove'
import { oneEventSchema } from '@/lib/events/schema'
import { seriesAction } from '@/lib/web/action'

export const removeStop = seriesAction({
  may: 'events.create',
  input: oneEventSchema,
  done: 'series.overview.removed',
  run: async (scope, { id }) => ({ subject: (await removeDraft(scope, id)).id }),
})

export const restoreStop = seriesAction({
  may: 'events.create',
  input: oneEventSchema,
  done: 'series.overview.restored',
  run: async (scope, { id }) => ({ subject: (await restoreDraft(scope, id)).id }),
})
