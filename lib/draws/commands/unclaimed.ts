import 'server-only'
import { change, type Recorder } from '@/lib/database/change'
import { database, type Transaction } from '@/lib/database/client'
import { every } from '@/lib/jobs/every'
import { type SystemJob, systemJob } from '@/lib/people/scope'
import { putLetter } from '@/lib/registration/commands/letters'
import { Refusal, refuse } from '@/lib/values/refusal'
import { unclaimedOf } from '../rules/plan'
import { takeBack } from './handover'

/** So long after the end of a stop nobody is coming to the desk any more, in hours. */
const restHours = 12
/** So many days after the reminder a prize is taken back, as the plan said. */
const fetchDays = 7
/** Older ones are nobody's business any more. */
const lookBackDays = 90
/** So many at most in one transaction; the next round goes on. */
const mostAtOnce = 100
const nothing = 'hat.nothing-due'

type Within = { seriesId: string; eventId: string }

/**
 * What the clock does about prizes that were won and never fetched: after the day each winner is reminded once, with the
 * date until when; after that date the unit goes where the plan said: back into stock to be drawn again in public, or to
 * whoever gave it. What is to be posted, and sessions whose plan says nothing, are left to people. Each stop in a
 * transaction of its own: run twice at once, or killed, it does nothing twice. Answers how many stops it changed.
 */
export async function chaseUnclaimed(_job: SystemJob): Promise<number> {
  const stops = await stopsDue()
  const moved = await every(stops.map((within) => () => chaseAt(within)))
  return moved.filter(Boolean).length
}

const stopsDue = () => database().$queryRaw<Within[]>`
  SELECT DISTINCT e.id AS "eventId", e.series_id AS "seriesId"
  FROM events e
  JOIN draw_wins w ON w.event_id = e.id AND w.taken_back_at IS NULL
  JOIN prize_units u ON u.event_id = w.event_id AND u.id = w.prize_unit_id AND u.status = 'won'
  WHERE e.removed_at IS NULL AND e.cancelled_at IS NULL
    AND e.ends_at <= clock_timestamp() - make_interval(hours => ${restHours})
    AND e.ends_at > clock_timestamp() - make_interval(days => ${lookBackDays})
    AND (w.reminded_at IS NULL OR w.reminded_at <= clock_timestamp() - make_interval(days => ${fetchDays}))`

async function chaseAt(within: Within): Promise<boolean> {
  try {
    await change(systemJob(within), {}, async (tx, record) => {
      const late = await listLate(tx, within)
      const taken = await takeLate(tx, record, within, late)
      const reminded = await remind(tx, record, within, late)
      if (taken + reminded === 0) refuse(nothing)
    })
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === nothing) return false
    throw error
  }
}

type Late = { id: string; unitId: string; registrationId: string; due: boolean; rule: string; reachable: boolean }

// What people are left to see to is left out here: a hundred of those must not stand before what is due.
const listLate = (tx: Transaction, { eventId }: Within) => tx.$queryRaw<Late[]>`
  SELECT w.id, w.prize_unit_id AS "unitId", w.registration_id AS "registrationId", w.reminded_at IS NOT NULL AS due,
    plan.rule, r.contact NOT LIKE 'erased:%' AS reachable
  FROM draw_wins w
  JOIN registrations r ON r.event_id = w.event_id AND r.id = w.registration_id
  JOIN draw_sessions s ON s.event_id = w.event_id AND s.id = w.session_id
  JOIN prize_units u ON u.event_id = w.event_id AND u.id = w.prize_unit_id
  JOIN LATERAL (
    SELECT d->>'absent' AS rule FROM draw_prizes p, jsonb_array_elements(s.plan->'draws') d
    WHERE p.event_id = w.event_id AND p.session_id = w.session_id AND p.prize_id = u.prize_id
      AND d->>'id' = p.draw_id LIMIT 1) plan ON plan.rule LIKE '%; unclaimed: %'
  WHERE w.event_id = ${eventId}::uuid AND w.taken_back_at IS NULL AND u.status = 'won'
    AND (w.reminded_at IS NULL OR w.reminded_at <= clock_timestamp() - make_interval(days => ${fetchDays}))
    AND NOT EXISTS (SELECT 1 FROM prize_posts o WHERE o.event_id = w.event_id AND o.win_id = w.id)
  ORDER BY w.won_at, w.id LIMIT ${mostAtOnce}`

async function takeLate(tx: Transaction, record: Recorder, within: Within, late: Late[]): Promise<number> {
  let taken = 0
  for (const { id, unitId, due, rule } of late) {
    const promised = due && unclaimedOf(rule)
    if (!promised) continue
    const to = promised === 'donor' ? 'returned' : 'in_stock'
    await takeBack(tx, { ...within, by: { kind: 'system' } }, { win: id, unit: unitId, to })
    record('prize.unclaimed', id, { to })
    taken += 1
  }
  return taken
}

/** One message a person, however many prizes wait for them; whoever was erased hears nothing, and the time runs all the same. */
async function remind(tx: Transaction, record: Recorder, within: Within, late: Late[]): Promise<number> {
  const waiting = late.filter(({ due, rule }) => !due && unclaimedOf(rule) !== null)
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
  const now = clock?.now ?? new Date()
  const until = new Date(now.getTime() + fetchDays * 86_400_000)
  const readers = waiting.filter(({ reachable }) => reachable)
  for (const registrationId of new Set(readers.map((one) => one.registrationId))) {
    await putLetter(tx, 'unclaimed', { ...within, registrationId, until })
  }
  for (const { id } of waiting) {
    await tx.drawWin.update({ where: { key: { eventId: within.eventId, id } }, data: { remindedAt: now } })
    record('prize.reminded', id)
  }
  return waiting.length
}
