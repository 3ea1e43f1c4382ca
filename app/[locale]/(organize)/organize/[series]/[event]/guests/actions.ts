'use server'

import { getTranslations } from 'next-intl/server'
import { editGuest } from '@/lib/registration/commands/edit-guest'
import {
  addGuest,
  approveGuest,
  cancelGuest,
  declineGuest,
  letWaitingIn,
  restoreGuest,
  seatOutOfTurn,
  sendTicketAgain,
} from '@/lib/registration/commands/guests'
import { guestEditSchema } from '@/lib/registration/schema/guests'
import {
  decisionSchema,
  guestSchema,
  jumpSchema,
  nothingSchema,
  oneSchema,
} from '@/lib/registration/schema/registration'
import { organizerAction } from '@/lib/web/action'
import { expireInAction, seatsTag } from '@/lib/web/cache'

export const add = organizerAction({
  may: 'guests.edit',
  input: guestSchema,
  run: async (scope, input, once) => {
    const { status } = await addGuest(scope, input, once)
    expireInAction(seatsTag(scope.eventId))
    return { message: (await getTranslations('registration.guests'))('added', { status }) }
  },
})

export const approve = organizerAction({
  may: 'guests.edit',
  input: decisionSchema,
  run: async (scope, input) => {
    const status = await approveGuest(scope, input)
    expireInAction(seatsTag(scope.eventId))
    return { message: (await getTranslations('registration.guests'))('approved', { status }) }
  },
})

export const jump = organizerAction({
  may: 'guests.edit',
  input: jumpSchema,
  done: 'registration.guests.jumped',
  run: async (scope, input) => {
    await seatOutOfTurn(scope, input)
    expireInAction(seatsTag(scope.eventId))
  },
})

export const decline = organizerAction({
  may: 'guests.edit',
  input: decisionSchema,
  done: 'registration.guests.declined',
  run: async (scope, input) => {
    await declineGuest(scope, input)
    return { subject: input.id }
  },
})

export const cancel = organizerAction({
  may: 'guests.edit',
  input: decisionSchema,
  done: 'registration.guests.cancelled',
  run: async (scope, input) => {
    await cancelGuest(scope, input)
    expireInAction(seatsTag(scope.eventId))
    return { subject: input.id }
  },
})

export const restore = organizerAction({
  may: 'guests.edit',
  input: oneSchema,
  run: async (scope, { id }) => {
    const status = await restoreGuest(scope, id)
    expireInAction(seatsTag(scope.eventId))
    return { message: (await getTranslations('registration.guests'))('restored', { status }) }
  },
})

export const resend = organizerAction({
  may: 'guests.edit',
  input: oneSchema,
  done: 'registration.guests.resent',
  run: (scope, { id }) => sendTicketAgain(scope, id),
})

export const letIn = organizerAction({
  may: 'guests.edit',
  input: nothingSchema,
  run: async (scope) => {
    const count = await letWaitingIn(scope)
    expireInAction(seatsTag(scope.eventId))
    return { message: (await getTranslations('registration.guests'))('letInDone', { count }) }
  },
})

export const edit = organizerAction({
  may: 'guests.edit',
  input: guestEditSchema,
  run: async (scope, input) => {
    const { moved } = await editGuest(scope, input)
    return { message: (await getTranslations('guests.panel'))(moved ? 'savedMoved' : 'saved') }
  },
})
