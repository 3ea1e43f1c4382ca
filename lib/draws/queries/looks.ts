import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { pictureColumns } from '@/lib/media/uploads/keep'
import type { PictureRef } from '@/lib/values/picture'

/** How a prize looks on the big screen: its photo, and its giver's sign. */
export type Looks = { photo: PictureRef | null; logo: PictureRef | null }
type Planned = { drawId: string; prizeId: string | null; title: string; sponsor: string }

/** A step: the looks of the draws of a plan by their id. A rehearsal touches no prize: it borrows the looks by name. */
export async function looksOf(
  tx: Transaction,
  eventId: string,
  prizes: readonly Planned[],
): Promise<Map<string, Looks>> {
  const gifts = await tx.gift.findMany({
    where: { eventId, kind: 'prize', removedAt: null },
    select: {
      id: true,
      title: true,
      photo: { select: pictureColumns },
      sponsor: { select: { name: true, logo: { select: pictureColumns } } },
    },
  })
  return new Map(
    prizes.flatMap(({ drawId, prizeId, title, sponsor }) => {
      const gift = gifts.find((one) =>
        prizeId ? one.id === prizeId : one.title === title && one.sponsor.name === sponsor,
      )
      return gift ? [[drawId, { photo: gift.photo, logo: gift.sponsor.logo }]] : []
    }),
  )
}
