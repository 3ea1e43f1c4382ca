'use server'

import { setEntry, setReconfirm } from '@/lib/registration/commands/entry'
import { addHold, releaseHold } from '@/lib/registration/commands/holds'
import {
  addQuestion,
  editQuestion,
  moveQuestion,
  removeQuestion,
  restoreQuestion,
} from '@/lib/registration/commands/questions'
import { entrySchema, holdSchema, oneHoldSchema, reconfirmSchema } from '@/lib/registration/schema/entry'
import {
  editQuestionSchema,
  moveQuestionSchema,
  newQuestionSchema,
  oneQuestionSchema,
} from '@/lib/registration/schema/questions'
import { organizerAction } from '@/lib/web/action'
import { expireInAction, seatsTag } from '@/lib/web/cache'

export const saveEntry = organizerAction({
  may: 'guests.edit',
  input: entrySchema,
  done: 'entry.mode.saved',
  run: async (scope, input) => {
    await setEntry(scope, input)
    expireInAction(seatsTag(scope.eventId))
  },
})

export const keepSeats = organizerAction({
  may: 'guests.edit',
  input: holdSchema,
  done: 'entry.holds.added',
  run: async (scope, input, once) => {
    await addHold(scope, input, once)
    expireInAction(seatsTag(scope.eventId))
  },
})

export const giveBack = organizerAction({
  may: 'guests.edit',
  input: oneHoldSchema,
  done: 'entry.holds.released',
  run: async (scope, { id }) => {
    await releaseHold(scope, id)
    expireInAction(seatsTag(scope.eventId))
  },
})

export const ask = organizerAction({
  may: 'guests.edit',
  input: newQuestionSchema,
  done: 'entry.questions.added',
  run: async (scope, input, once) => {
    await addQuestion(scope, input, once)
  },
})

export const rewrite = organizerAction({
  may: 'guests.edit',
  input: editQuestionSchema,
  done: 'entry.questions.saved',
  run: (scope, input) => editQuestion(scope, input),
})

export const takeOff = organizerAction({
  may: 'guests.edit',
  input: oneQuestionSchema,
  done: 'entry.questions.removed',
  run: async (scope, { id }) => ({ subject: (await removeQuestion(scope, id)).id }),
})

export const putBack = organizerAction({
  may: 'guests.edit',
  input: oneQuestionSchema,
  done: 'entry.questions.restored',
  run: async (scope, { id }) => {
    await restoreQuestion(scope, id)
  },
})

export const move = organizerAction({
  may: 'guests.edit',
  input: moveQuestionSchema,
  done: 'entry.questions.moved',
  run: (scope, input) => moveQuestion(scope, input),
})

export const saveReconfirm = organizerAction({
  may: 'guests.edit',
  input: reconfirmSchema,
  done: 'entry.again.saved',
  run: (scope, input) => setReconfirm(scope, input),
})
