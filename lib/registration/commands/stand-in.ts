import 'server-only'
import type { Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { refuse } from '@/lib/values/refusal'
import { type Live, seatFor, shownInstead } from '../rules/seats'
import { findLive } from './insert'
import { promoteWaiting } from './promote'
import { seatsOf } from './seats'
import { restoreRegistration, type stateOf, type Within } from './steps'

/**
 * A stand-in is the ticket of whoever registered a contact that was registered already. It looks and answers like a new
 * one, for nobody may learn from a form who is coming; but it holds neither seat nor place. What its holder does with it
 * moves nothing but what it shows.
 */
type State = Awaited<ReturnType<typeof stateOf>> & { id: string }

/** "I can't come" on a stand-in. Refuses one that says so already, as a ticket would. */
export async function endStandIn(tx: Transaction, record: Recorder, within: Within, before: State): Promise<void> {
  if (before.shownAs === 'cancelled') refuse('registration.not-live')
  await show(tx, within, before.id, { shownAs: 'cancelled', shownPlace: null })
  record('registration.cancelled', before.id, { from: before.shownAs })
}

/**
 * Takes that back; answers what the ticket shows from then on. When nobody has a live registration with this contact any
 * more, it becomes a real one.
 */
export async function restoreStandIn(tx: Transaction, record: Recorder, within: Within, before: State): Promise<Live> {
  if (before.shownAs !== 'cancelled') refuse('registration.live-already')
  await promoteWaiting(tx, within, record)
  const first = await findLive(tx, within.eventId, before.contact)
  if (!first) return restoreRegistration(tx, record, within, before.id)
  const seats = await seatsOf(tx, within.eventId)
  const shownAs = shownInstead(seatFor(seats, seats.someoneWaits), first.status as Live)
  await show(tx, within, before.id, { shownAs, shownPlace: shownAs === 'waitlisted' ? seats.waiting + 1 : null })
  record('registration.restored', before.id, { status: shownAs })
  return shownAs
}

const show = (
  tx: Transaction,
  { eventId }: Within,
  id: string,
  data: { shownAs: Live | 'cancelled'; shownPlace: number | null },
) => tx.registration.update({ where: { key: { eventId, id } }, data: { ...data, version: { increment: 1 } } })
