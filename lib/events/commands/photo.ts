import 'server-only'
import { change } from '@/lib/database/change'
import type { EventScope } from '@/lib/people/scope'

/** Puts a photo of the place or of the people on the stop's page, or (null) takes it off. */
export function setEventPhoto(scope: EventScope<'event.edit'>, photoId: string | null) {
  return change(scope, {}, async (tx, record) => {
    await tx.event.update({ where: { id: scope.eventId }, data: { photoId } })
    record('event.photo-set', scope.eventId, { photo: photoId !== null })
  })
}
