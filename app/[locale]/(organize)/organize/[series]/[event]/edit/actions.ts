'use server'

import { setEventPhoto } from '@/lib/events/commands/photo'
import { unpublishEvent } from '@/lib/events/commands/status'
import { saveVenue } from '@/lib/events/commands/venue'
import {
  editEventSchema,
  eventPhotoSchema,
  pressSchema,
  reasonSchema,
  rescheduleSchema,
  venueSchema,
} from '@/lib/events/schema'
import { pictureSent } from '@/lib/media/uploads/keep'
import { callOff, putOff, putOnAgain, setNewDate } from '@/lib/registration/commands/change-plan'
import { editStop } from '@/lib/registration/commands/edit-stop'
import { organizerAction } from '@/lib/web/action'
import { expireInAction, seatsTag } from '@/lib/web/cache'

export const save = organizerAction({
  may: 'event.edit',
  input: editEventSchema,
  done: 'events.form.saved',
  run: async (scope, input) => {
    const { slug } = await editStop(scope, input)
    expireInAction(seatsTag(scope.eventId))
    return slug === scope.eventSlug ? {} : { goTo: `/organize/${scope.seriesSlug}/${slug}/edit` }
  },
})

export const savePhoto = organizerAction({
  may: 'event.edit',
  input: eventPhotoSchema,
  done: 'events.photo.saved',
  run: async (scope, { photo, photoGone }) => {
    const { photoId } = await pictureSent(scope, 'photo', { file: photo, gone: photoGone })
    if (photoId !== undefined) await setEventPhoto(scope, photoId)
  },
})

export const savePlace = organizerAction({
  may: 'event.edit',
  input: venueSchema,
  done: 'events.venue.saved',
  run: saveVenue,
})

export const postpone = organizerAction({
  may: 'event.edit',
  input: reasonSchema,
  done: 'events.steps.postponed',
  run: async (scope, { reason }) => ({ subject: (await putOff(scope, reason)).id }),
})

export const cancel = organizerAction({
  may: 'event.edit',
  input: reasonSchema,
  done: 'events.steps.cancelled',
  run: async (scope, { reason }) => ({ subject: (await callOff(scope, reason)).id }),
})

export const resume = organizerAction({
  may: 'event.edit',
  input: pressSchema,
  done: 'events.steps.resumed',
  run: async (scope) => ({ subject: (await putOnAgain(scope)).id }),
})

export const reschedule = organizerAction({
  may: 'event.edit',
  input: rescheduleSchema,
  done: 'events.steps.rescheduled',
  run: async (scope, when) => ({ subject: (await setNewDate(scope, when)).id }),
})

export const takeDown = organizerAction({
  may: 'event.edit',
  input: pressSchema,
  done: 'events.steps.unpublished',
  run: async (scope) => ({ subject: (await unpublishEvent(scope)).id }),
})
