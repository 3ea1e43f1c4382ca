import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { timeOfRound } from '../rules/beacon'
import { readableCode } from '../rules/code'
import { type Course, isSettled, leftOf, openArmOf, type Step, stepOf } from '../rules/course'
import { type Preset, presetOf, type Unclaimed, unclaimedOf, waitOf } from '../rules/plan'
import type { Bundle, Plan } from '../rules/record'
import { type Drawn, holders } from '../rules/verify/state'
import {
  type DrawKind,
  numbersOf,
  planIn,
  readCourse,
  readList,
  readLog,
  type SessionRow,
  type Standing,
} from './course'
import { type Looks, looksOf } from './looks'

/** Somebody who was drawn, by masked name and number; `tail` (of the ticket's code) is for the host alone. */
export type Person = {
  entry: string
  label: string | null
  n: number
  status: 'called' | 'claimed' | 'absent'
  unit: number | null
  tail?: string
}
export type DrawView = {
  id: string
  title: string
  titleEn: string | null
  sponsor: string
  sponsorEn: string | null
  units: number
  preset: Preset
  state: 'left' | 'armed' | 'drawn' | 'settled'
  result: string | null
  people: Person[]
  voids: string[]
} & Looks
export type SessionView = {
  id: string
  kind: DrawKind
  rehearsal: boolean
  head: string
  /** Of the draw that comes now. */
  preset: Preset
  oneEach: boolean
  /** Seconds that a winner is waited for before the next may be called. */
  wait: number
  unclaimed: Unclaimed | null
  weigh: SessionRow['weigh']
  crew: number
  lock: { hash: string; code: string; count: number } | null
  step: Step
  /** The open arm: which draws, how many are out, what was thrown, when its beacon's round is (ms since 1970). */
  armed: {
    arm: string
    draws: string[]
    out: number
    thrown: string | null
    beaconAt: number | null
    round: number | null
  } | null
  draws: DrawView[]
  closed: boolean
}

type With = { tails?: boolean }

/** A step: everything that screens show of a session. Only who was drawn has a name in it, and that masked. */
export async function viewOf(tx: Transaction, eventId: string, session: SessionRow, also: With = {}) {
  const course = await readCourse(tx, eventId, session)
  const place = { eventId, sessionId: session.id }
  const prizes = await tx.drawPrize.findMany({ where: place, orderBy: { position: 'asc' } })
  const people = await peopleOf(tx, place, course, also)
  const plan = planIn(session)
  const looks = await looksOf(tx, eventId, prizes)
  const draws = prizes.map((prize): DrawView => {
    const { drawId: id, title, titleEn, sponsor, sponsorEn, units } = prize
    const result = course.resultOrder.findLast((hash) => course.results.get(hash)?.draw.id === id) ?? null
    const drawn = result ? course.results.get(result) : undefined
    return {
      ...{ id, title, titleEn, sponsor, sponsorEn, units, result },
      preset: presetOf(plan.draws.find((draw) => draw.id === id)?.sources ?? []),
      state: stateOf(course, id, drawn),
      // Whom a ballot seats is told to themselves alone.
      people: drawn && session.kind === 'prizes' ? drawnPeople(drawn, people) : [],
      voids: voidsOf(course, id),
      ...(looks.get(id) ?? { photo: null, logo: null }),
    }
  })
  return { ...headOf(course, session, plan), draws }
}

/** The draw that comes now, or came last: what is armed, else what is left, else what was drawn. */
function nowIn(course: Course): string | undefined {
  const armed = openArmOf(course)
  const [first] = (armed && course.arms.get(armed)?.record.draws) || []
  const last = course.results.get(course.resultOrder.at(-1) ?? '')
  return (first ?? leftOf(course)[0] ?? last?.draw)?.id
}

