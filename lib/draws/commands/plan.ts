import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { refuse } from '@/lib/values/refusal'
import { type DrawKind, readLog } from '../queries/course'
import { listDrawable } from '../queries/plan'
import { type Drawable, planOf } from '../rules/plan'
import { planHash } from '../rules/record'
import type { PlanInput, Seen } from '../schema'
import { countCrew } from './hat'
import { act, mustBeLast, penOf, type Stage } from './log'

/**
 * Publishes the plan and opens its session. A plan before it that nobody was locked into is closed and stays visible.
 * Refuses `draws.nothing-planned`, and `draws.running` once the list of the earlier one is locked.
 */
export function publishPlan(scope: Stage, input: PlanInput, once?: Repeatable): Promise<string> {
  return change(
    scope,
    { draw_sessions_one_open: () => refuse('draws.running') },
    async (tx, record) => {
      const prizes = await chosen(tx, scope.eventId, input)
      await dropOpen(tx, scope.eventId, { kind: 'prizes', rehearsal: input.rehearsal })
      const plan = planOf(prizes, {
        event: `${input.rehearsal ? 'REHEARSAL ' : ''}${scope.seriesSlug}/${scope.eventSlug}`,
        crew: input.rehearsal ? 0 : await countCrew(tx, scope),
        preset: input.preset,
        oneEach: input.oneEach,
        wait: Number(input.wait),
        unclaimed: input.unclaimed,
      })
      const { id } = await tx.drawSession.create({
        data: { ...scope.within, rehearsal: input.rehearsal, weigh: input.rehearsal ? 'equal' : input.weigh, plan },
        select: { id: true },
      })
      await tx.drawPrize.createMany({
        data: prizes.map((prize, index) => ({
          ...scope.within,
          sessionId: id,
          drawId: plan.draws[index]?.id ?? '',
          position: index + 1,
          units: prize.units,
          title: prize.title,
          titleEn: prize.titleEn,
          sponsor: prize.sponsor,
          sponsorEn: prize.sponsorEn,
          prizeId: input.rehearsal ? null : prize.id,
        })),
      })
      const { say } = await penOf(tx, { ...scope.within, sessionId: id }, [])
      await say({ type: 'open', v: 'hat/1', event: plan.event, plan: planHash(plan) })
      record('draw.planned', id, { draws: plan.draws.length, rehearsal: input.rehearsal })
      return id
    },
    once,
  )
}

/** Ends a session for ever. Refuses `draws.still-open` while something armed is neither drawn nor voided. */
export function closeSession(scope: Stage, { session, head }: Seen) {
  return act(scope, session, async ({ tx, course, say, record }) => {
    mustBeLast(course, head)
    if (course.closed) refuse('draws.closed')
    const open = [...course.arms.values()].some((arm) => !arm.voided && arm.results.size < arm.record.draws.length)
    if (open) refuse('draws.still-open')
    await say({ type: 'close' })
    await shut(tx, { eventId: scope.eventId, sessionId: session }, course.lock !== undefined)
    record('draw.closed', session)
  })
}

type Chosen = Drawable & { titleEn: string | null; sponsor: string; sponsorEn: string | null }

/** The prizes with a place, in the order of their places; equal places stay as proposed. */
async function chosen(tx: Transaction, eventId: string, input: PlanInput): Promise<Chosen[]> {
  const known = new Map((await listDrawable(tx, eventId)).map((prize) => [prize.id, prize]))
  const picked = input.prize
    .map((id, index) => ({
      prize: known.get(id),
      place: input.place[index] ?? 0,
      preset: input.source[index] || undefined,
    }))
    .filter(({ place }) => place > 0)
    .sort((a, b) => a.place - b.place)
  const prizes = picked.map(({ prize, preset }) => ({ ...(prize ?? refuse('draws.prize-gone')), preset }))
  if (prizes.length === 0) refuse('draws.nothing-planned')
  if (new Set(prizes.map(({ id }) => id)).size !== prizes.length) refuse('draws.prize-gone')
  return prizes
}

/**
 * A step: closes a plan of this kind that nobody was locked into. Refuses `draws.running` when somebody was, and of a
 * rehearsal `draws.still-open` while it is half drawn.
 */
export async function dropOpen(
  tx: Transaction,
  eventId: string,
  { kind, rehearsal }: { kind: DrawKind; rehearsal: boolean },
) {
  const open = await tx.drawSession.findFirst({
    where: { eventId, kind, rehearsal, closedAt: null },
    select: { id: true },
  })
  if (!open) return
  const place = { eventId, sessionId: open.id }
  const log = await readLog(tx, place)
  if (!rehearsal && log.length > 1) refuse('draws.running')
  if (rehearsal && isHalfDrawn(log)) refuse('draws.still-open')
  const { say } = await penOf(tx, place, log)
  await say({ type: 'close' })
  await shut(tx, place, log.length > 1)
}

const isHalfDrawn = (log: Awaited<ReturnType<typeof readLog>>) => {
  const armed = log.flatMap(({ rec }) => (rec.type === 'arm' ? rec.draws : [])).length
  const voided = log.flatMap(({ rec }) => (rec.type === 'void' ? rec.reveal : [])).length
  return log.filter(({ rec }) => rec.type === 'result').length + voided < armed
}

/** A plan that came to nothing holds no prize back. */
async function shut(tx: Transaction, { eventId, sessionId }: { eventId: string; sessionId: string }, drawn: boolean) {
  await tx.drawSession.updateMany({ where: { eventId, id: sessionId }, data: { closedAt: new Date() } })
  if (!drawn) await tx.drawPrize.updateMany({ where: { eventId, sessionId }, data: { prizeId: null } })
}
