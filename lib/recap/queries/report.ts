import 'server-only'
import { database } from '@/lib/database/client'
import { pictureJson } from '@/lib/media/uploads/keep'
import type { SponsorDesk } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import type { Report, ReportGift, ReportWinner } from '../rules/report'

type Place = { seriesId: string; eventId: string }

/** The report of one stop to one sponsor; null for a sponsor who gave nothing here or is not of this series. */
export const findReport = (scope: EventScope<'sponsors.edit'>, sponsorId: string) => reportOf(scope, sponsorId)

/** A sponsor's own report, opened from their desk: nothing of anybody else. Null once they are off the list. */
export async function ownReport(desk: SponsorDesk): Promise<Report | null> {
  const contact = await database().sponsorContact.findFirst({
    where: { ...desk.withinSeries, id: desk.subjectId, removedAt: null, sponsor: { removedAt: null } },
    select: { sponsorId: true },
  })
  const report = contact && (await reportOf(desk, contact.sponsorId))
  return report && { ...report, winners: report.winners.filter(({ leftOut }) => !leftOut) }
}

async function reportOf({ seriesId, eventId }: Place, sponsorId: string): Promise<Report | null> {
  const [[facts], gifts, winners, next] = await Promise.all([
    factsOf({ seriesId, eventId }, sponsorId),
    giftsOf(eventId, sponsorId),
    winnersOf(eventId, sponsorId),
    nextOf({ seriesId, eventId }, sponsorId),
  ])
  if (!facts || gifts.length === 0) return null
  const { name, nameEn, contacts, published, recap, registered, checkedIn, inTheHat, slug, seriesSlug, ...stop } = facts
  const shown = gifts.some(({ status }) => status !== 'declined')
  return {
    stop: { ...stop, path: `/${seriesSlug}/${slug}` },
    sponsor: { id: sponsorId, name, nameEn },
    contacts,
    gifts,
    winners,
    named: { page: published && shown, stage: published && shown && inTheHat > 0, recap: recap && shown },
    reach: { registered, checkedIn, inTheHat },
    next,
  }
}

type Facts = Omit<Report['stop'], 'path'> &
  Report['reach'] & {
    name: string
    nameEn: string | null
    contacts: string[]
    published: boolean
    recap: boolean
    slug: string
    seriesSlug: string
  }

// Confirmed places, accepted scans that were not undone, and people in the hat of the last real draw of prizes (not of a
// ballot for seats, where no giver was shown): what we counted.
const factsOf = ({ seriesId, eventId }: Place, sponsorId: string) =>
  database().$queryRaw<Facts[]>`
    SELECT e.city, e.city_en AS "cityEn", e.number, e.pigment, e.starts_at AS "startsAt", e.ends_at AS "endsAt",
      e.time_zone AS "timeZone", e.slug, r.slug AS "seriesSlug", r.name AS series, r.name_en AS "seriesEn",
      r.organizer_name AS organizer, s.name, s.name_en AS "nameEn", e.published_at IS NOT NULL AS published,
      EXISTS (SELECT 1 FROM recaps WHERE event_id = e.id AND published_at IS NOT NULL) AS recap,
      COALESCE((SELECT json_agg(DISTINCT c.name) FROM gifts g
        JOIN gift_contacts gc ON (gc.event_id, gc.gift_id) = (g.event_id, g.id)
        JOIN sponsor_contacts c ON (c.series_id, c.id) = (gc.series_id, gc.contact_id)
        WHERE g.event_id = e.id AND g.sponsor_id = s.id AND g.removed_at IS NULL), '[]'::json) AS contacts,
      (SELECT count(*)::int FROM registrations WHERE event_id = e.id AND status = 'confirmed') AS registered,
      (SELECT count(*)::int FROM check_ins WHERE event_id = e.id AND outcome = 'accepted' AND undone_at IS NULL)
        AS "checkedIn",
      (SELECT count(*)::int FROM draw_entries d WHERE d.event_id = e.id AND d.session_id = (
        SELECT id FROM draw_sessions WHERE event_id = e.id AND kind = 'prizes' AND NOT rehearsal AND locked_at IS NOT NULL
        ORDER BY locked_at DESC LIMIT 1)) AS "inTheHat"
    FROM events e JOIN series r ON r.id = e.series_id JOIN sponsors s ON s.series_id = e.series_id
    WHERE e.series_id = ${seriesId}::uuid AND e.id = ${eventId}::uuid AND s.id = ${sponsorId}::uuid
      AND s.removed_at IS NULL`

