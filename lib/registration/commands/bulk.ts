import 'server-only'
import type { EventScope } from '@/lib/people/scope'
import { Refusal } from '@/lib/values/refusal'
import type { BulkAct } from '../schema/guests'
import { approveGuest, cancelGuest, declineGuest, restoreGuest, seatOutOfTurn, sendTicketAgain } from './guests'

type Guests = EventScope<'guests.edit'>
type Order = { act: BulkAct; notify: boolean; reason?: string }

const acts = {
  approve: (scope, decision) => approveGuest(scope, decision),
  promote: (scope, decision) => seatOutOfTurn(scope, decision),
  decline: (scope, decision) => declineGuest(scope, decision),
  cancel: (scope, decision) => cancelGuest(scope, decision),
  restore: (scope, { id }) => restoreGuest(scope, id),
  resend: (scope, { id }) => sendTicketAgain(scope, id),
} as const satisfies Record<
  BulkAct,
  (scope: Guests, decision: { id: string; notify: boolean; reason: string }) => Promise<unknown>
>

/**
 * Does the same to many guests, each in a transaction of its own, so that nobody waits for all of them and one that
 * cannot be done stops no other. Answers for each what refused it, or null.
 */
export async function actOnGuests(scope: Guests, { act, notify, reason = '' }: Order, ids: readonly string[]) {
  const report: { id: string; refusal: Refusal | null }[] = []
  for (const id of ids) {
    try {
      await acts[act](scope, { id, notify, reason })
      report.push({ id, refusal: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      report.push({ id, refusal: error })
    }
  }
  return report
}
