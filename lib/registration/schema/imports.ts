import { z } from 'zod'
import { checkbox, choice, id, optionalLine } from '@/lib/values/fields'

/** What a column of somebody else's list may be taken for. */
export const columnKinds = [
  'skip',
  'name',
  'first',
  'last',
  'email',
  'phone',
  'contact',
  'language',
  'standing',
] as const
export type ColumnKind = (typeof columnKinds)[number]
export const mostImportColumns = 100

/** How an import is to be read and what it is to do. */
export const importPlanSchema = z.object({
  id: id(),
  columns: z.array(choice(columnKinds)).max(mostImportColumns),
  locale: choice(['zh', 'en']),
  whenFull: choice(['waiting', 'refused']),
  notify: checkbox(),
})

/** Taking an import back: the number of people typed in full. */
export const importUndoSchema = z.object({ id: id(), typed: optionalLine(20) })

export type ImportPlan = z.output<typeof importPlanSchema>
