import { publishPlan } from '@/lib/draws/commands/plan'
import { findDrawables } from '@/lib/draws/queries/sessions'
import { proposedOrder } from '@/lib/draws/rules/plan'
import { planSchema } from '@/lib/draws/schema'
import type { EventScope } from '@/lib/people/scope'
import { once } from './doing'

/** Publishes the rules of a stop's draw before the day, as a host would: small prizes first, dice of the room. */
export async function seedDraw(scope: EventScope<'stage.run'>, slug: string): Promise<void> {
  const prizes = proposedOrder((await findDrawables(scope)).prizes)
  if (prizes.length === 0) return
  const plan = planSchema.parse({
    prize: prizes.map(({ id }) => id),
    place: prizes.map((_, index) => String(index + 1)),
    preset: 'room',
    oneEach: 'on',
    wait: '120',
  })
  await publishPlan(scope, plan, once(`draw ${slug}`))
}
