import { z } from 'zod'
import { choice, id, optionalFile, paragraphs } from '@/lib/values/fields'

/** Most rows of one table. */
export const mostRows = 2_000

/** A table as it was pasted (tabs between cells, or CSV), or as a file of a spreadsheet; one of the two. */
export const tableSchema = z.object({ table: paragraphs(99_000), file: optionalFile() })
/** Where what it says stands in the ledger. */
export const bringInSchema = z.object({ id: id(), status: choice(['draft', 'pledged', 'received']) })

export type BringIn = z.output<typeof bringInSchema>
