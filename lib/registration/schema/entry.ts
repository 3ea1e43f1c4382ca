import { z } from 'zod'
import { choice, id, line, optionalNumber, optionalWallTime, version, wholeNumber } from '@/lib/values/fields'

export const entryModes = ['open', 'ballot', 'invitation'] as const
export const holdKinds = ['speakers', 'sponsors', 'crew', 'friends'] as const
export const codeKinds = ['shared', 'single', 'none'] as const

/** How people get in, and whether they are asked again. */
export const entrySchema = z.object({
  entryMode: choice(entryModes),
  /** When the entry window of a ballot closes. */
  ballotEnds: optionalWallTime(),
  /** The mark of what the form showed; see `markOf`. */
  version: version().optional(),
})
export type EntryInput = z.output<typeof entrySchema>

/** "Still coming?" so many days before, and when seats without an answer go back. Empty: not at all. */
export const reconfirmSchema = z.object({
  reconfirmDays: optionalNumber(1, 30),
  reconfirmReleaseHours: optionalNumber(1, 700),
  version: version().optional(),
})
export type ReconfirmInput = z.output<typeof reconfirmSchema>

/** Seats to set aside, and how they are opened. */
export const holdSchema = z.object({
  kind: choice(holdKinds),
  name: line(60),
  seats: wholeNumber(1, 10_000),
  codes: choice(codeKinds),
  expires: optionalWallTime(),
})
export type HoldInput = z.output<typeof holdSchema>

/** One set of seats that are set aside. */
export const oneHoldSchema = z.object({ id: id() })
