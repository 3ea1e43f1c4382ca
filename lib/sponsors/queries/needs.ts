import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope, ShownEvent } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { progressOf } from '../rules/needs'
import type { GiftKind, GiftStatus, PrizeKind } from '../schema/gifts'

type Scope = EventScope<'sponsors.edit'>

export type BoardNeed = {
  id: string
  version: number
  kind: GiftKind
  prizeKind: PrizeKind | null
  title: string
  titleEn: string | null
  note: string
  noteEn: string | null
  quantity: number | null
  dueAt: Date | null
  gifts: {
    id: string
    status: GiftStatus
    quantity: number | null
    title: string
    sponsor: string
    sponsorEn: string | null
  }[]
  asks: BoardAsk[]
}
export type BoardAsk = {
  id: string
  giftId: string
  sponsor: string
  sponsorEn: string | null
  contact: string | null
  by: string | null
  /** ISO text. */
  at: string
  answer: 'yes' | 'no' | 'silent' | null
  answeredAt: string | null
}

/** The board of an event: its needs in order, with what answers each and who was asked. One statement, however many. */
export const listNeeds = (scope: Scope) =>
  database().$queryRaw<BoardNeed[]>`
    SELECT n.id, n.version, n.kind, n.prize_kind AS "prizeKind", n.title, n.title_en AS "titleEn", n.note,
      n.note_en AS "noteEn", n.quantity, n.due_at AS "dueAt",
      COALESCE(g.list, '[]'::json) AS gifts, COALESCE(a.list, '[]'::json) AS asks
    FROM needs n
    LEFT JOIN (
      SELECT g.need_id, json_agg(json_build_object('id', g.id, 'status', g.status, 'quantity', g.quantity,
        'title', g.title, 'sponsor', s.name, 'sponsorEn', s.name_en) ORDER BY g.position, g.id) AS list
      FROM gifts g JOIN sponsors s ON (s.series_id, s.id) = (g.series_id, g.sponsor_id)
      WHERE g.event_id = ${scope.eventId}::uuid AND g.removed_at IS NULL AND g.need_id IS NOT NULL
        AND g.status IN ('offered', 'pledged', 'received', 'thanked')
      GROUP BY g.need_id
    ) g ON g.need_id = n.id
    LEFT JOIN (
      SELECT a.need_id, json_agg(json_build_object('id', a.id, 'giftId', a.gift_id, 'sponsor', s.name,
        'sponsorEn', s.name_en, 'contact', c.name, 'by', p.name, 'at', a.asked_at, 'answer', a.answer,
        'answeredAt', a.answered_at) ORDER BY a.asked_at, a.id) AS list
      FROM asks a JOIN sponsors s ON (s.series_id, s.id) = (a.series_id, a.sponsor_id)
      LEFT JOIN sponsor_contacts c ON (c.series_id, c.id) = (a.series_id, a.contact_id)
      LEFT JOIN people p ON p.id = a.asked_by_id
      WHERE a.event_id = ${scope.eventId}::uuid
      GROUP BY a.need_id
    ) a ON a.need_id = n.id
    WHERE n.event_id = ${scope.eventId}::uuid AND n.removed_at IS NULL
    ORDER BY n.position, n.id`

/** What stands at the head of the board: when the stop is, whether everybody sees it, and how it is told in a message. */
export async function findBoard(scope: Scope) {
  const [stop] = await database().$queryRaw<
    { startsAt: Date; endsAt: Date; publishedAt: Date | null; openedAt: Date | null }[]
  >`
    SELECT e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.published_at AS "publishedAt", b.opened_at AS "openedAt"
    FROM events e LEFT JOIN needs_boards b ON b.event_id = e.id WHERE e.id = ${scope.eventId}::uuid`
  return stop ?? refuse('events.not-found')
}

/**
 * What the stop still lacks, for anybody: null unless its organisers show the board. Only numbers of what is confirmed,
 * never who. Plain data, fit for a cache.
 */
export async function publicNeeds(event: ShownEvent) {
  const board = await database().needsBoard.findUnique({ where: { eventId: event.eventId } })
  if (!board) return null
  const needs = await database().need.findMany({
    where: { ...event.within, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      title: true,
      titleEn: true,
      note: true,
      noteEn: true,
      quantity: true,
      dueAt: true,
      gifts: { where: { removedAt: null }, select: { status: true, quantity: true } },
    },
  })
  return needs.map(({ gifts, dueAt, ...need }) => {
    const { pledged, lacking, covered } = progressOf(need.quantity, gifts)
    return { ...need, dueAt: dueAt?.toISOString() ?? null, pledged, lacking, covered }
  })
}
