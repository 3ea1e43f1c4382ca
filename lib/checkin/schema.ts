import { z } from 'zod'
import { id, line } from '@/lib/values/fields'

/** One scan: its own id made by the page, and what was scanned or typed. */
export const scanSchema = z.object({ scan: id(), typed: line(300) })

/** One scan by choosing a person from the search. */
export const letInSchema = z.object({ scan: id(), id: id() })

/** Taking a scan back. */
export const undoSchema = z.object({ id: id() })
