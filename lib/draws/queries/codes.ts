import 'server-only'
import { database } from '@/lib/database/client'
import type { TicketHolder } from '@/lib/people/holder'

/** A prize of this ticket that comes as a code: which unit, whether its code is here, whether it was looked at. Never the code. */
export async function listMyCodes(ticket: TicketHolder) {
  const wins = await database().drawWin.findMany({
    where: {
      ...ticket.within,
      registrationId: ticket.subjectId,
      takenBackAt: null,
      unit: { OR: [{ code: { isNot: null } }, { prize: { kind: 'code' } }] },
    },
    orderBy: { wonAt: 'asc' },
    select: {
      unit: {
        select: {
          id: true,
          code: { select: { revealedAt: true } },
          prize: { select: { gift: { select: { title: true, titleEn: true } } } },
        },
      },
    },
  })
  return wins.map(({ unit }) => ({
    unitId: unit.id,
    ...unit.prize.gift,
    here: unit.code !== null,
    revealedAt: unit.code?.revealedAt ?? null,
  }))
}
