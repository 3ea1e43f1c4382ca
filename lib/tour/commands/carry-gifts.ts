import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { insertUnits } from '@/lib/prizes/commands/settle'
import { staysBehind, type Way } from '../rules'

/**
 * A step: what sponsors gave becomes what we might ask them for, as draft asks with the same people to thank. Prizes
 * keep their kind and get fresh units; codes, winners and deliveries stay behind. Answers how many gifts.
 */
export async function carryGifts(tx: Transaction, way: Way): Promise<number> {
  const gifts = await tx.gift.findMany({
    where: { eventId: way.from, removedAt: null, sponsor: { removedAt: null } },
    orderBy: { position: 'asc' },
    include: { prize: true, contacts: { where: { contact: { removedAt: null } } } },
  })
  const along = gifts.filter((gift) => !staysBehind(gift))
  for (const [position, gift] of along.entries()) {
    const { sponsorId, kind, title, titleEn, quantity } = gift
    const at = { seriesId: way.seriesId, eventId: way.to }
    const { id } = await tx.gift.create({
      data: { ...at, sponsorId, kind, title, titleEn, quantity, position, status: 'draft' },
      select: { id: true },
    })
    await tx.giftContact.createMany({ data: gift.contacts.map(({ contactId }) => ({ ...at, giftId: id, contactId })) })
    if (gift.prize)
      await prizeOf(tx, { eventId: way.to, id, kind: gift.prize.kind, admits: gift.prize.admits }, quantity)
  }
  return along.length
}

type NewPrize = { eventId: string; id: string; kind: 'thing' | 'code' | 'voucher' | 'service'; admits: number }

async function prizeOf(tx: Transaction, prize: NewPrize, quantity: number | null) {
  await tx.prize.create({ data: prize })
  const numbers = Array.from({ length: quantity ?? 0 }, (_, n) => n + 1)
  await insertUnits(tx, prize, numbers)
}
