import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { Venue } from '@/lib/database/generated/client'
import type { EventScope } from '@/lib/people/scope'
import { changedFields } from '@/lib/values/changed'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import type { VenueInput } from '../schema'

/**
 * Says where the event is; with every field empty it says "not known yet" again. Refuses an address without a name
 * (`events.venue-needs-name`). Version 0 stands for "none there yet".
 */
export async function saveVenue(scope: EventScope<'event.edit'>, input: VenueInput): Promise<void> {
  const { coordinates, version, ...words } = input
  const data = { ...words, latitude: coordinates?.latitude ?? null, longitude: coordinates?.longitude ?? null }
  const empty = Object.values(data).every((value) => value === '' || value === null)
  if (!data.name && !empty) refuse('events.venue-needs-name', { field: 'name' })
  await change(scope, {}, async (tx, record) => {
    const { eventId } = scope
    const before = await tx.venue.findUnique({ where: { eventId } })
    if ((before?.version ?? 0) !== version) throw new ChangedMeanwhile(before?.version ?? 0, asForm(before))
    if (empty) {
      await tx.venue.deleteMany({ where: { ...scope.within } })
      return record('venue.removed', eventId)
    }
    const next = { ...data, version: before ? version + 1 : await freshVersion(tx, eventId) }
    await tx.venue.upsert({ where: { eventId }, create: { ...next, eventId }, update: next })
    record('venue.edited', eventId, { fields: changedFields<object>(before ?? {}, data) })
  })
}

/**
 * The version of a venue where none stands. There may have been one before, and a form that is still open with it: the
 * stop's serial number rises with every write, so that it is ahead of every version that ever was.
 */
async function freshVersion(tx: Transaction, eventId: string): Promise<number> {
  const { serial } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { serial: true } })
  return Number(serial)
}

/** A venue in the words of the form that edits it. */
const asForm = (venue: Venue | null): Record<string, string> => ({
  name: venue?.name ?? '',
  nameEn: venue?.nameEn ?? '',
  address: venue?.address ?? '',
  addressEn: venue?.addressEn ?? '',
  directions: venue?.directions ?? '',
  coordinates: venue?.latitude == null ? '' : `${venue.latitude}, ${venue.longitude}`,
})
