'use server'

import { markPassedOn, retryMessage } from '@/lib/messages/commands/by-hand'
import { messageSchema } from '@/lib/messages/schema'
import { organizerAction } from '@/lib/web/action'

export const retry = organizerAction({
  may: 'guests.edit',
  input: messageSchema,
  done: 'messages.retried',
  run: (scope, { id }) => retryMessage(scope, id),
})

export const passOn = organizerAction({
  may: 'guests.edit',
  input: messageSchema,
  done: 'messages.passedOn',
  run: (scope, { id }) => markPassedOn(scope, id),
})
