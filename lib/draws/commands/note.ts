import 'server-only'
import { change } from '@/lib/database/change'
import type { NoteInput } from '../schema'
import type { Stage } from './log'

/** Puts a text on the big screen between draws, in the place of the one before; an empty one takes it down. */
export function showNote(scope: Stage, { words }: NoteInput): Promise<void> {
  return change(scope, {}, async (tx, record) => {
    if (words === '') await tx.stageNote.deleteMany({ where: { ...scope.within } })
    else
      await tx.stageNote.upsert({
        where: scope.within,
        create: { ...scope.within, words },
        update: { words, shownAt: new Date() },
      })
    record(words === '' ? 'stage.note-taken-down' : 'stage.note-shown', null)
  })
}
