import 'server-only'
import { database } from '@/lib/database/client'
import type { Prisma } from '@/lib/database/generated/client'
import type { EventScope } from '@/lib/people/scope'
import { parseContact } from '@/lib/values/address'
import { searchWords } from '../rules'
import type { GuestTab } from '../schema'

type Guests = EventScope<'guests.view'>
export type GuestFilter = { tab: GuestTab; q: string }
export type GuestRow = Awaited<ReturnType<typeof listGuests>>['rows'][number]

const pageSize = 50

/** One page of the guest list, newest first; `next` is the cursor of the page after it. */
export async function listGuests(scope: Guests, filter: GuestFilter, before?: string) {
  const found = await database().registration.findMany({
    where: { AND: [{ ...scope.within }, matching(filter), ...(before ? [{ id: { lt: before } }] : [])] },
    // Ids are in order of time (UUID v7), so one column is order and cursor.
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    select: {
      id: true,
      status: true,
      name: true,
      contact: true,
      contactKind: true,
      ticketCode: true,
      waitlistPosition: true,
      newsConsentAt: true,
      photoConsentAt: true,
      createdAt: true,
      endedAt: true,
      checkIns: { where: { outcome: 'accepted', undoneAt: null }, select: { at: true } },
    },
  })
  const rows = found.slice(0, pageSize).map(({ checkIns, ...row }) => ({ ...row, cameInAt: checkIns[0]?.at ?? null }))
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null }
}

/** How many stand under each tab. */
export async function countGuests(scope: Guests): Promise<Record<GuestTab, number>> {
  const groups = await database().registration.groupBy({ by: ['status'], where: { ...scope.within }, _count: true })
  const of = (status: string) => groups.find((group) => group.status === status)?._count ?? 0
  const counts = {
    confirmed: of('confirmed'),
    waitlisted: of('waitlisted'),
    pending: of('pending'),
    ended: of('cancelled') + of('declined'),
  }
  return { all: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts }
}

/** Seats of the event, and when it is. */
export const findSeats = (scope: Guests) =>
  database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: { capacity: true, confirmedCount: true, endsAt: true, publishedAt: true, cancelledAt: true },
  })

function matching({ tab, q }: GuestFilter): Prisma.RegistrationWhereInput {
  const statuses = tab === 'ended' ? (['cancelled', 'declined'] as const) : tab === 'all' ? null : ([tab] as const)
  const byStatus = statuses ? [{ status: { in: [...statuses] } }] : []
  const whole = parseContact(q)
  if (whole) return { AND: [...byStatus, { contact: whole.contact }] }
  return { AND: [...byStatus, ...searchWords(q).map((word) => ({ searchText: { contains: escaped(word) } }))] }
}

// LIKE's own signs are looked for as themselves.
const escaped = (word: string) => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
