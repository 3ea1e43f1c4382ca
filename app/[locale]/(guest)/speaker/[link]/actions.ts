'use server'

import { answerAsSpeaker, editOwnPrint } from '@/lib/program/commands/own'
import { answerSchema, ownPrintSchema } from '@/lib/program/schema'
import { holderAction } from '@/lib/web/action'
import { heldPictureSent } from '@/lib/web/pictures'

export const answer = holderAction({
  kind: 'speaker',
  input: answerSchema,
  run: async (holder, input) => {
    await answerAsSpeaker(holder, input.answer)
  },
})

export const savePrint = holderAction({
  kind: 'speaker',
  input: ownPrintSchema,
  done: 'program.ownSaved',
  run: async (holder, { photo, photoGone, ...input }) => {
    const picture = await heldPictureSent(holder, 'photo', { file: photo, gone: photoGone })
    await editOwnPrint(holder, { ...input, ...picture })
  },
})
