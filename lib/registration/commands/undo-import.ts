import 'server-only'
import { change } from '@/lib/database/change'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { importOf } from './import-guests'
import { promoteWaiting } from './promote'

/**
 * Takes an import back as if it had never been: its people are removed, what still waits to be sent to them is not sent,
 * and freed seats go to those who wait. Whoever came in, stands in a draw, or has made the place their own (opened the
 * ticket out of a mail, registered as well, was handed it) stays: they count on it, and nothing would tell them. Answers
 * how many went and stayed.
 * Refuses `guests.import-undone`, `guests.import-not-run`, and `guests.import-mistyped` unless `typed` is the number of
 * its people.
 */
export const undoImport = (scope: EventScope<'guests.edit'>, { id, typed }: { id: string; typed: string }) =>
  change(scope, {}, async (tx, record) => {
    const { eventId } = scope
    const found = await importOf(tx, scope, id)
    if (found.undoneAt) refuse('guests.import-undone')
    if (!found.startedAt) refuse('guests.import-not-run')
    const came = await tx.guestImportRow.count({ where: { eventId, importId: id, registrationId: { not: null } } })
    if (Number(typed.normalize('NFKC').trim()) !== came)
      refuse('guests.import-mistyped', { field: 'typed', values: { count: came } })
    const gone = await tx.$queryRaw<{ id: string; contact: string }[]>`
      DELETE FROM registrations r USING guest_import_rows l
      WHERE l.event_id = ${eventId}::uuid AND l.import_id = ${id}::uuid AND r.event_id = l.event_id AND r.id = l.registration_id
        AND NOT EXISTS (SELECT 1 FROM check_ins c WHERE c.event_id = r.event_id AND c.registration_id = r.id
          AND c.outcome = 'accepted' AND c.undone_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM draw_entries d WHERE d.event_id = r.event_id AND d.registration_id = r.id)
        AND r.contact_proved_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM registrations s WHERE s.event_id = r.event_id AND s.contact = r.contact
          AND s.shown_as IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM activities a WHERE a.event_id = r.event_id AND a.subject_id = r.id
          AND a.verb = 'registration.handed-over')
      RETURNING r.id::text, r.contact`
    const ids = gone.map((row) => row.id)
    // No letter may go out to somebody who is no longer on the list, not by "try again" either.
    await tx.$executeRaw`
      UPDATE messages SET status = 'withdrawn', last_error = 'undone', sealed_link = NULL
      WHERE event_id = ${eventId}::uuid AND status = 'waiting' AND recipient = ANY (${gone.map((row) => row.contact)}::text[])`
    await tx.$executeRaw`
      UPDATE guest_import_rows SET outcome = 'undone', registration_id = NULL
      WHERE event_id = ${eventId}::uuid AND import_id = ${id}::uuid AND registration_id = ANY (${ids}::uuid[])`
    const stayed = await tx.guestImportRow.updateMany({
      where: { eventId, importId: id, registrationId: { not: null } },
      data: { outcome: 'kept' },
    })
    const now = new Date()
    await tx.guestImport.update({ where: scope.key(id), data: { undoneAt: now, finishedAt: found.finishedAt ?? now } })
    await promoteWaiting(tx, scope, record)
    record('import.undone', id, { gone: ids.length, stayed: stayed.count })
    return { gone: ids.length, stayed: stayed.count }
  })
