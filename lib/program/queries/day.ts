import { venueColumns } from '@/lib/events/queries'

/** What somebody who comes to work at a stop needs to know of the day: when, where, how to find the door, is it still on. */
export const dayColumns = {
  id: true,
  version: true,
  number: true,
  city: true,
  cityEn: true,
  title: true,
  titleEn: true,
  slug: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  pigment: true,
  publishedAt: true,
  postponedAt: true,
  cancelledAt: true,
  changeReason: true,
  series: { select: { name: true, nameEn: true, slug: true, reach: true } },
  venue: { select: venueColumns },
} as const

/** That, as it comes back. */
export type Day = {
  id: string
  version: number
  number: number
  city: string
  cityEn: string
  title: string
  titleEn: string | null
  slug: string
  startsAt: Date
  endsAt: Date
  timeZone: string
  pigment: string
  publishedAt: Date | null
  postponedAt: Date | null
  cancelledAt: Date | null
  changeReason: string
  series: { name: string; nameEn: string | null; slug: string; reach: string }
  venue: {
    name: string
    nameEn: string | null
    address: string
    addressEn: string | null
    directions: string
    latitude: number | null
    longitude: number | null
  } | null
}
