import 'server-only'
import { refuse } from '@/lib/values/refusal'
import { findEntry } from '../queries/entry'
import type { Course } from '../rules/course'
import { waitOf } from '../rules/plan'
import { holders } from '../rules/verify/state'
import type { ComeForward } from '../schema'
import { act, type Open, type Stage } from './log'

/**
 * Somebody drawn is here: opens their entry for everybody to check and gives them a unit, which is theirs from now on.
 * Pressed twice it is one claim. Refuses `draws.not-a-winner`, `draws.erased`, `draws.no-unit`, `draws.has-one`.
 */
export function claimUnit(scope: Stage, input: ComeForward) {
  return act(scope, input.session, async (open) => {
    const drawn = drawnOf(open.course, input)
    const taken = drawn.claims.get(input.entry)
    open.record('draw.claimed', input.session, taken ? { again: true } : {})
    if (taken) return taken
    const { registrationId, entry } = await entryOf(open, scope, input.entry)
    const units = Array.from({ length: drawn.draw.units }, (_, index) => index + 1)
    const unit = units.find((number) => ![...drawn.claims.values()].includes(number)) ?? refuse('draws.no-unit')
    const claim = await open.say({
      type: 'claim',
      result: input.result,
      entry: input.entry,
      unit,
      open: entry,
    })
    if (registrationId) await giveUnit(open, scope, { drawId: drawn.draw.id, claim, registrationId })
    return unit
  })
}

/**
 * Somebody drawn was called and is not here: the next in the same ranking takes their place. Pressed twice it is one
 * absence. Refuses `draws.not-a-winner`, `draws.claimed-already`, and `draws.too-soon` before the plan's patience is over.
 */
export function passOver(scope: Stage, input: ComeForward) {
  return act(scope, input.session, async ({ course, say, record, now }) => {
    const known = course.results.get(input.result)
    if (known?.absent.has(input.entry)) return record('draw.absent', input.session, { again: true })
    const drawn = drawnOf(course, input)
    if (drawn.claims.has(input.entry)) refuse('draws.claimed-already')
    const waited = Math.max(0, now - calledAt(course, input.result))
    const promised = waitOf(drawn.draw.absent)
    if (waited < promised) refuse('draws.too-soon', { values: { seconds: promised - waited } })
    await say({ type: 'absent', result: input.result, entry: input.entry, called: 1, waited })
    record('draw.absent', input.session)
  })
}

/** When whoever is called now was called, in seconds: with the result, or when the last one was passed over. */
function calledAt({ log }: Course, result: string): number {
  const last = log.findLast(({ hash, rec }) => hash === result || (rec.type === 'absent' && rec.result === result))
  return last ? Date.parse(last.rec.t) / 1000 : 0
}

function drawnOf(course: Course, { result, entry }: ComeForward) {
  if (course.closed) refuse('draws.closed')
  const drawn = course.results.get(result)
  if (!drawn || !holders(drawn).has(entry)) return refuse('draws.not-a-winner')
  return drawn
}

async function entryOf({ tx, session, course }: Open, scope: Stage, id: string) {
  const n = course.numberOf(id) ?? refuse('draws.not-a-winner')
  const placed = await findEntry(tx, { ...scope.within, sessionId: session.id }, { n })
  return placed?.entry ? { registrationId: placed.registrationId, entry: placed.entry } : refuse('draws.erased')
}

type Given = { drawId: string; claim: string; registrationId: string }

/** The lowest unit in stock becomes theirs. */
async function giveUnit({ tx, session, course }: Open, scope: Stage, { drawId, claim, registrationId }: Given) {
  const planned = await tx.drawPrize.findFirst({
    where: { ...scope.within, sessionId: session.id, drawId },
    select: { prizeId: true },
  })
  const unit =
    planned?.prizeId &&
    (await tx.prizeUnit.findFirst({
      where: { ...scope.within, prizeId: planned.prizeId, status: 'in_stock' },
      orderBy: { number: 'asc' },
      select: { id: true },
    }))
  if (!unit) return refuse('draws.no-unit')
  await tx.prizeUnit.update({ where: scope.key(unit.id), data: { status: 'won', statusAt: new Date() } })
  const oneEach = course.plan.draws.find(({ id }) => id === drawId)?.one_each ?? true
  await tx.drawWin.create({
    data: { ...scope.within, sessionId: session.id, claim, prizeUnitId: unit.id, registrationId, oneEach },
  })
}
