import 'server-only'
import { database } from '@/lib/database/client'
import { Prisma } from '@/lib/database/generated/client'
import { pictureColumns, pictureJson } from '@/lib/media/uploads/keep'
import type { EventScope } from '@/lib/people/scope'
import type { PictureRef } from '@/lib/values/picture'
import type { GiftKind, GiftStatus, PrizeKind, SponsorKind } from '../schema/gifts'

type Scope = EventScope<'sponsors.edit'>

const thanked = Prisma.sql`COALESCE((SELECT json_agg(c.name ORDER BY c.id)
  FROM gift_contacts gc JOIN sponsor_contacts c ON (c.series_id, c.id) = (gc.series_id, gc.contact_id)
  WHERE gc.event_id = g.event_id AND gc.gift_id = g.id), '[]'::json) AS thanks`
const told = Prisma.sql`g.id, g.kind, g.title, g.title_en AS "titleEn", g.quantity, g.status, g.way, g.delivery, g.version,
  g.status_at AS "statusAt", g.note, g.parcel, g.value, g.currency, g.promised, g.counted_at AS "countedAt",
  g.need_id AS "needId",
  ${pictureJson} AS photo,
  CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('kind', p.kind, 'admits', p.admits) END AS prize`

/** A gift in the ledger: one row of one statement, whatever stands behind it. */
export type LedgerGift = {
  id: string
  kind: GiftKind
  title: string
  titleEn: string | null
  quantity: number | null
  status: GiftStatus
  way: string
  delivery: string
  version: number
  statusAt: Date
  note: string
  parcel: string
  /** In the smallest unit of `currency`. */
  value: number | null
  currency: string | null
  /** What was promised before it was counted. */
  promised: number | null
  countedAt: Date | null
  needId: string | null
  photo: PictureRef | null
  prize: { kind: PrizeKind; admits: number } | null
  sponsor: { id: string; name: string; nameEn: string | null }
  thanks: string[]
}

/** Every gift of the event, in the organiser's order, with who gives it and whom to thank. One statement. */
export const listGifts = (scope: Scope) =>
  database().$queryRaw<LedgerGift[]>`
    SELECT ${told}, json_build_object('id', s.id, 'name', s.name, 'nameEn', s.name_en) AS sponsor, ${thanked}
    FROM gifts g JOIN sponsors s ON (s.series_id, s.id) = (g.series_id, g.sponsor_id)
    LEFT JOIN prizes p ON (p.event_id, p.id) = (g.event_id, g.id)
    LEFT JOIN pictures ph ON (ph.series_id, ph.id) = (g.series_id, g.photo_id)
    WHERE g.event_id = ${scope.eventId}::uuid AND g.removed_at IS NULL
    ORDER BY g.position, g.id`

/** One gift for its form, with the names of the people at its sponsor; or null. One statement. */
export async function findGift(scope: Scope, id: string) {
  const [gift] = await database().$queryRaw<(LedgerGift & { known: string[] })[]>`
    SELECT ${told}, json_build_object('id', s.id, 'name', s.name, 'nameEn', s.name_en) AS sponsor, ${thanked},
      COALESCE((SELECT json_agg(c.name ORDER BY c.id) FROM sponsor_contacts c
        WHERE c.series_id = s.series_id AND c.sponsor_id = s.id AND c.removed_at IS NULL), '[]'::json) AS known
    FROM gifts g JOIN sponsors s ON (s.series_id, s.id) = (g.series_id, g.sponsor_id)
    LEFT JOIN prizes p ON (p.event_id, p.id) = (g.event_id, g.id)
    LEFT JOIN pictures ph ON (ph.series_id, ph.id) = (g.series_id, g.photo_id)
    WHERE g.event_id = ${scope.eventId}::uuid AND g.id = ${id}::uuid AND g.removed_at IS NULL`
  return gift ?? null
}

