import 'server-only'
import { randomBytes } from 'node:crypto'
import { config } from '@/lib/config'
import type { Transaction } from '@/lib/database/client'
import { refuse } from '@/lib/values/refusal'
import { seal, unseal } from '@/lib/values/seal'
import { planIn } from '../queries/course'
import { listDrawable } from '../queries/plan'
import { bytesOf, hexOf } from '../rules/bytes'
import { chainFrom, linkBelow } from '../rules/chain'
import { chainLength, inventedLabels, sponsorTag, weightFor } from '../rules/plan'
import type { LockInput } from '../schema'
import { type InHat, labelOf, numbered, putIntoHat } from './entries'
import { act, mustBeLast, type Open, type Stage } from './log'
import { ballotHat } from './lots'

const purpose = 'draw-chain'
const invented = 180

/**
 * Freezes who is in the hat and publishes the list's root and the chain's tip. Crew are left out. Refuses
 * `draws.locked-already`, `draws.nobody`, `draws.crew-changed` when the plan tells another number of crew, and
 * `draws.prizes-changed` when a prize is not there as the plan tells; of a ballot what `ballotHat` refuses.
 */
export function lockHat(scope: Stage, input: LockInput) {
  return act(scope, input.session, async (open) => {
    const { tx, session, course, record, say } = open
    mustBeLast(course, input.head)
    if (course.closed) refuse('draws.closed')
    if (course.lock) refuse('draws.locked-already')
    const plan = planIn(session)
    const hat = await hatOf(open, scope, input.who)
    if (hat.length === 0) refuse('draws.nobody')
    const { list, root } = await putIntoHat(tx, { eventId: scope.eventId, sessionId: input.session }, hat)
    const secret = randomBytes(32)
    const n = chainLength(plan)
    const tip = hexOf(chainFrom(new Uint8Array(secret), n)[0] as Uint8Array)
    await say({
      type: 'lock',
      root,
      count: list.length,
      weight: list.reduce((sum, { weight }) => sum + weight, 0),
      left_out: plan.left_out,
      chain: { n, tip },
    })
    const chainSealed = seal(secret.toString('hex'), config().AUTH_SECRET, purpose)
    await tx.drawSession.update({ where: scope.key(input.session), data: { lockedAt: new Date(), chainSealed } })
    record('draw.locked', input.session, { count: list.length, who: input.who })
    return list.length
  })
}

/** Whoever goes into the hat of this session. */
async function hatOf({ tx, session }: Open, scope: Stage, who: LockInput['who']): Promise<InHat[]> {
  if (session.rehearsal) return rehearsalHat()
  if (session.kind === 'seats') return ballotHat(tx, scope, planIn(session))
  if (planIn(session).left_out.crew !== (await countCrew(tx, scope))) refuse('draws.crew-changed')
  await refuseUnlessThere(tx, { ...scope.within, sessionId: session.id })
  const hat = await realHat(tx, scope, who)
  return session.weigh === 'stops' ? weighed(tx, scope, hat) : hat
}

/** From the lock on Postgres keeps every prize as it is: it must be as the plan told everybody. */
async function refuseUnlessThere(tx: Transaction, at: { eventId: string; sessionId: string }): Promise<void> {
  const there = new Map((await listDrawable(tx, at.eventId)).map((prize) => [prize.id, prize]))
  for (const planned of await tx.drawPrize.findMany({ where: at })) {
    const prize = there.get(planned.prizeId ?? '')
    const same = prize?.title === planned.title && prize.titleEn === planned.titleEn && prize.units >= planned.units
    if (!same) refuse('draws.prizes-changed')
  }
}

/** The k-th link of the session's chain. */
export function linkAt({ session, course }: Pick<Open, 'session' | 'course'>, k: number): Uint8Array {
  const n = course.lock?.record.chain?.n ?? 0
  if (!session.chainSealed || k < 1 || k > n) return refuse('draws.chain-used-up')
  let link = bytesOf(unseal(session.chainSealed, config().AUTH_SECRET, purpose), 32)
  if (!link) throw new Error('the sealed chain holds no link')
  for (let at = n; at > k; at--) link = linkBelow(link)
  return link
}

