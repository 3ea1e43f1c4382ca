import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { refuse } from '@/lib/values/refusal'
import type { Place } from '../queries/course'
import { isBeacon, quicknet, roundAt, timeOfRound } from '../rules/beacon'
import { hexOf } from '../rules/bytes'
import { type Course, holdingIn, leftOf, openArmOf } from '../rules/course'
import { mayArmTogether } from '../rules/plan'
import { firstOf, ranking } from '../rules/ranking'
import type { ArmRecord, Plan } from '../rules/record'
import { seedOf } from '../rules/seed'
import { isFullThrow } from '../rules/throw'
import type { ArmInput, RevealInput, ThrowInput, VoidInput } from '../schema'
import { linkAt } from './hat'
import { act, mustBeLast, type Open, type Stage } from './log'
import { seatByRank } from './lots'

/** A beacon's round is at least this many seconds ahead of its arming. */
const ahead = 30

/**
 * Arms the named draws of the plan with one throw: their sources, and who stays out, stand in the log before any
 * randomness exists. Refuses `draws.not-locked`, `draws.still-open`, `draws.not-left`, `draws.arm-apart`.
 */
export function armDraws(scope: Stage, input: ArmInput) {
  return act(scope, input.session, async (open) => {
    const { course, say, record, now } = open
    mustBeLast(course, input.head)
    if (course.closed) refuse('draws.closed')
    const lock = course.lock ?? refuse('draws.not-locked')
    if (openArmOf(course)) refuse('draws.still-open')
    const draws = chosenOf(course, input.draw)
    const sources = draws[0]?.sources ?? []
    if (course.linksUsed + draws.length > (lock.record.chain?.n ?? 0)) refuse('draws.chain-used-up')
    await say({
      type: 'arm',
      lock: lock.hash,
      draws: draws.map(({ id, units }) => ({ id, units })),
      sources,
      link: course.linksUsed + 1,
      out: await outOf(open, scope, draws),
      ...(sources.includes('beacon') ? { beacon: { chain: quicknet.chain, round: roundAt(now + ahead) + 1 } } : {}),
    })
    record('draw.armed', input.session, { draws: draws.length })
  })
}

/** Writes down what the room threw. Refuses `draws.small-throw`, `draws.thrown-already`. There is no second throw. */
export function enterThrow(scope: Stage, input: Pick<ThrowInput, 'session' | 'head' | 'arm' | 'text'>) {
  return act(scope, input.session, async ({ course, say, record }) => {
    mustBeLast(course, input.head)
    const armed = openArm(course, input.arm)
    if (!armed.record.sources.includes('room')) refuse('draws.no-throw-here')
    if (armed.room !== undefined) refuse('draws.thrown-already')
    if (!isFullThrow(input.text)) refuse('draws.small-throw')
    await say({ type: 'room', arm: input.arm, text: input.text })
    record('draw.thrown', input.session)
  })
}

/**
 * Reveals the chain's next link and stores whom it draws. Nothing of it leaves the server before. A ballot is then over:
 * its seats are given in the same transaction. Refuses
 * `draws.not-thrown`; with a beacon `draws.not-yet` before its round, `draws.not-the-beacon` for any other signature.
 */
export function revealDraw(scope: Stage, input: RevealInput) {
  return act(scope, input.session, async (open) => {
    const { course, session, say, record } = open
    mustBeLast(course, input.head)
    const armed = openArm(course, input.arm)
    const { sources, draws, link = 0 } = armed.record
    if (sources.includes('room') && armed.room === undefined) refuse('draws.not-thrown')
    const signature = signatureFor(open, armed.record, knownSignature(course, input.arm) ?? input.signature)
    const index = armed.results.size
    const reveal = linkAt(open, link + index)
    const seed = seedOf(input.arm, sources, { link: reveal, room: armed.room, signature }, index)
    const ranked = ranking(seed, course.list)
    await say({
      type: 'result',
      arm: input.arm,
      index,
      reveal: hexOf(reveal),
      ...(signature ? { signature } : {}),
      seed: hexOf(seed),
      first: firstOf(ranked, draws[index]?.units ?? 0),
    })
    record('draw.drawn', input.session, { index })
    if (session.kind === 'seats')
      await seatByRank(open, scope, { ranked, out: new Set(armed.record.out.map(([id]) => id)) })
  })
}

