import 'server-only'
import type { Transaction } from '@/lib/database/client'

/** A step: the prizes of an event that can be drawn, with the units in stock. Removed and declined gifts are none. */
export async function listDrawable(tx: Transaction, eventId: string) {
  const prizes = await tx.prize.findMany({
    where: {
      eventId,
      gift: { removedAt: null, status: { in: ['pledged', 'received', 'thanked'] } },
      units: { some: { status: 'in_stock' } },
    },
    select: {
      id: true,
      place: true,
      gift: {
        select: {
          title: true,
          titleEn: true,
          position: true,
          sponsorId: true,
          sponsor: { select: { name: true, nameEn: true } },
        },
      },
      units: { where: { status: 'in_stock' }, select: { number: true } },
    },
  })
  return prizes.map(({ id, place, gift: { sponsor, ...gift }, units }) => ({
    id,
    place,
    ...gift,
    sponsor: sponsor.name,
    sponsorEn: sponsor.nameEn,
    units: units.length,
  }))
}