function headOf(course: Course, session: SessionRow, plan: Plan): Omit<SessionView, 'draws'> {
  const step = stepOf(course)
  const arm = step.step === 'throw' || step.step === 'reveal' ? step.arm : null
  const armed = arm ? course.arms.get(arm) : undefined
  const round = armed?.record.beacon?.round ?? null
  return {
    id: session.id,
    kind: session.kind,
    rehearsal: session.rehearsal,
    head: course.log.at(-1)?.hash ?? '',
    preset: presetOf(plan.draws.find(({ id }) => id === nowIn(course))?.sources ?? plan.draws[0]?.sources ?? []),
    oneEach: plan.draws.every(({ one_each }) => one_each),
    wait: waitOf(plan.draws[0]?.absent ?? 'next'),
    unclaimed: unclaimedOf(plan.draws[0]?.absent ?? 'next'),
    weigh: session.weigh,
    crew: plan.left_out.crew ?? 0,
    lock: course.lock
      ? { hash: course.lock.hash, code: readableCode(course.lock.hash), count: course.lock.record.count }
      : null,
    step,
    armed:
      arm && armed
        ? {
            arm,
            draws: armed.record.draws.map(({ id }) => id),
            out: armed.record.out.length,
            thrown: armed.room ?? null,
            beaconAt: round === null ? null : timeOfRound(round) * 1000,
            round,
          }
        : null,
    closed: course.closed,
  }
}

function stateOf(course: Course, id: string, drawn: Drawn | undefined): DrawView['state'] {
  if (drawn) return isSettled(drawn) ? 'settled' : 'drawn'
  const armed = [...course.arms.values()].some((arm) => !arm.voided && arm.record.draws.some((draw) => draw.id === id))
  return armed ? 'armed' : 'left'
}

const voidsOf = (course: Course, id: string) =>
  [...course.voids].flatMap(([arm, { reason }]) => {
    const armed = course.arms.get(arm)
    const at = armed?.record.draws.findIndex((draw) => draw.id === id) ?? -1
    return at >= (armed?.results.size ?? 0) ? [reason] : []
  })

type Known = Map<string, { n: number; label: string | null; tail?: string }>

function drawnPeople(drawn: Drawn, known: Known): Person[] {
  const holding = holders(drawn)
  const shown = drawn.ranked.filter(({ id }) => holding.has(id) || drawn.absent.has(id))
  return shown.map(({ id }) => {
    const { n, label, tail } = known.get(id) ?? { n: 0, label: null }
    const unit = drawn.claims.get(id) ?? null
    const status = unit !== null ? 'claimed' : drawn.absent.has(id) ? 'absent' : 'called'
    return { entry: id, label, n, status, unit, ...(tail === undefined ? {} : { tail }) }
  })
}

async function peopleOf(tx: Transaction, place: { eventId: string; sessionId: string }, course: Standing, also: With) {
  const ids = [...course.results.values()].flatMap((drawn) => [...holders(drawn), ...drawn.absent])
  if (ids.length === 0) return new Map() as Known
  const rows = await tx.$queryRaw<Row[]>`
    SELECT encode(e.entry_id, 'hex') AS "entryId", e.n, e.label, r.name, right(r.ticket_code, 3) AS tail, w.shown
    FROM draw_entries e
    LEFT JOIN registrations r ON (r.event_id, r.id) = (e.event_id, e.registration_id)
    LEFT JOIN draw_wishes w ON (w.event_id, w.registration_id) = (r.event_id, r.id)
    WHERE e.event_id = ${place.eventId}::uuid AND e.session_id = ${place.sessionId}::uuid 
      AND e.n = ANY(${numbersOf(course, ids)})`
  return new Map(
    rows.map(({ entryId, n, tail, ...row }) => [
      entryId,
      { n, label: asWished(row), ...(also.tails && tail !== null ? { tail } : {}) },
    ]),
  ) as Known
}

type Wished = { label: string | null; name: string | null; shown: 'masked' | 'full' | 'number' | null }
type Row = Wished & { entryId: string; n: number; tail: string | null }

/** As they want to be called; the record itself keeps the masked name. */
function asWished({ label, name, shown }: Wished): string | null {
  if (label === null || shown === null || shown === 'masked') return label
  return shown === 'full' ? (name ?? label) : '＊'
}

/** A step: all that anybody needs to check a session, exactly as the protocol shapes it. */
export async function bundleOf(tx: Transaction, eventId: string, session: SessionRow): Promise<Bundle> {
  const place = { eventId, sessionId: session.id }
  const log = await readLog(tx, place)
  const locked = log.some(({ rec }) => rec.type === 'lock')
  const list = locked ? await readList(tx, place) : []
  return {
    protocol: 'hat/1',
    plan: planIn(session),
    list: list.map(({ id, weight }) => `${id} ${weight}`),
    log,
    head: log.at(-1)?.hash ?? '',
  }
}
