import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { shiftWords, type Way } from '../rules'

/**
 * A step: the pieces of work of the crew, without the people: another city, other friends. Times in the shifts move with
 * the start. Work that nobody described stays behind. Answers how many roles.
 */
export async function carryCrew(tx: Transaction, way: Way, unnamed: string): Promise<number> {
  const crew = await tx.volunteer.findMany({
    where: { eventId: way.from, removedAt: null, OR: [{ role: { not: '' } }, { shift: { not: '' } }, { leads: true }] },
    orderBy: { position: 'asc' },
    select: { role: true, shift: true, leads: true },
  })
  await tx.volunteer.createMany({
    data: crew.map(({ shift, ...work }, position) => ({
      ...work,
      shift: shiftWords(shift, way.moved),
      name: unnamed,
      eventId: way.to,
      position,
    })),
  })
  return crew.length
}
