import 'server-only'
import { database } from '@/lib/database/client'
import type { SystemJob } from '@/lib/people/scope'

/**
 * Forgets what has served its time: answers of repeatable writes after thirty days, used-up sessions and sign-in links,
 * invitations nobody took, messages' secret links after a week, and removed rows whose undo is long over (a day). Rows
 * that something still points to stay. Answers how many rows went.
 */
export async function sweep(_job: SystemJob): Promise<number> {
  const db = database()
  const counts = [
    await db.$executeRaw`DELETE FROM request_keys WHERE created_at < now() - interval '30 days'`,
    await db.$executeRaw`DELETE FROM sessions WHERE expires_at < now()`,
    await db.$executeRaw`DELETE FROM sign_in_tokens WHERE expires_at < now()`,
    await db.$executeRaw`DELETE FROM invitations WHERE expires_at < now() - interval '30 days' AND accepted_at IS NULL`,
    await db.$executeRaw`
      UPDATE messages SET sealed_link = NULL WHERE sealed_link IS NOT NULL AND created_at < now() - interval '7 days'`,
    await db.$executeRaw`DELETE FROM talks WHERE removed_at < now() - interval '1 day'`,
    await db.$executeRaw`DELETE FROM volunteers WHERE removed_at < now() - interval '1 day'`,
  ]
  return counts.reduce((sum, count) => sum + count, 0)
}