/** A sponsor in the list: who speaks for it, and how much it gives at this event. */
export type ListedSponsor = {
  id: string
  name: string
  nameEn: string | null
  kind: SponsorKind
  contacts: { id: string; name: string }[]
  gifts: number
}

/**
 * The sponsors of the series by name. Whoever only offered something on a public board is none before an organiser
 * confirms it. One statement.
 */
export const listSponsors = (scope: Scope) =>
  database().$queryRaw<ListedSponsor[]>`
    SELECT s.id, s.name, s.name_en AS "nameEn", s.kind, COALESCE(c.list, '[]'::json) AS contacts,
      COALESCE(g.count, 0)::int AS gifts
    FROM sponsors s
    LEFT JOIN (
      SELECT sponsor_id, json_agg(json_build_object('id', id, 'name', name) ORDER BY id) AS list
      FROM sponsor_contacts WHERE series_id = ${scope.seriesId}::uuid AND removed_at IS NULL GROUP BY sponsor_id
    ) c ON c.sponsor_id = s.id
    LEFT JOIN (
      SELECT sponsor_id, count(*) AS count FROM gifts
      WHERE event_id = ${scope.eventId}::uuid AND removed_at IS NULL GROUP BY sponsor_id
    ) g ON g.sponsor_id = s.id
    WHERE s.series_id = ${scope.seriesId}::uuid AND s.removed_at IS NULL
      AND (s.offered_at IS NULL OR EXISTS (SELECT 1 FROM gifts k WHERE k.series_id = s.series_id AND k.sponsor_id = s.id
        AND k.removed_at IS NULL AND k.status IN ('pledged', 'received', 'thanked')))
    ORDER BY s.name, s.id`

export type SponsorContact = {
  id: string
  version: number
  name: string
  email: string | null
  phone: string | null
  wechat: string
  /** When their live links to this event's desk were made, the latest first; ISO text. */
  links: string[]
}
export type GivenGift = LedgerGift & { event: { id: string; number: number; city: string; cityEn: string } }

/** One sponsor with its people, their links to this event's desk, and what it gave at which stop; or null. Four statements. */
export async function findSponsor(scope: Scope, id: string) {
  const [sponsor, contacts, gifts] = await Promise.all([
    database().sponsor.findFirst({
      where: { ...scope.withinSeries, id, removedAt: null },
      select: {
        id: true,
        version: true,
        kind: true,
        name: true,
        nameEn: true,
        link: true,
        blurb: true,
        blurbEn: true,
        logo: { select: pictureColumns },
      },
    }),
    database().$queryRaw<SponsorContact[]>`
      SELECT c.id, c.version, c.name, c.email, c.phone, c.wechat,
        COALESCE((SELECT json_agg(l.created_at ORDER BY l.created_at DESC) FROM secret_links l
          WHERE l.series_id = c.series_id AND l.contact_id = c.id AND l.event_id = ${scope.eventId}::uuid
            AND l.revoked_at IS NULL AND l.expires_at > now()), '[]'::json) AS links
      FROM sponsor_contacts c
      WHERE c.series_id = ${scope.seriesId}::uuid AND c.sponsor_id = ${id}::uuid AND c.removed_at IS NULL ORDER BY c.id`,
    database().$queryRaw<GivenGift[]>`
      SELECT ${told}, json_build_object('id', e.id, 'number', e.number, 'city', e.city, 'cityEn', e.city_en) AS event,
        ${thanked}
      FROM gifts g JOIN events e ON (e.series_id, e.id) = (g.series_id, g.event_id)
      LEFT JOIN prizes p ON (p.event_id, p.id) = (g.event_id, g.id)
      LEFT JOIN pictures ph ON (ph.series_id, ph.id) = (g.series_id, g.photo_id)
      WHERE g.series_id = ${scope.seriesId}::uuid AND g.sponsor_id = ${id}::uuid AND g.removed_at IS NULL
        AND e.removed_at IS NULL
      ORDER BY e.starts_at DESC, g.position, g.id`,
  ])
  return sponsor && { ...sponsor, contacts, gifts }
}
