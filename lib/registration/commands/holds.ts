import 'server-only'
import { config } from '@/lib/config'
import { change, type Recorder, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { seal } from '@/lib/values/seal'
import { hashSecret, newTicketCode, normalTicketCode } from '@/lib/values/secret'
import { instantOf } from '@/lib/values/time'
import { newUuid } from '@/lib/values/uuid'
import type { HoldInput } from '../schema/entry'
import { promoteWaiting } from './promote'
import { seatsOf } from './seats'

type Scope = EventScope<'guests.edit'>
/** Codes for one hold at most; a longer list is no list of invitations any more. */
const mostCodes = 500

/**
 * Sets seats aside, out of the public pool, and makes the codes that open them: one for all, or one for each. Refuses
 * `entry.not-enough-seats` where the public pool has fewer left, and an end that is over.
 */
export const addHold = (scope: Scope, input: HoldInput, once?: Repeatable) =>
  change(
    scope,
    { events_open_seats_fit: () => refuse('entry.not-enough-seats', { field: 'seats' }) },
    async (tx, record) => {
      const { eventId, timeZone } = scope
      const { kind, name, seats, codes, expires } = input
      const expiresAt = expires ? instantOf(expires, timeZone) : null
      const { now } = await seatsOf(tx, eventId)
      if (expiresAt && expiresAt <= now) refuse('entry.end-is-over', { field: 'expires' })
      if (codes === 'single' && seats > mostCodes) refuse('entry.too-many-codes', { field: 'seats' })
      const { id } = await tx.hold.create({ data: { eventId, kind, name, seats, expiresAt }, select: { id: true } })
      const uses = codes === 'none' ? [] : codes === 'shared' ? [seats] : Array.from({ length: seats }, () => 1)
      await tx.invitationCode.createMany({
        data: uses.map((mostUses) => ({ ...newCode(eventId), holdId: id, mostUses })),
      })
      record('hold.added', id, { seats, codes: uses.length })
      return { id }
    },
    once,
  )

/** Gives back to the public what is not taken of a hold; its codes open nothing more. Who waits gets the seats at once. */
export const releaseHold = (scope: Scope, id: string) =>
  change(scope, {}, async (tx, record) => {
    if ((await closeHolds(tx, record, scope, id)) === 0) refuse('entry.hold-closed')
    await promoteWaiting(tx, scope, record)
  })

/** A step: closes one hold, or (without an id) those whose time is over by the database's clock. Answers how many. */
export async function closeHolds(
  tx: Transaction,
  record: Recorder,
  { eventId }: { eventId: string },
  id: string | null,
): Promise<number> {
  const closed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE holds SET seats = taken, closed_at = clock_timestamp(), version = version + 1
    WHERE event_id = ${eventId}::uuid AND closed_at IS NULL
      AND CASE WHEN ${id}::uuid IS NULL THEN expires_at <= clock_timestamp() ELSE id = ${id}::uuid END
    RETURNING id`
  for (const hold of closed) record('hold.released', hold.id)
  return closed.length
}

function newCode(eventId: string) {
  const code = `${newTicketCode()}${newTicketCode()}`
  const sealed = seal(code, config().AUTH_SECRET, 'invitation')
  return { eventId, id: newUuid(), codeHash: hashOfCode(code), sealed }
}

/** What is looked up of a code that somebody typed; spaces, dashes and lower case do not matter. */
export const hashOfCode = (typed: string) => hashSecret(normalTicketCode(typed))

/** What a code opens: seats that are left of its own uses and of its hold. */
export type Invitation = { holdId: string; codeId: string; left: () => number; take: () => void }

/** A step of registering: what each of these codes opens, by the code as it was typed. */
export async function invitationsFor(
  tx: Transaction,
  eventId: string,
  typed: string[],
): Promise<Map<string, Invitation>> {
  if (typed.length === 0) return new Map()
  const rows = await tx.invitationCode.findMany({
    where: { eventId, codeHash: { in: typed.map(hashOfCode) } },
    select: { id: true, codeHash: true, mostUses: true, uses: true, hold: true },
  })
  const { now } = await seatsOf(tx, eventId)
  const holds = new Map(rows.map(({ hold }) => [hold.id, { left: openSeats(hold, now) }]))
  const found = rows.map(({ id, codeHash, mostUses, uses, hold }): [string, Invitation] => {
    const seats = holds.get(hold.id) ?? { left: 0 }
    const own = { left: mostUses - uses }
    const take = () => {
      seats.left--
      own.left--
    }
    return [hexOf(codeHash), { holdId: hold.id, codeId: id, left: () => Math.min(seats.left, own.left), take }]
  })
  const opens = new Map(found)
  return new Map(
    typed.flatMap((code) => {
      const invitation = opens.get(hexOf(hashOfCode(code)))
      return invitation ? [[code, invitation] as const] : []
    }),
  )
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

type HoldRow = { seats: number; taken: number; expiresAt: Date | null; closedAt: Date | null }

function openSeats({ seats, taken, expiresAt, closedAt }: HoldRow, now: Date): number {
  return closedAt || (expiresAt && expiresAt <= now) ? 0 : seats - taken
}
