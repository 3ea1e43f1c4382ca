import 'server-only'
import type { Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { parcel } from '@/lib/database/parcel'
import { makeLinks } from '@/lib/people/holder'
import { refuse } from '@/lib/values/refusal'
import { ballotIsAhead, seatsLeft } from '../rules/seats'
import { type Addressee, putLetters } from './letters'
import { seatsOf } from './seats'
import type { Within } from './steps'

/** What a drawn ballot came to. */
export type Drawn = { seated: number; waiting: number }

/**
 * A step: seats the entries of a ballot in the order that a draw gave them (ids of registrations, first drawn first), in
 * the transaction that writes the draw's own record: seats while there are any, then places in the queue. Entries that
 * ended since are passed over, entries the order does not know stand behind it in the order they came. Refuses
 * `entry.no-ballot`, `entry.window-open`, and an order that names what is no entry of this stop.
 */
export async function seatInOrder(tx: Transaction, record: Recorder, within: Within, order: string[]): Promise<Drawn> {
  const { eventId } = within
  const before = await seatsOf(tx, eventId)
  if (!ballotIsAhead(before)) refuse('entry.no-ballot')
  if (before.ballotEndsAt && before.ballotEndsAt > before.now) refuse('entry.window-open')
  const known = await tx.$queryRaw<{ id: string; status: string }[]>`
    SELECT id, status::text FROM registrations
    WHERE event_id = ${eventId}::uuid AND (status = 'pending' OR id = ANY (${order}::uuid[])) ORDER BY id`
  const statusOf = new Map(known.map(({ id, status }) => [id, status]))
  if (new Set(order).size !== order.length || order.some((id) => !statusOf.has(id))) refuse('entry.not-an-order')
  const entries = [...new Set([...order, ...known.map(({ id }) => id)])].filter((id) => statusOf.get(id) === 'pending')
  await tx.event.update({ where: { id: eventId }, data: { ballotDrawnAt: before.now } })
  const seats = Math.min(entries.length, seatsLeft(before))
  for (const piece of inPieces(entries)) await seat(tx, eventId, piece, seats)
  await tx.$executeRaw`
    UPDATE events SET waitlist_last = waitlist_last + ${entries.length - seats}::int WHERE id = ${eventId}::uuid`
  for (const piece of inPieces(entries)) await tellAll(tx, within, piece, seats)
  for (const [n, id] of entries.entries()) record('registration.drawn', id, { place: n + 1 })
  record('event.ballot-drawn', eventId, { entries: entries.length, seated: seats })
  return { seated: seats, waiting: entries.length - seats }
}

/** An entry and its place in the order, from 0. */
type Placed = { id: string; n: number }

/** So many by one statement: no statement may take so long that Postgres ends it. */
const atOnce = 5_000

const inPieces = (entries: string[]): Placed[][] =>
  Array.from({ length: Math.ceil(entries.length / atOnce) }, (_, piece) =>
    entries.slice(piece * atOnce, (piece + 1) * atOnce).map((id, n) => ({ id, n: piece * atOnce + n })),
  )

async function seat(tx: Transaction, eventId: string, entries: Placed[], seats: number): Promise<void> {
  const rows = entries.map(({ id, n }) => ({ id, seated: n < seats, behind: n - seats + 1 }))
  await tx.$executeRaw`
    UPDATE registrations r SET version = r.version + 1,
      status = CASE WHEN d.seated THEN 'confirmed' ELSE 'waitlisted' END::registration_status,
      confirmed_at = CASE WHEN d.seated THEN clock_timestamp() ELSE r.confirmed_at END,
      waitlist_position = CASE WHEN d.seated THEN r.waitlist_position ELSE e.waitlist_last + d.behind END
    FROM jsonb_to_recordset(${parcel(rows)}::jsonb) AS d(id uuid, seated boolean, behind int), events e
    WHERE r.event_id = ${eventId}::uuid AND r.id = d.id AND e.id = ${eventId}::uuid`
}

/** A message for each entry, with a fresh link. */
async function tellAll(tx: Transaction, within: Within, entries: Placed[], seats: number): Promise<void> {
  const placeOf = new Map(entries.map(({ id, n }) => [id, n]))
  const people = await tx.$queryRaw<({ id: string } & Addressee)[]>`
    SELECT id, name, contact, locale, ticket_code AS "ticketCode" FROM registrations
    WHERE event_id = ${within.eventId}::uuid AND id = ANY (${[...placeOf.keys()]}::uuid[])`
  const ids = people.map(({ id }) => id)
  const links = await makeLinks(tx, 'ticket', within, ids)
  await putLetters(
    tx,
    within,
    people.map(({ id, ...to }, n) => ({
      occasion: (placeOf.get(id) ?? seats) < seats ? 'drawn' : 'undrawn',
      registrationId: id,
      to,
      secret: links[n]?.secret ?? '',
    })),
  )
}
