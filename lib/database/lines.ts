import 'server-only'
import { newUuid } from '@/lib/values/uuid'
import type { Actor } from './change'
import type { Transaction } from './client'
import { parcel } from './parcel'

/** One line of the activity log before it is written; `serial` is the event's number, where it is about one. */
export type Line = { verb: string; subject: string | null; details: object; serial: string | null }

/** A step: writes lines of the activity log by one statement, because a ballot writes one for everybody in it. */
export async function keepLines(tx: Transaction, actor: Actor, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return
  const { kind, id = null, seriesId = null, eventId = null } = actor
  const rows = lines.map((line) => ({ id: newUuid(), ...line }))
  await tx.$executeRaw`
    INSERT INTO activities (id, series_id, event_id, serial, actor_kind, actor_id, verb, subject_id, details, at)
    SELECT id, ${seriesId}::uuid, ${eventId}::uuid, serial, ${kind}, ${id}::uuid, verb, subject, details,
      statement_timestamp()
    FROM json_to_recordset(${parcel(rows)}::json) AS line(id uuid, serial bigint, verb text, subject uuid, details jsonb)`
}
