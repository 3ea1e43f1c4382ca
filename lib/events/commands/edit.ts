import 'server-only'
import { change, type Recorder } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { Event } from '@/lib/database/generated/client'
import type { EventScope } from '@/lib/people/scope'
import { changedFields } from '@/lib/values/changed'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { instantOf, wallTimeOf } from '@/lib/values/time'
import { ballotIsTooLate, spanOf, whenOf } from '../rules'
import type { EditEvent } from '../schema'
import { eventPromises } from './create'

/**
 * Rewrites an event's facts. Refuses fewer seats than are confirmed (with their number), a taken number or slug, and a
 * registration that would end after the event, and a ballot that would after its start. A new slug leaves the old one pointing here. Answers the slug from now on.
 */
export async function editEvent(
  scope: EventScope<'event.edit'>,
  input: EditEvent,
  alongside: AlongsideEdit = async () => {},
): Promise<{ slug: string }> {
  let given = noSeats
  const refuseFewer = () => refuseSeats(given)
  const promises = { ...eventPromises, events_never_oversold: refuseFewer, events_open_seats_fit: refuseFewer }
  return change(scope, promises, async (tx, record) => {
    const before = await tx.event.findUniqueOrThrow({ where: { id: scope.eventId } })
    const data = facts(input, before.slug)
    given = before
    if (data.capacity < before.openCount + before.heldSeats) refuseSeats(before)
    if (data.registrationEndsAt && data.registrationEndsAt > data.endsAt) {
      refuse('events.deadline-after-end', { field: 'registrationEnds' })
    }
    if (ballotIsTooLate(before, data.startsAt)) refuse('events.ballot-after-start', { field: 'date' })
    const { count } = await tx.event.updateMany({
      where: { id: scope.eventId, version: input.version },
      data: { ...data, version: { increment: 1 } },
    })
    if (count === 0) throw new ChangedMeanwhile(before.version, asForm(before))
    if (data.slug !== before.slug) await keepSlug(tx, scope, data.slug)
    record('event.edited', scope.eventId, { fields: changedFields<object>(before, data) })
    await alongside(tx, record, { before, after: data })
    return { slug: data.slug }
  })
}

/** What else a step of an event's life brings about in its transaction; other parts know. */
export type Alongside = (tx: Transaction, record: Recorder) => Promise<unknown>
type AlongsideEdit = (
  tx: Transaction,
  record: Recorder,
  edit: { before: Event; after: { startsAt: Date; endsAt: Date } },
) => Promise<unknown>

type Given = Pick<Event, 'confirmedCount' | 'openCount' | 'heldSeats'>
const noSeats: Given = { confirmedCount: 0, openCount: 0, heldSeats: 0 }

function refuseSeats({ confirmedCount: confirmed, openCount, heldSeats: held }: Given): never {
  const least = openCount + held
  if (least <= confirmed) refuse('events.capacity-below-confirmed', { field: 'capacity', values: { confirmed } })
  refuse('events.capacity-below-given', { field: 'capacity', values: { least, confirmed } })
}

function facts(input: EditEvent, slugBefore: string) {
  const { date, start, end, registrationEnds, slug, version: _, ...rest } = input
  const { timeZone } = input
  return {
    ...rest,
    ...spanOf({ date, start, end, timeZone }),
    slug: slug ?? slugBefore,
    registrationEndsAt: registrationEnds ? instantOf(registrationEnds, timeZone) : null,
  }
}

async function keepSlug(tx: Transaction, scope: EventScope<'event.edit'>, slug: string) {
  const { seriesId, eventId } = scope
  const own = await tx.eventSlug.findFirst({ where: { seriesId, slug, eventId } })
  if (!own) await tx.eventSlug.create({ data: { seriesId, slug, eventId } })
}

/** An event's facts in the words of the form that edits them. */
export const asForm = (event: Event): Record<string, string> => ({
  ...whenOf(event),
  city: event.city,
  cityEn: event.cityEn,
  number: String(event.number),
  title: event.title,
  titleEn: event.titleEn ?? '',
  summary: event.summary,
  summaryEn: event.summaryEn ?? '',
  capacity: String(event.capacity),
  approvalRequired: event.approvalRequired ? 'on' : '',
  registrationEnds: event.registrationEndsAt ? wallTimeOf(event.registrationEndsAt, event.timeZone) : '',
  slug: event.slug,
  pigment: event.pigment,
})