const giftsOf = (eventId: string, sponsorId: string) =>
  database().$queryRaw<ReportGift[]>`
    SELECT g.id, g.kind, g.title, g.title_en AS "titleEn", g.quantity, g.status, p.id IS NOT NULL AS prize,
      count(u.id) FILTER (WHERE u.status IN ('won', 'handed_over'))::int AS drawn,
      count(u.id) FILTER (WHERE u.status = 'handed_over')::int AS "handedOver",
      count(u.id) FILTER (WHERE u.status = 'returned')::int AS returned
    FROM gifts g LEFT JOIN prizes p ON (p.event_id, p.id) = (g.event_id, g.id)
    LEFT JOIN prize_units u ON (u.event_id, u.prize_id) = (p.event_id, p.id)
    WHERE g.event_id = ${eventId}::uuid AND g.sponsor_id = ${sponsorId}::uuid AND g.removed_at IS NULL
      AND g.status IN ('pledged', 'received', 'thanked')
    GROUP BY g.event_id, g.id, p.id ORDER BY g.position, g.id`

// What a winner sent, else a photo of the hand-over: both are gone from their tables with the consent to them.
const winnersOf = (eventId: string, sponsorId: string) =>
  database().$queryRaw<ReportWinner[]>`
    SELECT w.id, CASE WHEN t.name_told_at IS NULL THEN NULL ELSE r.name END AS name, COALESCE(t.words, '') AS words,
      ${pictureJson} AS photo, g.title, g.title_en AS "titleEn", t.win_id IS NOT NULL AS sent,
      t.left_out_at IS NOT NULL AS "leftOut"
    FROM draw_wins w JOIN registrations r ON (r.event_id, r.id) = (w.event_id, w.registration_id)
    JOIN prize_units u ON (u.event_id, u.id) = (w.event_id, w.prize_unit_id)
    JOIN gifts g ON (g.event_id, g.id) = (u.event_id, u.prize_id)
    LEFT JOIN winner_thanks t ON (t.event_id, t.win_id) = (w.event_id, w.id)
    LEFT JOIN prize_photos p ON (p.event_id, p.win_id) = (w.event_id, w.id)
    LEFT JOIN pictures ph ON ph.series_id = g.series_id AND ph.id = COALESCE(t.photo_id, p.picture_id)
    WHERE w.event_id = ${eventId}::uuid AND g.sponsor_id = ${sponsorId}::uuid AND g.removed_at IS NULL
      AND w.taken_back_at IS NULL AND (t.win_id IS NOT NULL OR p.win_id IS NOT NULL)
    ORDER BY g.position, w.won_at, w.id`

async function nextOf({ seriesId, eventId }: Place, sponsorId: string): Promise<Report['next']> {
  const [next] = await database().$queryRaw<NonNullable<Report['next']>[]>`
    SELECT n.id, n.city, n.city_en AS "cityEn", n.starts_at AS "startsAt", n.time_zone AS "timeZone",
      EXISTS (SELECT 1 FROM gifts g WHERE g.event_id = n.id AND g.sponsor_id = ${sponsorId}::uuid
        AND g.removed_at IS NULL AND g.status <> 'draft') AS asked
    FROM events e JOIN events n ON n.series_id = e.series_id AND n.starts_at > e.starts_at
    WHERE e.series_id = ${seriesId}::uuid AND e.id = ${eventId}::uuid AND n.removed_at IS NULL
      AND n.cancelled_at IS NULL AND n.ends_at > now() AND (n.published_at IS NOT NULL)
    ORDER BY n.starts_at LIMIT 1`
  return next ?? null
}
