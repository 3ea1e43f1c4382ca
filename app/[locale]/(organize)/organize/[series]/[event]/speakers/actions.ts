'use server'

import { pictureSent } from '@/lib/media/uploads/keep'
import {
  addSpeaker as addSpeakerTo,
  editSpeaker as edit,
  makeSpeakerLink as makeLink,
  removeSpeaker as remove,
  restoreSpeaker as restore,
  revokeSpeakerLinks as revoke,
} from '@/lib/program/commands/speakers'
import { newSpeakerSchema, oneSchema, speakerSchema } from '@/lib/program/schema'
import { organizerAction } from '@/lib/web/action'

export const addSpeaker = organizerAction({
  may: 'program.edit',
  input: newSpeakerSchema,
  done: 'program.speakerAdded',
  run: async (scope, { photo, ...input }, once) => {
    const picture = await pictureSent(scope, 'photo', { file: photo })
    return { subject: (await addSpeakerTo(scope, { ...input, ...picture }, once)).id }
  },
})

export const editSpeaker = organizerAction({
  may: 'program.edit',
  input: speakerSchema,
  done: 'program.speakerEdited',
  run: async (scope, { photo, photoGone, ...input }) => {
    const picture = await pictureSent(scope, 'photo', { file: photo, gone: photoGone })
    return { subject: (await edit(scope, { ...input, ...picture })).id }
  },
})

export const removeSpeaker = organizerAction({
  may: 'program.edit',
  input: oneSchema,
  done: 'program.speakerRemoved',
  run: async (scope, { id }) => ({ subject: (await remove(scope, id)).id }),
})

export const restoreSpeaker = organizerAction({
  may: 'program.edit',
  input: oneSchema,
  done: 'program.speakerRestored',
  run: async (scope, { id }) => ({ subject: (await restore(scope, id)).id }),
})

export const makeSpeakerLink = organizerAction({
  may: 'program.edit',
  input: oneSchema,
  run: async (scope, { id }) => ({ subject: (await makeLink(scope, id)).url }),
})

export const revokeSpeakerLinks = organizerAction({
  may: 'program.edit',
  input: oneSchema,
  done: 'program.linksRevoked',
  run: async (scope, { id }) => {
    await revoke(scope, id)
  },
})
