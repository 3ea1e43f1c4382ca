import 'server-only'
import { database } from '@/lib/database/client'
import { pictureColumns } from '@/lib/media/uploads/keep'
import type { ShownEvent } from '@/lib/people/scope'
import type { PictureRef } from '@/lib/values/picture'
import { byTier, publicStatuses } from '../rules/ledger'
import { publicTiers } from './tiers'

/**
 * Who supports the event and with what, for anybody to see: sponsors by tier, where there are tiers, and then in the
 * order of their first gift, each with its gifts that are promised or here. Never plans, asks, refusals or contacts. Plain data, fit for a cache.
 */
export async function publicSupport(event: ShownEvent) {
  const tiers = await publicTiers(event)
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
  type Tier = NonNullable<ReturnType<typeof tiers.get>>
  type Giver = (typeof gifts)[number]['sponsor'] & { tier: Tier | null; gifts: PublicGift[] }
  const sponsors = new Map<string, Giver>()
  for (const { sponsor, ...gift } of gifts) {
    const known = sponsors.get(sponsor.id) ?? { ...sponsor, tier: tiers.get(sponsor.id) ?? null, gifts: [] }
    sponsors.set(sponsor.id, { ...known, gifts: [...known.gifts, gift] })
  }
  return byTier([...sponsors.values()])
}
type PublicGift = {
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
