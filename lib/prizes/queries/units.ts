import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'

/** What happened to the units of one prize, unit by unit, the last step first. Two statements. */
export async function listUnits(scope: EventScope<'sponsors.edit'>, prizeId: string) {
  return database().prizeUnit.findMany({
    where: { ...scope.within, prizeId },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      status: true,
      statusAt: true,
      steps: {
        orderBy: { id: 'desc' },
        select: { from: true, to: true, how: true, byKind: true, byId: true, at: true },
      },
    },
  })
}
export type PrizeUnit = Awaited<ReturnType<typeof listUnits>>[number]
