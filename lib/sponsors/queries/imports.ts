import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { readSponsorTable } from '../rules/import-rows'
import { tableOf } from '../rules/import-table'

/** A kept table as it would come in, row by row with remarks; null for one that is not there or was brought in. */
export async function findImport(scope: EventScope<'sponsors.edit'>, id: string) {
  const kept = await database().sponsorImport.findFirst({
    where: { ...scope.within, id, doneAt: null },
    select: { id: true, text: true },
  })
  const table = kept ? tableOf(kept.text) : null
  return kept && Array.isArray(table) ? { id: kept.id, rows: readSponsorTable(table) } : null
}
