'use server'

import {
  addPerson as addPersonTo,
  changeRole as changeRoleOf,
  confirmPerson as confirm,
  movePerson as movePersonTo,
  restorePerson as putBack,
  reopenPerson as reopen,
  removePerson as takeOff,
} from '@/lib/program/commands/stage'
import {
  addTalk as addTalkTo,
  editTalk as edit,
  moveTalk as move,
  removeTalk as remove,
  restoreTalk as restore,
} from '@/lib/program/commands/talks'
import {
  movePersonSchema,
  moveTalkSchema,
  newPersonSchema,
  newTalkSchema,
  oneSchema,
  onStageSchema,
  placeOnStageSchema,
  roleSchema,
  talkSchema,
} from '@/lib/program/schema'
import { organizerAction } from '@/lib/web/action'

export const addTalk = organizerAction({
  may: 'program.edit',
  input: newTalkSchema,
  run: async (scope, input, once) => ({ subject: (await addTalkTo(scope, input, once)).id }),
})

export const editTalk = organizerAction({
  may: 'program.edit',
  input: talkSchema,
  done: 'program.edited',
  run: async (scope, input) => ({ subject: (await edit(scope, input)).id }),
})

export const moveTalk = organizerAction({
  may: 'program.edit',
  input: moveTalkSchema,
  done: 'program.moved',
  run: async (scope, input) => ({ subject: (await move(scope, input)).id }),
})

export const removeTalk = organizerAction({
  may: 'program.edit',
  input: oneSchema,
  done: 'program.removed',
  run: async (scope, { id }) => ({ subject: (await remove(scope, id)).id }),
})

export const restoreTalk = organizerAction({
  may: 'program.edit',
  input: oneSchema,
  done: 'program.restored',
  run: async (scope, { id }) => ({ subject: (await restore(scope, id)).id }),
})

export const addPerson = organizerAction({
  may: 'program.edit',
  input: newPersonSchema,
  done: 'program.personAdded',
  run: async (scope, input, once) => ({ subject: (await addPersonTo(scope, input, once)).id }),
})

export const removePerson = organizerAction({
  may: 'program.edit',
  input: placeOnStageSchema,
  done: 'program.personRemoved',
  run: async (scope, input) => ({ subject: (await takeOff(scope, input)).id }),
})

export const restorePerson = organizerAction({
  may: 'program.edit',
  input: placeOnStageSchema,
  done: 'program.personRestored',
  run: async (scope, input) => ({ subject: (await putBack(scope, input)).id }),
})

export const changeRole = organizerAction({
  may: 'program.edit',
  input: roleSchema,
  done: 'program.roleChanged',
  run: async (scope, input) => ({ subject: (await changeRoleOf(scope, input)).id }),
})

export const movePerson = organizerAction({
  may: 'program.edit',
  input: movePersonSchema,
  done: 'program.moved',
  run: async (scope, input) => ({ subject: (await movePersonTo(scope, input)).id }),
})

export const confirmPerson = organizerAction({
  may: 'program.edit',
  input: onStageSchema,
  done: 'program.personConfirmed',
  run: async (scope, input) => ({ subject: (await confirm(scope, input)).id }),
})

export const reopenPerson = organizerAction({
  may: 'program.edit',
  input: onStageSchema,
  done: 'program.personReopened',
  run: async (scope, input) => ({ subject: (await reopen(scope, input)).id }),
})
