import 'server-only'
import { database, type Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import type { GiftStatus } from '@/lib/sponsors/schema/gifts'
import { inPlannedOrder } from '../rules/plan'

type Scope = EventScope<'sponsors.edit'>

export type PlannedPrize = {
  id: string
  title: string
  titleEn: string | null
  sponsor: string
  sponsorEn: string | null
  status: GiftStatus
  /** Null: nobody said how many. */
  quantity: number | null
  units: number
  position: number
  place: number | null
  talkId: string | null
}

/** The prizes of the event that are promised or here, in the order in which they are drawn. One statement. */
export const listPlan = (scope: Scope) => planAt(database(), scope)

/** A step: the same within somebody's transaction. */
export async function planAt(tx: Transaction, { eventId }: { eventId: string }) {
  const prizes = await tx.$queryRaw<PlannedPrize[]>`
    SELECT p.id, g.title, g.title_en AS "titleEn", s.name AS sponsor, s.name_en AS "sponsorEn", g.status, g.quantity,
      COALESCE(g.quantity, 0) AS units, g.position, p.place,
      CASE WHEN k.removed_at IS NULL THEN p.talk_id END AS "talkId"
    FROM prizes p JOIN gifts g ON (g.event_id, g.id) = (p.event_id, p.id)
    JOIN sponsors s ON (s.series_id, s.id) = (g.series_id, g.sponsor_id)
    LEFT JOIN talks k ON (k.event_id, k.id) = (p.event_id, p.talk_id)
    WHERE p.event_id = ${eventId}::uuid AND g.removed_at IS NULL AND g.status IN ('pledged', 'received', 'thanked')`
  return inPlannedOrder(prizes)
}

/** The items of the programme that a prize may be drawn in: raffles first, then the rest, in their order. */
export async function listSlots(scope: Scope) {
  const talks = await database().talk.findMany({
    where: { ...scope.within, removedAt: null },
    orderBy: { position: 'asc' },
    select: { id: true, kind: true, title: true, titleEn: true },
  })
  const raffles = talks.filter(({ kind }) => kind === 'raffle')
  return [...raffles, ...talks.filter(({ kind }) => kind !== 'raffle')]
}
