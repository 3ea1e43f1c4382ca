import 'server-only'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { refuse } from '@/lib/values/refusal'

const limiters = new Map<string, RateLimiterMemory>()

/** A limit: at most `points` in `seconds`, counted in this process. */
export type Limit = { name: string; points: number; seconds: number }

/** Counts one use of a limit by someone; refuses `form.too-many` beyond it. Nobody in particular (null) is not counted. */
export async function countUse(limit: Limit, who: string | null): Promise<void> {
  if (who === null) return
  let limiter = limiters.get(limit.name)
  if (!limiter) {
    limiter = new RateLimiterMemory({ keyPrefix: limit.name, points: limit.points, duration: limit.seconds })
    limiters.set(limit.name, limiter)
  }
  try {
    await limiter.consume(who)
  } catch {
    refuse('form.too-many')
  }
}
