import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { seatInOrder } from '@/lib/registration/commands/ballot'
import { seatsOf } from '@/lib/registration/commands/seats'
import { ballotIsAhead, seatsLeft } from '@/lib/registration/rules/seats'
import { refuse } from '@/lib/values/refusal'
import { planIn } from '../queries/course'
import type { Ranked } from '../rules/ranking'
import type { Plan } from '../rules/record'
import { labelOf, numbered } from './entries'
import type { Open, Stage } from './log'

/** What is different when a session draws seats: how many, who is in the hat, and that its result gives them at once. */

/** `draw_prizes_units_sane` allows so many. */
const mostSeats = 10_000

/**
 * A step: everybody who entered the ballot, in the order they came. Refuses `entry.window-open` while people still may
 * enter, and `ballot.seats-changed` when another number of seats is free than the plan promises.
 */
export async function ballotHat(tx: Transaction, scope: Stage, plan: Plan) {
  const { eventId } = scope
  const seats = await seatsToDraw(tx, eventId)
  const { ballotEndsAt, now } = await seatsOf(tx, eventId)
  if (ballotEndsAt && ballotEndsAt > now) refuse('entry.window-open')
  if (plan.draws[0]?.units !== seats) refuse('ballot.seats-changed', { values: { seats } })
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM registrations WHERE event_id = ${eventId}::uuid AND status = 'pending' ORDER BY created_at, id`
  return numbered(rows.map(({ id, name }) => ({ label: labelOf(name), tags: [], registrationId: id })))
}

/**
 * A step: the result of a ballot seats its people in the order of the ranking, those who were out when it was armed left
 * aside, and ends the session. Nothing of it is waited for: seats need nobody to come forward. Refuses
 * `ballot.seats-gone` while fewer are free than were promised: whom the record names first must get one.
 */
export async function seatByRank(
  { tx, session, say, record }: Open,
  scope: Stage,
  { ranked, out }: { ranked: readonly Ranked[]; out: ReadonlySet<string> },
) {
  const rows = await tx.$queryRaw<{ entryId: string; registrationId: string }[]>`
    SELECT encode(entry_id, 'hex') AS "entryId", registration_id AS "registrationId" FROM draw_entries
    WHERE event_id = ${scope.eventId}::uuid AND session_id = ${session.id}::uuid AND registration_id IS NOT NULL`
  const known = new Map(rows.map(({ entryId, registrationId }) => [entryId, registrationId]))
  const order = ranked.filter(({ id }) => !out.has(id)).flatMap(({ id }) => known.get(id) ?? [])
  const promised = Math.min(planIn(session).draws[0]?.units ?? 0, order.length)
  const seats = seatsLeft(await seatsOf(tx, scope.eventId))
  if (seats < promised) refuse('ballot.seats-gone', { values: { seats, promised } })
  await seatInOrder(tx, record, scope, order)
  await say({ type: 'close' })
  await tx.drawSession.update({ where: scope.key(session.id), data: { closedAt: new Date() } })
}

/** A step: the seats that a ballot draws now. Refuses `entry.no-ballot`, `ballot.no-seats`. */
export async function seatsToDraw(tx: Transaction, eventId: string): Promise<number> {
  const facts = await seatsOf(tx, eventId)
  if (!ballotIsAhead(facts)) refuse('entry.no-ballot')
  const seats = Math.min(seatsLeft(facts), mostSeats)
  return seats > 0 ? seats : refuse('ballot.no-seats')
}
