import { taggedTextHash } from './bytes'
import { canonical } from './canonical'
import type { Entry } from './entry'
import type { SourceName } from './seed'

/** One line of a draw's log (§2). All have where they stand (`i`), the hash before them (`prev`) and a time (`t`). */
type Stands = { i: number; prev: string; t: string }
export type OpenRecord = Stands & { type: 'open'; v: 'hat/1'; event: string; plan: string }
export type LockRecord = Stands & {
  type: 'lock'
  root: string
  count: number
  weight: number
  left_out: Record<string, number>
  chain?: { n: number; tip: string }
}
export type ArmRecord = Stands & {
  type: 'arm'
  lock: string
  draws: { id: string; units: number }[]
  sources: SourceName[]
  link?: number
  beacon?: { chain: string; round: number }
  out: [string, string][]
}
export type RoomRecord = Stands & { type: 'room'; arm: string; text: string }
export type ResultRecord = Stands & {
  type: 'result'
  arm: string
  index: number
  reveal?: string
  signature?: string
  seed: string
  first: string[]
}
export type ClaimRecord = Stands & { type: 'claim'; result: string; entry: string; unit: number; open: Entry }
export type AbsentRecord = Stands & { type: 'absent'; result: string; entry: string; called: number; waited: number }
export type VoidRecord = Stands & { type: 'void'; arm: string; reason: string; reveal: string[]; signature?: string }
type CloseRecord = Stands & { type: 'close' }
export type DrawRecord =
  | OpenRecord
  | LockRecord
  | ArmRecord
  | RoomRecord
  | ResultRecord
  | ClaimRecord
  | AbsentRecord
  | VoidRecord
  | CloseRecord

/** What was promised before the day. */
export type Plan = {
  event: string
  left_out: Record<string, number>
  draws: {
    id: string
    prize: string
    units: number
    sources: SourceName[]
    absent: string
    one_each: boolean
    exclude?: string[]
  }[]
}

/** What a session exports: everything needed to check it. */
export type Bundle = {
  protocol: 'hat/1'
  plan: Plan
  list: string[]
  log: { hash: string; rec: DrawRecord }[]
  head: string
}

export const noHash = '0'.repeat(64)

/** The hash of a record: H(`hat1/rec` ‖ canonical). Throws when the record cannot be written canonically. */
export const recordHash = (record: DrawRecord): string => taggedTextHash('hat1/rec', canonical(record))

/** The hash of a plan: H(`hat1/plan` ‖ canonical). */
export const planHash = (plan: Plan): string => taggedTextHash('hat1/plan', canonical(plan))
