import { z } from 'zod'
import { choice, id } from '@/lib/values/fields'

/** How a prize reaches its winner: into their hand, through somebody they sent, by post, or as a code on their ticket. */
export const waysOver = ['hand', 'proxy', 'post', 'code'] as const
export type WayOver = (typeof waysOver)[number]

export const handOverSchema = z.object({ id: id(), how: choice(waysOver) })
export const unitSchema = z.object({ id: id() })

export type HandOver = z.output<typeof handOverSchema>
