import { z } from 'zod'
import { choice, id, paragraphs } from '@/lib/values/fields'

/** Most rows of one table. */
export const mostRows = 2_000

/** A table as it was pasted: from a spreadsheet (tabs between cells) or as CSV. */
export const pasteSchema = z.object({
  table: paragraphs(99_000).refine((text) => text !== '', 'empty'),
  /** Where what it says stands in the ledger. */
})
export const bringInSchema = z.object({ id: id(), status: choice(['draft', 'pledged', 'received']) })

export type BringIn = z.output<typeof bringInSchema>
