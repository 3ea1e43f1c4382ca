import 'server-only'
import type { Transaction } from '@/lib/database/client'
import type { Invitation } from './holds'

/**
 * A step of registering: whoever is registered already and comes with a code sits from then on where it leads, whatever
 * they were before. So a code has one use less whoever's contact it was used with, and says of nobody whether they are
 * registered. Their seat of the public pool is free again. Answers how many moved.
 */
export async function seatByCode(
  tx: Transaction,
  eventId: string,
  invited: ReadonlyMap<string, Invitation>,
): Promise<number> {
  if (invited.size === 0) return 0
  const seats = [...invited].map(([contact, { holdId, codeId }]) => ({ contact, holdId, codeId }))
  return tx.$executeRaw`
    UPDATE registrations r SET status = 'confirmed',
      confirmed_at = CASE WHEN r.status = 'confirmed' THEN r.confirmed_at ELSE clock_timestamp() END,
      hold_id = seat."holdId", code_id = seat."codeId", version = r.version + 1
    FROM json_to_recordset(${JSON.stringify(seats)}::json) AS seat(contact text, "holdId" uuid, "codeId" uuid)
    WHERE r.event_id = ${eventId}::uuid AND r.contact = seat.contact
      AND r.status IN ('pending', 'confirmed', 'waitlisted') AND r.code_id IS DISTINCT FROM seat."codeId"`
}