/** How many people are crew: volunteers, and everybody with a role here. They never enter the hat. */
export async function countCrew(tx: Transaction, scope: Stage): Promise<number> {
  const { volunteers, members } = await crewOf(tx, scope)
  return volunteers.length + new Set(members.map(({ personId }) => personId)).size
}

async function crewOf(tx: Transaction, { eventId, seriesId }: Stage) {
  const [volunteers, members] = [
    await tx.volunteer.findMany({
      where: { eventId, removedAt: null, declinedAt: null },
      select: { email: true, phone: true },
    }),
    await tx.membership.findMany({
      where: { seriesId, revokedAt: null, OR: [{ eventId: null }, { eventId }] },
      select: { personId: true, person: { select: { email: true } } },
    }),
  ]
  return { volunteers, members }
}

async function realHat(tx: Transaction, scope: Stage, who: LockInput['who']): Promise<InHat[]> {
  const { volunteers, members } = await crewOf(tx, scope)
  const crew = new Set([
    ...volunteers.flatMap(({ email, phone }) => [email, phone]),
    ...members.map((m) => m.person.email),
  ])
  crew.delete(null)
  const staff = await staffOf(tx, scope.seriesId)
  const rows = await tx.$queryRaw<{ id: string; name: string; known: string | null }[]>`
    SELECT r.id, r.name, CASE WHEN r.contact = ANY (${[...staff.keys()]}) THEN r.contact END AS known
    FROM registrations r
    WHERE r.event_id = ${scope.eventId}::uuid AND r.status = 'confirmed' AND r.contact <> ALL (${[...crew]})
      AND (${who === 'confirmed'} OR EXISTS (
        SELECT 1 FROM check_ins c
        WHERE c.event_id = r.event_id AND c.registration_id = r.id AND c.outcome = 'accepted' AND c.undone_at IS NULL))
    ORDER BY r.created_at, r.id`
  return numbered(
    rows.map(({ id, name, known }) => ({
      label: labelOf(name),
      tags: known ? [...(staff.get(known) ?? [])].sort() : [],
      registrationId: id,
    })),
  )
}

/** Whoever came to earlier stops of the tour counts for more: one for each, known by the address they came with. */
async function weighed(tx: Transaction, { eventId, seriesId }: Stage, hat: InHat[]): Promise<InHat[]> {
  const rows = await tx.$queryRaw<{ id: string; stops: number }[]>`
    SELECT here.id, count(DISTINCT e.id)::int AS stops
    FROM registrations here
    JOIN events now ON now.id = here.event_id
    JOIN events e ON e.series_id = ${seriesId}::uuid AND e.removed_at IS NULL AND e.starts_at < now.starts_at
    JOIN registrations r ON r.event_id = e.id AND r.contact = here.contact
    JOIN check_ins c ON c.event_id = r.event_id AND c.registration_id = r.id AND c.outcome = 'accepted' AND c.undone_at IS NULL
    WHERE here.event_id = ${eventId}::uuid AND here.status = 'confirmed'
    GROUP BY here.id`
  const stops = new Map(rows.map((row) => [row.id, row.stops]))
  return hat.map((one) => ({ ...one, weight: weightFor(stops.get(one.registrationId ?? '') ?? 0) }))
}

/** Which addresses belong to a sponsor's own people, as far as the ledger knows. */
async function staffOf(tx: Transaction, seriesId: string): Promise<Map<string, Set<string>>> {
  const contacts = await tx.sponsorContact.findMany({
    where: { seriesId, removedAt: null },
    select: { sponsorId: true, email: true, phone: true },
  })
  const staff = new Map<string, Set<string>>()
  for (const { sponsorId, email, phone } of contacts) {
    for (const address of [email, phone]) {
      if (address) staff.set(address, (staff.get(address) ?? new Set()).add(sponsorTag(sponsorId)))
    }
  }
  return staff
}

const rehearsalHat = (): InHat[] =>
  numbered(inventedLabels(invented).map((label) => ({ label, tags: ['rehearsal'], registrationId: null })))
