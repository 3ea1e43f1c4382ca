import 'server-only'
import { database } from '@/lib/database/client'
import type { SystemJob } from '@/lib/people/scope'
import { forgetAnswers } from '@/lib/registration/commands/answers'
import { keptDays } from '@/lib/registration/rules/seats'

/**
 * Forgets what has served its time: answers of repeatable writes after thirty days, used-up sessions and sign-in links,
 * invitations nobody took, messages' secret links after a week, removed rows whose undo is long over (a day), lines of
 * imported lists after thirty days, and what guests were promised: sensitive answers first, then all answers and the
 * way to reach them, in registrations and messages, `keptDays` after their stop. Rows that something still points to
 * stay. Answers how many rows were touched.
 */
export async function sweep(job: SystemJob): Promise<number> {
  const db = database()
  const counts = [
    await db.$executeRaw`DELETE FROM request_keys WHERE created_at < now() - interval '30 days'`,
    await db.$executeRaw`DELETE FROM work_proofs WHERE expires_at < now()`,
    await db.$executeRaw`DELETE FROM sessions WHERE expires_at < now()`,
    await db.$executeRaw`DELETE FROM sign_in_tokens WHERE expires_at < now()`,
    await db.$executeRaw`DELETE FROM invitations WHERE expires_at < now() - interval '30 days' AND accepted_at IS NULL`,
    await db.$executeRaw`
      UPDATE messages SET sealed_link = NULL WHERE sealed_link IS NOT NULL AND created_at < now() - interval '7 days'`,
    await db.$executeRaw`DELETE FROM talks WHERE removed_at < now() - interval '1 day'`,
    await db.$executeRaw`DELETE FROM volunteers WHERE removed_at < now() - interval '1 day'`,
    await db.$executeRaw`
      DELETE FROM guest_import_rows r USING guest_imports i
      WHERE i.event_id = r.event_id AND i.id = r.import_id AND i.created_at < now() - interval '30 days'`,
    await forgetAnswers(job),
    await forgetContacts(),
    await forgetMessages(),
  ]
  return counts.reduce((sum, count) => sum + count, 0)
}

const forgetContacts = () => database().$executeRaw`
  UPDATE registrations r SET contact = 'erased:' || r.id, search_text = lower(r.name)
  FROM events e
  WHERE e.id = r.event_id AND e.ends_at < now() - make_interval(days => ${keptDays}::int) AND r.contact NOT LIKE 'erased:%'`

const forgetMessages = () => database().$executeRaw`
  UPDATE messages m SET recipient = 'erased', recipient_name = '', subject = '', text = '', sealed_link = NULL, calendar = NULL
  FROM events e
  WHERE e.id = m.event_id AND e.ends_at < now() - make_interval(days => ${keptDays}::int) AND m.recipient <> 'erased'`
