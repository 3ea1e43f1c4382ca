import 'server-only'
import { database } from '@/lib/database/client'
import { pictureColumns } from '@/lib/media/uploads/keep'
import type { SponsorDesk } from '@/lib/people/holder'
import { type Day, dayColumns } from '@/lib/program/queries/day'
import { deskStatuses } from '../rules/ledger'

const giftFields = {
  id: true,
  kind: true,
  title: true,
  titleEn: true,
  quantity: true,
  status: true,
  delivery: true,
  way: true,
  parcel: true,
  value: true,
  currency: true,
  winnersAskedAt: true,
  version: true,
  photo: { select: pictureColumns },
  prize: { select: { kind: true, admits: true } },
  contacts: { select: { contact: { select: { name: true } } }, orderBy: { contactId: 'asc' } },
} as const

/** The desk of one sponsor at one event: who they are, how they appear, what they give. Null once off the list. */
export async function findDesk(desk: SponsorDesk) {
  const contact = await database().sponsorContact.findFirst({
    where: { ...desk.withinSeries, id: desk.subjectId, removedAt: null, sponsor: { removedAt: null } },
    select: {
      name: true,
      sponsor: {
        select: {
          version: true,
          name: true,
          nameEn: true,
          link: true,
          blurb: true,
          blurbEn: true,
          logo: { select: pictureColumns },
          contacts: { where: { removedAt: null }, orderBy: { id: 'asc' }, select: { name: true } },
          gifts: {
            where: { ...desk.within, removedAt: null, status: { in: [...deskStatuses] } },
            orderBy: [{ position: 'asc' }, { id: 'asc' }],
            select: giftFields,
          },
        },
      },
    },
  })
  if (!contact) return null
  const day: Day = await database().event.findUniqueOrThrow({ where: { id: desk.eventId }, select: dayColumns })
  const { gifts, contacts, ...sponsor } = contact.sponsor
  const counted = await prizesAt(desk, gifts)
  return {
    contactName: contact.name,
    contacts: contacts.map(({ name }) => name),
    sponsor,
    gifts: gifts.map((gift) => ({ ...withThanks(gift), ...(counted.get(gift.id) ?? notDrawn) })),
    day,
  }
}

/** Of a prize: how many pieces are where, how many codes are sealed, whether a locked draw holds it. */
type Counted = { units: Partial<Record<UnitStatus, number>>; codes: number; frozen: boolean }
type UnitStatus = 'in_stock' | 'won' | 'handed_over' | 'returned'
const notDrawn: Counted = { units: {}, codes: 0, frozen: false }

async function prizesAt(desk: SponsorDesk, gifts: { id: string }[]): Promise<Map<string, Counted>> {
  const rows = await database().$queryRaw<({ id: string; codes: number; frozen: boolean } & Counted['units'])[]>`
    SELECT p.id, prize_locked_units(p.event_id, p.id) > 0 AS frozen,
      (SELECT count(*)::int FROM prize_codes c WHERE c.event_id = p.event_id AND c.prize_id = p.id) AS codes,
      count(*) FILTER (WHERE u.status = 'won')::int AS won,
      count(*) FILTER (WHERE u.status = 'handed_over')::int AS handed_over,
      count(*) FILTER (WHERE u.status = 'returned')::int AS returned
    FROM prizes p LEFT JOIN prize_units u ON u.event_id = p.event_id AND u.prize_id = p.id
    WHERE p.event_id = ${desk.eventId}::uuid AND p.id = ANY (${gifts.map(({ id }) => id)}::uuid[])
    GROUP BY p.event_id, p.id`
  return new Map(rows.map(({ id, codes, frozen, ...units }) => [id, { units, codes, frozen }]))
}
export type Desk = NonNullable<Awaited<ReturnType<typeof findDesk>>>

function withThanks<Gift extends { contacts: { contact: { name: string } }[] }>({ contacts, ...gift }: Gift) {
  return { ...gift, thanks: contacts.map(({ contact }) => contact.name) }
}
