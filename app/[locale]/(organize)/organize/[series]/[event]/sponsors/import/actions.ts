'use server'

import { bringIn as bring, keepTable as keep } from '@/lib/prizes/commands/imports'
import { pastedFrom } from '@/lib/sponsors/rules/import-table'
import { bringInSchema, tableSchema } from '@/lib/sponsors/schema/imports'
import { organizerAction } from '@/lib/web/action'

export const keepTable = organizerAction({
  may: 'sponsors.edit',
  input: tableSchema,
  run: async (scope, { table, file }) => {
    const id = await keep(scope, file ? await pastedFrom(file) : table)
    return { goTo: `/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors/import/${id}` }
  },
})

export const bringIn = organizerAction({
  may: 'sponsors.edit',
  input: bringInSchema,
  run: async (scope, input) => {
    const { sponsors, contacts, gifts } = await bring(scope, input)
    const counts = `sponsors=${sponsors}&contacts=${contacts}&gifts=${gifts}`
    return { goTo: `/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors/import?${counts}` }
  },
})
