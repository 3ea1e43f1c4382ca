import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { withOwnShare } from '@/lib/database/lane'
import { readiness } from '@/lib/database/readiness'
import { expect, test } from '../support/test'

const took = async (work: () => Promise<unknown>) => {
  const since = performance.now()
  await work()
  return performance.now() - since
}

test('while every connection is taken, check-in and health still have theirs; whoever shares waits', async () => {
  const seconds = 1.5
  const crowd = Promise.all(
    Array.from(
      { length: config().DATABASE_POOL * 2 },
      () => database().$queryRaw`SELECT 1 FROM pg_sleep(${seconds}::float8)`,
    ),
  )
  await new Promise((done) => setTimeout(done, 300))
  const [health, door, shared] = await Promise.all([
    took(readiness),
    took(() => withOwnShare(async () => database().event.count())),
    took(() => database().event.count()),
  ])
  await crowd
  // Whoever shares waits for both rounds of the crowd, some three seconds; a busy machine makes everybody slow.
  expect(shared).toBeGreaterThan(2_000)
  expect(Math.max(health, door)).toBeLessThan(shared / 2)
})
