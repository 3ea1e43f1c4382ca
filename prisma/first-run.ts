import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { ensureOwner, makeSignInPath } from '@/lib/people/commands/owner'
import { systemJob } from '@/lib/people/scope'
import { parseEmail } from '@/lib/values/address'
import { seedDemo } from './demo/seed'

/**
 * What has to be there before the first page: an owner, and with SEED_DEMO=1 the demo tour. Safe to run at every start,
 * and again after being killed in the middle. The last line it prints is JSON: where to sign in, where the stage is.
 */
const email = parseEmail(config().OWNER_EMAIL)
if (!email) throw new Error('OWNER_EMAIL is not an e-mail address')
const job = systemJob()
const owner = await ensureOwner(job, email, 'Owner')
const stage = process.env.SEED_DEMO === '1' ? await seedDemo(owner) : null
console.log(JSON.stringify({ signIn: await makeSignInPath(job, owner, config().AUTH_SECRET), stage }))
await database().$disconnect()
