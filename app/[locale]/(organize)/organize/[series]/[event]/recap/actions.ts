'use server'

import {
  completeRecap as complete,
  publishRecap as publish,
  reopenRecap as reopen,
  saveRecap as save,
  saveTalkNote as saveNote,
  unpublishRecap as unpublish,
} from '@/lib/recap/commands/recap'
import { nothingSchema, recapSchema, talkNoteSchema } from '@/lib/recap/schema/recap'
import { organizerAction } from '@/lib/web/action'

export const saveRecap = organizerAction({
  may: 'recap.edit',
  input: recapSchema,
  done: 'recap.page.saved',
  run: (scope, input) => save(scope, input),
})

export const saveTalkNote = organizerAction({
  may: 'recap.edit',
  input: talkNoteSchema,
  done: 'recap.editor.talkSaved',
  run: (scope, input) => saveNote(scope, input),
})

export const publishRecap = organizerAction({
  may: 'recap.edit',
  input: nothingSchema,
  done: 'recap.page.published',
  run: (scope) => publish(scope),
})

export const unpublishRecap = organizerAction({
  may: 'recap.edit',
  input: nothingSchema,
  done: 'recap.page.unpublished',
  run: (scope) => unpublish(scope),
})

export const completeRecap = organizerAction({
  may: 'recap.edit',
  input: nothingSchema,
  done: 'recap.page.completed',
  run: (scope) => complete(scope),
})

export const reopenRecap = organizerAction({
  may: 'recap.edit',
  input: nothingSchema,
  done: 'recap.page.reopened',
  run: (scope) => reopen(scope),
})
