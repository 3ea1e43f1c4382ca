'use server'

import { getTranslations } from 'next-intl/server'
import { planImport } from '@/lib/registration/commands/import-guests'
import { undoImport } from '@/lib/registration/commands/undo-import'
import { importPlanSchema, importUndoSchema } from '@/lib/registration/schema/imports'
import { organizerAction } from '@/lib/web/action'
import { expireInAction, seatsTag } from '@/lib/web/cache'

export const plan = organizerAction({
  may: 'guests.edit',
  input: importPlanSchema,
  done: 'guests.import.planned',
  run: (scope, input) => planImport(scope, input),
})

export const undo = organizerAction({
  may: 'guests.edit',
  input: importUndoSchema,
  run: async (scope, input) => {
    const { gone, stayed } = await undoImport(scope, input)
    expireInAction(seatsTag(scope.eventId))
    return { message: (await getTranslations('guests.import'))('undone', { gone, stayed }) }
  },
})