/** Gives an armed draw up, with a reason, and reveals what it would have been: a void stays visible for ever. */
export function voidDraw(scope: Stage, input: VoidInput) {
  return act(scope, input.session, async (open) => {
    const { course, say, record, now } = open
    mustBeLast(course, input.head)
    const armed = openArm(course, input.arm)
    const { beacon, draws, link = 0 } = armed.record
    const passed = beacon !== undefined && now >= timeOfRound(beacon.round)
    const signature = passed
      ? signatureFor(open, armed.record, knownSignature(course, input.arm) ?? input.signature)
      : undefined
    const from = armed.results.size
    const reveal = draws.slice(from).map((_, at) => hexOf(linkAt(open, link + from + at)))
    await say({
      type: 'void',
      arm: input.arm,
      reason: input.reason.normalize('NFC'),
      reveal,
      ...(signature ? { signature } : {}),
    })
    record('draw.voided', input.session)
  })
}

function chosenOf(course: Course, wanted: string[]): Plan['draws'] {
  const draws = leftOf(course).filter(({ id }) => wanted.includes(id))
  if (draws.length === 0 || draws.length !== new Set(wanted).size) refuse('draws.not-left')
  if (!mayArmTogether(draws)) refuse('draws.arm-apart')
  return draws
}

/** Who stays out of these draws and why: holders of a prize, sponsors' own people, and whoever is no longer there. */
async function outOf({ tx, course, session }: Open, scope: Stage, draws: Plan['draws']): Promise<[string, string][]> {
  const out = new Map<string, string>()
  const oneEach = draws.some(({ one_each }) => one_each)
  if (oneEach) for (const id of holdingIn(course)) out.set(id, 'won_before')
  const excluded = draws.flatMap(({ exclude = [] }) => exclude)
  // Whoever is in a ballot has no seat yet.
  const standing = session.kind === 'seats' ? 'pending' : 'confirmed'
  for (const { id, why } of await notThere(
    tx,
    { eventId: scope.eventId, sessionId: session.id },
    { excluded, standing, oneEach },
  ))
    if (!out.has(id)) out.set(id, why)
  return [...out].sort(([a], [b]) => (a < b ? -1 : 1))
}

type Bounds = { excluded: string[]; standing: string; oneEach: boolean }

/** Looked up one by one on purpose: of a list that just came in Postgres knows too little to choose a way by itself. */
const notThere = (tx: Transaction, place: Place, { excluded, standing, oneEach }: Bounds) =>
  tx.$queryRaw<{ id: string; why: string }[]>`
    SELECT id, CASE WHEN erased THEN 'erased' WHEN excluded THEN 'sponsor' WHEN has_left THEN 'left' ELSE 'has_prize' END AS why
    FROM (
      SELECT encode(e.entry_id, 'hex') AS id, e.label IS NULL AS erased, e.tags && ${excluded}::text[] AS excluded,
        (SELECT r.status::text FROM registrations r WHERE r.event_id = e.event_id AND r.id = e.registration_id)
          <> ${standing} AS has_left,
        ${oneEach} AND e.registration_id IN (
          SELECT w.registration_id FROM draw_wins w
          WHERE w.event_id = ${place.eventId}::uuid AND w.one_each AND w.taken_back_at IS NULL) AS has_prize
      FROM draw_entries e WHERE e.event_id = ${place.eventId}::uuid AND e.session_id = ${place.sessionId}::uuid OFFSET 0
    ) entries
    WHERE erased OR excluded OR has_left OR has_prize`

function openArm(course: Course, hash: string) {
  if (course.closed) refuse('draws.closed')
  const armed = course.arms.get(hash)
  if (!armed || openArmOf(course) !== hash) return refuse('draws.moved-on')
  return armed
}

/** A series drawn from one round needs its signature brought only once. */
const knownSignature = (course: Course, arm: string): string | undefined =>
  course.log.flatMap(({ rec }) => (rec.type === 'result' && rec.arm === arm ? [rec.signature] : []))[0]

function signatureFor({ now }: Open, { beacon }: ArmRecord, brought: string | undefined): string | undefined {
  if (!beacon) return undefined
  if (now < timeOfRound(beacon.round)) refuse('draws.not-yet')
  if (!brought) refuse('draws.beacon-missing', { field: 'signature' })
  return isBeacon(beacon.round, brought) ? brought : refuse('draws.not-the-beacon', { field: 'signature' })
}
