import 'server-only'
import { database } from '@/lib/database/client'
import type { TicketHolder } from '@/lib/people/holder'

export type Ticket = NonNullable<Awaited<ReturnType<typeof findTicket>>>

/** Everything the holder sees on the ticket. `place` counts those who wait, the holder included; null when not waiting. */
export async function findTicket(ticket: TicketHolder) {
  const row = await database().registration.findUnique({
    where: { key: { eventId: ticket.eventId, id: ticket.subjectId } },
    select: {
      id: true,
      status: true,
      name: true,
      contact: true,
      locale: true,
      ticketCode: true,
      waitlistPosition: true,
      newsConsentAt: true,
      photoConsentAt: true,
      createdAt: true,
      endedAt: true,
      endCause: true,
      offerExpiresAt: true,
      holdId: true,
      reconfirmAskedAt: true,
      reconfirmedAt: true,
      shownAs: true,
      shownPlace: true,
      event: {
        select: {
          id: true,
          slug: true,
          number: true,
          version: true,
          city: true,
          cityEn: true,
          title: true,
          titleEn: true,
          pigment: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          approvalRequired: true,
          entryMode: true,
          ballotEndsAt: true,
          ballotDrawnAt: true,
          reconfirmReleaseHours: true,
          cancelledAt: true,
          postponedAt: true,
          changeReason: true,
          series: { select: { slug: true, name: true, nameEn: true, organizerName: true, reach: true } },
          venue: true,
        },
      },
      checkIns: { where: { outcome: 'accepted', undoneAt: null }, select: { at: true } },
    },
  })
  if (!row) return null
  // A stand-in asks for its place too: it shall take as long.
  const waits = (row.shownAs ?? row.status) === 'waitlisted'
  const counted = waits ? await placeOf(ticket, row.waitlistPosition ?? 0) : null
  const { shownAs, shownPlace, ...shown } = row
  const place = shownAs ? shownPlace : counted
  return { ...shown, status: shownAs ?? row.status, place, cameInAt: row.checkIns[0]?.at ?? null }
}

/**
 * How many wait up to this position, itself included: counts of whole blocks, and the last block one by one, so that it
 * costs the same among a thousand and among a million (the blocks are kept by the trigger registrations_keep_waiting).
 */
export async function placeOf(
  { within: { eventId } }: Pick<TicketHolder, 'within'>,
  position: number,
): Promise<number> {
  const [small, large] = [256, 16_384].map((size) => Math.floor(position / size)) as [number, number]
  const rows = await database().$queryRaw<{ place: number }[]>`
    SELECT ((SELECT COALESCE(sum(waiting), 0) FROM waitlist_counts
        WHERE event_id = ${eventId}::uuid AND size = 16384 AND block < ${large}::int)
      + (SELECT COALESCE(sum(waiting), 0) FROM waitlist_counts
        WHERE event_id = ${eventId}::uuid AND size = 256 AND block >= ${large * 64}::int AND block < ${small}::int)
      + (SELECT count(*) FROM registrations
        WHERE event_id = ${eventId}::uuid AND status = 'waitlisted'
          AND waitlist_position BETWEEN ${small * 256}::int AND ${position}::int))::int AS place`
  return rows[0]?.place ?? 0
}
