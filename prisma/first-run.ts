import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { ensureOwner, makeSignInPath } from '@/lib/people/commands/owner'
import { systemJob } from '@/lib/people/scope'
import { parseEmail } from '@/lib/values/address'

/**
 * What has to be there before the first page: an owner, and with SEED_DEMO=1 the demo tour. Safe to run at every start,
 * and again after being killed in the middle. The last line it prints is JSON: where to sign in, where the stage is.
 */
const email = parseEmail(config().OWNER_EMAIL)
if (!email) throw new Error('OWNER_EMAIL is not an e-mail address')
const job = systemJob()
const owner = await ensureOwner(job, email, 'Owner')
// Said to the bundler, so that nothing of the demo is read where none is wanted.
if (process.env.SEED_DEMO === '1') await (await import('./demo/seed')).seedDemo(owner)
console.log(
  JSON.stringify({ signIn: await makeSignInPath(job, owner, config().AUTH_SECRET), stage: await stagePath() }),
)
await database().$disconnect()

/** The stage of the public stop that comes next, else of the last one, else none. */
async function stagePath(): Promise<string | null> {
  const stops = await database().event.findMany({
    where: { publishedAt: { not: null }, removedAt: null, cancelledAt: null },
    orderBy: { startsAt: 'asc' },
    select: { slug: true, endsAt: true, series: { select: { slug: true } } },
  })
  const stop = stops.find(({ endsAt }) => endsAt > new Date()) ?? stops.at(-1)
  return stop ? `/stage/${stop.series.slug}/${stop.slug}` : null
}
