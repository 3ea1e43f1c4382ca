import { z } from 'zod'
import { checkbox, choice, id, optionalFile, paragraphs } from '@/lib/values/fields'

/** How a prize reaches its winner: into their hand, through somebody they sent, by post, or as a code on their ticket. */
const waysOver = ['hand', 'proxy', 'post', 'code'] as const

export const handOverSchema = z.object({ id: id(), how: choice(waysOver) })
export const unitSchema = z.object({ id: id() })

export const codeSchema = z.object({ unit: id() })

/** Codes as they are pasted or uploaded; `raise` says that there are as many pieces as codes. */
export const codesSchema = z.object({ id: id(), codes: paragraphs(100_000), list: optionalFile(), raise: checkbox() })

export type HandOver = z.output<typeof handOverSchema>
