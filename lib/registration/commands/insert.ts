import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { parcel } from '@/lib/database/parcel'
import type { EmailAddress, PhoneNumber } from '@/lib/values/address'
import { newTicketCode } from '@/lib/values/secret'
import { newUuid } from '@/lib/values/uuid'
import { type Live, noticeVersion, searchTextOf } from '../rules/seats'
import type { Addressee } from './letters'
import type { Seats } from './seats'

export type NewGuest = {
  name: string
  contact: { kind: 'email' | 'phone'; contact: EmailAddress | PhoneNumber }
  locale: 'zh' | 'en'
  news?: boolean
  photos?: boolean
  /** Made ahead by whoever has time before the lock. */
  searchText?: string
}
export type Placed = {
  status: Live | 'cancelled'
  requestKey: string
  guest: NewGuest
  /** The seats set aside that it is of. */
  invitation?: { holdId: string; codeId?: string }
  /** What a stand-in shows; its status is cancelled. */
  shown?: { as: Live; place: number | null }
}
export type Inserted = Addressee & { id: string; status: Placed['status'] }
/** A registration before it is stored; `nth` counts those of its batch that wait. */
export type NewRow = Inserted & { nth: number | undefined }

/** A step of registering: one row in the given state, with its ticket code and, when it waits, its place. */
export async function insertRegistration(
  tx: Transaction,
  at: { eventId: string; seats: Seats } & Omit<Placed, 'guest'>,
  guest: NewGuest,
): Promise<Inserted> {
  const [row] = await insertRegistrations(tx, at, [{ ...at, guest }])
  return row as Inserted
}

/** One row for each, in the order given, by one statement. The event's row must be locked: places have no gaps. */
export async function insertRegistrations(
  tx: Transaction,
  at: { eventId: string; seats: Seats },
  placed: Placed[],
): Promise<Inserted[]> {
  const rows = newRows(placed, await freeTicketCodes(tx, at.eventId, placed.length))
  await insertRows(tx, at, rows)
  return rows
}

/** A row for each, in the order given, with one of as many free ticket codes; a registration once `insertRows` stored it. */
export function newRows(placed: Placed[], codes: string[]): NewRow[] {
  let waiting = 0
  return placed.map((one, n) => ({
    id: newUuid(),
    ticketCode: codes[n] as string,
    nth: one.status === 'waitlisted' ? ++waiting : undefined,
    ...columnsOf(one),
  }))
}

/** A step: stores new rows. The event's row must be locked: places have no gaps. */
export async function insertRows(
  tx: Transaction,
  { eventId, seats }: { eventId: string; seats: Seats },
  rows: NewRow[],
): Promise<void> {
  if (rows.length === 0) return
  const waiting = rows.filter(({ nth }) => nth).length
  const now = seats.now.toISOString()
  await tx.$executeRaw`
    WITH queue AS (
      UPDATE events SET waitlist_last = waitlist_last + ${waiting}::int WHERE id = ${eventId}::uuid AND ${waiting}::int > 0
      RETURNING waitlist_last - ${waiting}::int AS last)
    INSERT INTO registrations (event_id, id, status, request_key, name, contact_kind, contact, search_text, locale,
      ticket_code, waitlist_position, notice_version, news_consent_at, photo_consent_at, confirmed_at, ended_at,
      hold_id, code_id, shown_as, shown_place)
    SELECT ${eventId}::uuid, id, status, "requestKey", name, "contactKind", contact, "searchText", locale,
      "ticketCode", (SELECT last FROM queue) + nth, ${noticeVersion}::int,
      CASE WHEN news THEN ${now}::timestamptz END, CASE WHEN photos THEN ${now}::timestamptz END,
      CASE WHEN status = 'confirmed' THEN ${now}::timestamptz END,
      CASE WHEN status = 'cancelled' THEN ${now}::timestamptz END, "holdId", "codeId", "shownAs", "shownPlace"
    FROM json_to_recordset(${parcel(rows)}::json) AS row(id uuid, status registration_status,
      "requestKey" uuid, name text, "contactKind" contact_kind, contact text, "searchText" text, locale text,
      "ticketCode" text, nth int, news boolean, photos boolean, "holdId" uuid, "codeId" uuid,
      "shownAs" registration_status, "shownPlace" int)`
}

const columnsOf = ({ status, requestKey, guest, invitation, shown }: Placed) => ({
  status,
  requestKey,
  name: guest.name,
  contactKind: guest.contact.kind,
  contact: guest.contact.contact,
  searchText: guest.searchText ?? searchTextOf(guest.name, guest.contact.contact),
  locale: guest.locale,
  // What is not there is not sent: most have none of these.
  news: guest.news || undefined,
  photos: guest.photos || undefined,
  holdId: invitation?.holdId,
  codeId: invitation?.codeId,
  shownAs: shown?.as,
  shownPlace: shown?.place ?? undefined,
})

/** Ticket codes that nobody at this event has. */
export async function freeTicketCodes(tx: Transaction, eventId: string, count: number): Promise<string[]> {
  const codes = new Set<string>()
  while (codes.size < count) {
    const tried = Array.from({ length: count - codes.size }, newTicketCode)
    const taken = await tx.$queryRaw<{ code: string }[]>`
      SELECT code FROM unnest(${tried}::text[]) AS code CROSS JOIN LATERAL (
        SELECT FROM registrations WHERE event_id = ${eventId}::uuid AND ticket_code = code LIMIT 1) AS there`
    const used = new Set(taken.map(({ code }) => code))
    for (const code of tried) if (!used.has(code)) codes.add(code)
  }
  return [...codes]
}

/** The live registration of a contact at an event, or null. */
export const findLive = (tx: Transaction, eventId: string, contact: string) =>
  tx.registration.findFirst({
    where: { eventId, contact, status: { in: ['pending', 'confirmed', 'waitlisted'] } },
    select: { id: true, status: true },
  })

/**
 * The live registrations of several contacts at an event, by contact. Each is looked up for itself: with a list of them,
 * Postgres reads the whole event instead while it has not yet counted how large that grew.
 */
export async function findLiveEach(tx: Transaction, eventId: string, contacts: string[]) {
  const rows = await tx.$queryRaw<(Addressee & { id: string; status: Live })[]>`
    SELECT live.* FROM unnest(${contacts}::text[]) AS wanted CROSS JOIN LATERAL (
      SELECT id, status::text, contact, name, locale, ticket_code AS "ticketCode" FROM registrations
      WHERE event_id = ${eventId}::uuid AND contact = wanted AND status IN ('pending', 'confirmed', 'waitlisted')
      LIMIT 1) AS live`
  return new Map(rows.map((row) => [row.contact, row]))
}
