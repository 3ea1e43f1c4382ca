import 'server-only'
import { database } from '@/lib/database/client'
import { Prisma } from '@/lib/database/generated/client'
import { every } from '@/lib/jobs/every'
import type { SystemJob } from '@/lib/people/scope'
import { forgetAnswers } from '@/lib/registration/commands/answers'
import { keptDays } from '@/lib/registration/rules/seats'

/**
 * Forgets what has served its time: answers of repeatable writes after thirty days, used-up sessions and sign-in links,
 * invitations nobody took, messages' secret links after a week, letters of no stop (to sign in, to work on it) after
 * sixty days, removed rows whose undo is long over (a day), or how to reach whom they are about, lines of imported lists and tables that were pasted and never
 * brought in after thirty days, and what guests were promised: sensitive answers first, then all answers and the
 * way to reach them, in registrations and messages, `keptDays` after their stop. Rows that something still points to
 * stay. Answers how many rows were touched.
 */
export async function sweep(job: SystemJob): Promise<number> {
  const db = database()
  const counts = await every([
    // What people were promised comes first.
    () => forgetAnswers(job),
    () => inPieces(forgetContacts),
    () => inPieces(forgetMessages),
    () => db.$executeRaw`
      DELETE FROM guest_import_rows r USING guest_imports i
      WHERE i.event_id = r.event_id AND i.id = r.import_id AND i.created_at < now() - interval '30 days'`,
    () => db.$executeRaw`DELETE FROM sponsor_imports WHERE created_at < now() - interval '30 days'`,
    () => db.$executeRaw`DELETE FROM request_keys WHERE created_at < now() - interval '30 days'`,
    () => db.$executeRaw`DELETE FROM work_proofs WHERE expires_at < now()`,
    () => db.$executeRaw`DELETE FROM sessions WHERE expires_at < now()`,
    () => db.$executeRaw`DELETE FROM sign_in_tokens WHERE expires_at < now()`,
    () => db.$executeRaw`
      DELETE FROM invitations WHERE expires_at < now() - interval '30 days' AND accepted_at IS NULL`,
    () => db.$executeRaw`
      UPDATE messages SET sealed_link = NULL WHERE sealed_link IS NOT NULL AND created_at < now() - interval '7 days'`,
    () => inPieces(forgetLettersOfNoStop),
    () => db.$executeRaw`
      DELETE FROM talks t WHERE removed_at < now() - interval '1 day'
        AND NOT EXISTS (SELECT 1 FROM prizes p WHERE p.event_id = t.event_id AND p.talk_id = t.id)`,
    () => db.$executeRaw`DELETE FROM volunteers WHERE removed_at < now() - interval '1 day'`,
    () => db.$executeRaw`
      UPDATE speakers SET email = NULL, phone = NULL, version = version + 1
      WHERE removed_at < now() - interval '1 day' AND num_nonnulls(email, phone) > 0`,
    () => db.$executeRaw`
      UPDATE sponsor_contacts SET email = NULL, phone = NULL, wechat = '', version = version + 1
      WHERE removed_at < now() - interval '1 day' AND (num_nonnulls(email, phone) > 0 OR wechat <> '')`,
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}

/** So many rows by one statement, which Postgres ends after ten seconds. */
const atOnce = 2_000

async function inPieces(step: () => Promise<number>): Promise<number> {
  let sum = 0
  for (let count = atOnce; count === atOnce; sum += count) count = await step()
  return sum
}

const forgetContacts = () => database().$executeRaw`
  UPDATE registrations r SET contact = 'erased:' || r.id, search_text = lower(r.name)
  WHERE (r.event_id, r.id) IN (
    SELECT o.event_id, o.id FROM registrations o JOIN events e ON e.id = o.event_id
    WHERE e.ends_at < now() - make_interval(days => ${keptDays}::int) AND o.contact NOT LIKE 'erased:%' LIMIT ${atOnce})`

const blank = Prisma.sql`recipient = 'erased', recipient_name = '', subject = '', text = '', sealed_link = NULL, calendar = NULL`

const forgetMessages = () => database().$executeRaw`
  UPDATE messages m SET ${blank}
  WHERE m.id IN (
    SELECT o.id FROM messages o JOIN events e ON e.id = o.event_id
    WHERE e.ends_at < now() - make_interval(days => ${keptDays}::int) AND o.recipient <> 'erased' LIMIT ${atOnce})`

const forgetLettersOfNoStop = () => database().$executeRaw`
  UPDATE messages m SET ${blank}
  WHERE m.id IN (
    SELECT o.id FROM messages o
    WHERE o.event_id IS NULL AND o.created_at < now() - interval '60 days' AND o.recipient <> 'erased' LIMIT ${atOnce})`
