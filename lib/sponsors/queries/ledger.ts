import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'

type Scope = EventScope<'sponsors.edit'>

/** The names of the series' sponsors, for suggesting them. */
export async function listSponsorNames(scope: Scope): Promise<string[]> {
  const sponsors = await database().sponsor.findMany({
    where: { ...scope.withinSeries, removedAt: null, offeredAt: null },
    orderBy: { name: 'asc' },
    select: { name: true },
  })
  return sponsors.map(({ name }) => name)
}

/** The needs on the event's board by name, for saying which one a gift answers. */
export const listNeedTitles = (scope: Scope) =>
  database().need.findMany({
    where: { ...scope.within, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, titleEn: true },
  })
