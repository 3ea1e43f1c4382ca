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
          cancelledAt: true,
          postponedAt: true,
          changeReason: true,
          series: { select: { slug: true, name: true, nameEn: true, organizerName: true } },
          venue: true,
        },
      },
      checkIns: { where: { outcome: 'accepted', undoneAt: null }, select: { at: true } },
    },
  })
  if (!row) return null
  const place = row.status === 'waitlisted' ? await placeOf(ticket, row.waitlistPosition ?? 0) : null
  return { ...row, place, cameInAt: row.checkIns[0]?.at ?? null }
}

const placeOf = (ticket: TicketHolder, position: number) =>
  database().registration.count({
    where: { ...ticket.within, status: 'waitlisted', waitlistPosition: { lte: position } },
  })
