import 'server-only'
import { database } from '@/lib/database/client'
import { pictureColumns } from '@/lib/media/uploads/keep'
import type { SponsorDesk } from '@/lib/people/holder'
import type { EventScope, PublishedEvent } from '@/lib/people/scope'
import { type Day, dayColumns } from '@/lib/program/queries/day'
import type { PictureRef } from '@/lib/values/picture'
import { deskStatuses, publicStatuses } from './rules'

type Scope = EventScope<'sponsors.edit'>

const giftFields = {
  id: true,
  kind: true,
  title: true,
  titleEn: true,
  quantity: true,
  status: true,
  delivery: true,
  version: true,
  photo: { select: pictureColumns },
  prize: { select: { kind: true, admits: true } },
  contacts: { select: { contact: { select: { name: true } } }, orderBy: { contactId: 'asc' } },
} as const

/** Every gift of the event, in the organiser's order, with who gives it and whom to thank. One statement a table. */
export async function listGifts(scope: Scope) {
  const gifts = await database().gift.findMany({
    where: { ...scope.within, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { ...giftFields, statusAt: true, note: true, sponsor: { select: { id: true, name: true, nameEn: true } } },
  })
  return gifts.map(withThanks)
}
export type LedgerGift = Awaited<ReturnType<typeof listGifts>>[number]

/** One gift for its form, or null. */
export async function findGift(scope: Scope, id: string) {
  const gift = await database().gift.findFirst({
    where: { ...scope.within, id, removedAt: null },
    select: {
      ...giftFields,
      note: true,
      sponsor: { select: { id: true, name: true, contacts: { where: { removedAt: null }, select: { name: true } } } },
    },
  })
  return gift && withThanks(gift)
}

/** The sponsors of the series by name, with how much each gives at this event and who speaks for it. */
export async function listSponsors(scope: Scope) {
  return database().sponsor.findMany({
    where: { ...scope.withinSeries, removedAt: null },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      nameEn: true,
      kind: true,
      contacts: { where: { removedAt: null }, orderBy: { id: 'asc' }, select: { id: true, name: true } },
      _count: { select: { gifts: { where: { ...scope.within, removedAt: null } } } },
    },
  })
}

/** One sponsor with its people, their links to this event's desk, and what it gave at which stop; or null. */
export async function findSponsor(scope: Scope, id: string) {
  return database().sponsor.findFirst({
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
      contacts: {
        where: { removedAt: null },
        orderBy: { id: 'asc' },
        select: {
          id: true,
          version: true,
          name: true,
          email: true,
          phone: true,
          wechat: true,
          secretLinks: {
            where: { ...scope.within, revokedAt: null },
            orderBy: { createdAt: 'desc' },
            select: { createdAt: true },
          },
        },
      },
      gifts: {
        where: { removedAt: null, event: { removedAt: null } },
        orderBy: [{ event: { startsAt: 'desc' } }, { position: 'asc' }],
        select: {
          ...giftFields,
          event: { select: { id: true, number: true, city: true, cityEn: true } },
        },
      },
    },
  })
}

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
  const { gifts, ...sponsor } = contact.sponsor
  return { contactName: contact.name, sponsor, gifts: gifts.map(withThanks), day }
}
export type Desk = NonNullable<Awaited<ReturnType<typeof findDesk>>>

/**
 * Who supports the event and with what, for anybody to see: sponsors in the order of their first gift, each with its
 * gifts that are promised or here. Never plans, asks, refusals or contacts. Plain data, fit for a cache.
 */
export async function publicSupport(event: PublishedEvent) {
  const gifts = await database().gift.findMany({
    where: { ...event.within, removedAt: null, status: { in: [...publicStatuses] } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      title: true,
      titleEn: true,
      quantity: true,
      photo: { select: pictureColumns },
      prize: { select: { kind: true, admits: true } },
      sponsor: {
        select: {
          id: true,
          kind: true,
          name: true,
          nameEn: true,
          link: true,
          blurb: true,
          blurbEn: true,
          logo: { select: pictureColumns },
        },
      },
    },
  })
  const sponsors = new Map<string, (typeof gifts)[number]['sponsor'] & { gifts: PublicGift[] }>()
  for (const { sponsor, ...gift } of gifts) {
    const known = sponsors.get(sponsor.id) ?? { ...sponsor, gifts: [] }
    sponsors.set(sponsor.id, { ...known, gifts: [...known.gifts, gift] })
  }
  return [...sponsors.values()]
}
export type PublicGift = {
  id: string
  kind: 'venue' | 'prize' | 'food' | 'service' | 'travel' | 'media' | 'hands'
  title: string
  titleEn: string | null
  /** Null: not stated. */
  quantity: number | null
  photo: PictureRef | null
  /** Only of a prize: what sort, and how many people one unit lets in. */
  prize: { kind: 'thing' | 'code' | 'voucher' | 'service'; admits: number } | null
}
export type PublicSponsor = Awaited<ReturnType<typeof publicSupport>>[number]

function withThanks<Gift extends { contacts: { contact: { name: string } }[] }>({ contacts, ...gift }: Gift) {
  return { ...gift, thanks: contacts.map(({ contact }) => contact.name) }
}
