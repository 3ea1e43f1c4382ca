import 'server-only'
import { database } from '@/lib/database/client'
import { pictureColumns } from '@/lib/media/uploads/keep'
import type { TicketHolder } from '@/lib/people/holder'

/** What this ticket won and who gave it, with what its holder told them so far. */
export async function listMyThanks(ticket: TicketHolder) {
  const wins = await database().drawWin.findMany({
    where: { ...ticket.within, registrationId: ticket.subjectId, takenBackAt: null },
    orderBy: { wonAt: 'asc' },
    select: {
      id: true,
      thanks: { select: { words: true, nameToldAt: true, photo: { select: pictureColumns } } },
      unit: {
        select: {
          prize: {
            select: {
              gift: {
                select: {
                  title: true,
                  titleEn: true,
                  winnersAskedAt: true,
                  sponsor: { select: { name: true, nameEn: true } },
                },
              },
            },
          },
        },
      },
    },
  })
  return wins.map(({ id, thanks, unit }) => ({ id, thanks, ...unit.prize.gift }))
}
export type MyThanks = Awaited<ReturnType<typeof listMyThanks>>[number]
