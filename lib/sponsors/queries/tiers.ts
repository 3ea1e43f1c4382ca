import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope, ShownEvent } from '@/lib/people/scope'

type Scope = EventScope<'sponsors.edit'>

export type Tier = { id: string; name: string; nameEn: string | null }
type TieredSponsor = { id: string; name: string; nameEn: string | null; tierId: string | null }

/** The tiers of the event in their order. */
export const listTiers = (scope: Scope): Promise<Tier[]> =>
  database().tier.findMany({
    where: { ...scope.within },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, nameEn: true },
  })

/** Who gives at this event, with the tier of each, in the order in which the public sees them. One statement. */
export const listTiered = (scope: Scope) =>
  database().$queryRaw<TieredSponsor[]>`
    SELECT s.id, s.name, s.name_en AS "nameEn", ts.tier_id AS "tierId"
    FROM (SELECT sponsor_id, min(position) AS first FROM gifts
      WHERE event_id = ${scope.eventId}::uuid AND removed_at IS NULL AND status IN ('pledged', 'received', 'thanked')
      GROUP BY sponsor_id) g
    JOIN sponsors s ON s.series_id = ${scope.seriesId}::uuid AND s.id = g.sponsor_id
    LEFT JOIN tier_sponsors ts ON ts.event_id = ${scope.eventId}::uuid AND ts.sponsor_id = s.id
    LEFT JOIN tiers t ON (t.event_id, t.id) = (ts.event_id, ts.tier_id)
    ORDER BY t.position NULLS LAST, g.first, s.id`

/** A step of the public page: the tier of each sponsor of a published event, by the sponsor's id. Plain data. */
export async function publicTiers(event: ShownEvent) {
  const rows = await database().tierSponsor.findMany({
    where: { ...event.within },
    select: { sponsorId: true, tier: { select: { id: true, name: true, nameEn: true, position: true } } },
  })
  return new Map(rows.map(({ sponsorId, tier }) => [sponsorId, tier]))
}
