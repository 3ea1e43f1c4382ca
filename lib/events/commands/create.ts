import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { Promises } from '@/lib/database/promises'
import type { SeriesScope } from '@/lib/people/scope'
import { pigmentFor } from '@/lib/values/pigments'
import { pinyinCity } from '@/lib/values/pinyin'
import { refuse } from '@/lib/values/refusal'
import { wallTimeOf } from '@/lib/values/time'
import { freeSlug, spanOf } from '../rules'
import type { NewEvent } from '../schema'

/** What to say when an event's promises would break. */
export const eventPromises: Promises = {
  events_slug_free: () => refuse('events.slug-taken', { field: 'slug' }),
  event_slugs_pkey: () => refuse('events.slug-taken', { field: 'slug' }),
  events_number_free: () => refuse('events.number-taken', { field: 'number' }),
  events_end_after_start: () => refuse('events.end-before-start', { field: 'end' }),
}

export type Created = { id: string; slug: string }

/**
 * Makes a draft of a new stop: the next number, a Latin name by pinyin and a free slug where none was given, a pigment
 * by the slug's hash. Refuses `events.slug-taken`.
 */
export async function createEvent(
  scope: SeriesScope<'events.create'>,
  input: NewEvent,
  once?: Repeatable,
): Promise<Created> {
  const { venueName, date, start, end, cityEn, ...rest } = input
  const event = {
    ...rest,
    ...spanOf({ date, start, end, timeZone: input.timeZone }),
    cityEn: cityEn || pinyinCity(input.city),
  }
  return change(
    scope,
    eventPromises,
    async (tx, record) => {
      const created = await insertEvent(tx, scope.seriesId, event)
      if (venueName) await tx.venue.create({ data: { eventId: created.id, name: venueName } })
      record('event.created', created.id)
      return created
    },
    once,
  )
}

type DraftEvent = {
  city: string
  cityEn: string
  startsAt: Date
  endsAt: Date
  timeZone: string
  capacity: number
  approvalRequired: boolean
  slug: string | null
  title?: string
  titleEn?: string | null
  registrationEndsAt?: Date | null
  startedFromId?: string
}

/** A step: one new draft at the end of the series' line. Takes the series' row, so that numbers and slugs are not raced for. */
export async function insertEvent(tx: Transaction, seriesId: string, event: DraftEvent): Promise<Created> {
  await tx.$queryRaw`SELECT 1 FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`
  const last = await tx.event.aggregate({ where: { seriesId, removedAt: null }, _max: { number: true } })
  const slug = event.slug ?? (await proposeSlug(tx, seriesId, event))
  const created = await tx.event.create({
    data: { ...event, slug, seriesId, number: (last._max.number ?? 0) + 1, pigment: pigmentFor(slug) },
    select: { id: true, slug: true },
  })
  await tx.eventSlug.create({ data: { seriesId, slug, eventId: created.id } })
  return created
}

async function proposeSlug(tx: Transaction, seriesId: string, event: DraftEvent): Promise<string> {
  const taken = await tx.eventSlug.findMany({ where: { seriesId }, select: { slug: true } })
  const year = Number(wallTimeOf(event.startsAt, event.timeZone).slice(0, 4))
  return freeSlug(event.cityEn, year, new Set(taken.map(({ slug }) => slug)))
}
