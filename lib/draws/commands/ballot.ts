import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import { refuse } from '@/lib/values/refusal'
import { words } from '@/lib/words/load'
import { ballotPlan } from '../rules/plan'
import { planHash } from '../rules/record'
import type { BallotInput } from '../schema'
import { penOf, type Stage } from './log'
import { seatsToDraw } from './lots'
import { dropOpen } from './plan'

/**
 * Publishes the rules of a ballot: as many seats as are free, drawn from everybody who enters until the window closes.
 * Refuses `entry.no-ballot` when the stop has none ahead, `ballot.no-seats` when none is free, `draws.running`.
 */
export function publishBallot(scope: Stage, { preset }: BallotInput, once?: Repeatable): Promise<string> {
  return change(
    scope,
    { draw_sessions_one_open: () => refuse('draws.running') },
    async (tx, record) => {
      const seats = await seatsToDraw(tx, scope.eventId)
      await dropOpen(tx, scope.eventId, { kind: 'seats', rehearsal: false })
      const plan = ballotPlan({ event: `${scope.seriesSlug}/${scope.eventSlug}`, preset, seats })
      const { id } = await tx.drawSession.create({
        data: { ...scope.within, kind: 'seats', plan },
        select: { id: true },
      })
      const drawn = { drawId: plan.draws[0]?.id ?? '', position: 1, units: seats }
      const named = { title: words('zh', 'ballot')('prize'), titleEn: words('en', 'ballot')('prize'), sponsor: '' }
      await tx.drawPrize.create({ data: { ...scope.within, sessionId: id, ...drawn, ...named } })
      const { say } = await penOf(tx, { ...scope.within, sessionId: id }, [])
      await say({ type: 'open', v: 'hat/1', event: plan.event, plan: planHash(plan) })
      record('draw.ballot-planned', id, { seats })
      return id
    },
    once,
  )
}
